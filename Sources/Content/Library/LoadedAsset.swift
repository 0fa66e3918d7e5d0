import Addresses
import Diagnostics
import Images

/// What is known of a file that is copied, by its first bytes.
package struct AssetFacts: Sendable, Hashable {
    /// Of a picture.
    package var imageSize: ImageSize?
    /// Whether it is a template of another generator.
    package var isTemplate = false

    package init() {}
}

/// A file that is copied, read once: its digest and what it is.
package struct LoadedAsset: Sendable {
    let source: SourcePath
    let digest: ContentDigest
    let facts: AssetFacts
    /// Whether it is called a picture of a known format and tells no size.
    let isBrokenImage: Bool

    /// Throws ``SiteFolderError`` when the file cannot be read.
    init(_ source: SourcePath, from folder: SiteFolder) throws {
        self.source = source
        let ending = Self.ending(of: source)
        guard Self.isKnown(ending) else {
            digest = try folder.digest(of: source)
            facts = AssetFacts()
            isBrokenImage = false
            return
        }
        var facts = AssetFacts()
        digest = try folder.digest(of: source) { facts = Self.facts(ending, $0) }
        self.facts = facts
        // An SVG file may leave its size to the page.
        isBrokenImage =
            ImageHead.extensions.contains(ending) && facts.imageSize == nil && ending != "svg"
    }

    /// Endings of files that other generators make of templates, and galley without.
    private static let ofTemplates: Set<String> = ["xml", "json", "txt", "rss", "atom"]

    private static func isKnown(_ ending: String) -> Bool {
        ImageHead.extensions.contains(ending) || ofTemplates.contains(ending)
    }

    /// - Parameter block: the first bytes of the file.
    private static func facts(_ ending: String, _ block: ArraySlice<UInt8>) -> AssetFacts {
        var facts = AssetFacts()
        if ofTemplates.contains(ending) {
            facts.isTemplate = TemplateText.isTemplate(block)
        } else {
            facts.imageSize = ImageHead.size(in: block)
        }
        return facts
    }

    /// `png` of `a/B.PNG`.
    private static func ending(of source: SourcePath) -> String {
        let name = source.name.lowercased()
        return name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    }

    /// What is known of some files, from their first bytes alone; of a file that cannot be read,
    /// nothing. For a preview, which need not know every file's digest.
    package static func facts(
        of files: [SourcePath], from folder: SiteFolder
    ) -> [SourcePath: AssetFacts] {
        var facts: [SourcePath: AssetFacts] = [:]
        for file in files {
            let ending = ending(of: file)
            guard isKnown(ending), let block = try? folder.firstBlock(of: file) else { continue }
            facts[file] = Self.facts(ending, block[...])
        }
        return facts
    }

    /// The warning about a picture that no browser will show.
    var brokenImage: Diagnostic {
        .warning(
            .contentBrokenImage, "'\(source)' is not a picture that galley can read",
            at: Place(file: source),
            explanation: "Its first bytes are not those of a PNG, JPEG, GIF, WebP or SVG file, "
                + "or end before its width and height.")
    }
}

extension Diagnostic.ID {
    static let contentBrokenImage = Diagnostic.ID("content/broken-image")
}
