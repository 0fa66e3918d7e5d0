import Addresses
import Diagnostics
import Images

/// What is known of a file that is copied, by its first bytes.
package struct AssetFacts: Sendable, Hashable {
    /// Of a picture.
    package var imageSize: ImageSize?
    /// Whether it is a template of another generator.
    package var isTemplate = false
    /// Whether it surely is one, so that readers would see its tags.
    package var isUnrendered = false
    /// Whether its front matter has a key that hides it from readers.
    package var isHidden = false
    /// Whether such a key keeps a text out of the site, as `draft` does, not out of lists alone.
    package var isUnpublished = false

    package init() {}
}

/// A file that is copied, read once: its digest and what it is.
package struct LoadedAsset: Sendable {
    let source: SourcePath
    let digest: ContentDigest
    let facts: AssetFacts
    /// What is wrong with it, if it is published.
    let flaw: Flaw?

    /// What no reader can use.
    enum Flaw: Sendable, Hashable {
        /// It is called a picture of a known format and tells no size.
        case brokenImage
        /// Git LFS has the file itself, and wrote a note of where it is.
        case pointer
        /// It has front matter that hides it, and would be copied with it.
        case hidden
    }

    /// Throws ``SiteFolderError`` when the file cannot be read.
    init(_ source: SourcePath, from folder: SiteFolder) throws {
        self.source = source
        let ending = Self.ending(of: source)
        let isKnown = Self.isKnown(ending) || source.isMarkdown
        var facts = AssetFacts()
        var isPointer = false
        digest = try folder.digest(of: source) { block in
            isPointer = block.starts(with: Self.pointerStart)
            if isKnown { facts = Self.facts(ending, block, isMarkdown: source.isMarkdown) }
        }
        self.facts = facts
        // An SVG file may leave its size to the page.
        let isBroken =
            ImageHead.extensions.contains(ending) && facts.imageSize == nil && ending != "svg"
        flaw = facts.isHidden ? .hidden : isPointer ? .pointer : isBroken ? .brokenImage : nil
    }

    /// How a pointer of Git LFS begins (https://github.com/git-lfs/git-lfs, docs/spec.md).
    private static let pointerStart = Array("version https://git-lfs.github.com/spec/v1\n".utf8)

    /// Endings of files that other generators make of templates, and galley without.
    private static let ofTemplates: Set<String> = ["xml", "json", "txt", "rss", "atom"]

    private static func isKnown(_ ending: String) -> Bool {
        ImageHead.extensions.contains(ending) || ofTemplates.contains(ending)
            || TemplateText.endings.contains(ending) || ofTexts.contains(ending)
    }

    /// Endings of texts that other generators read, the empty one included.
    private static let ofTexts: Set<String> = [
        "", "mdx", "rmd", "qmd", "textile", "org", "txt", "text", "rst", "adoc", "asciidoc", "wiki",
        "mdc", "mdtxt", "rmarkdown", "markdn", "haml", "pug", "erb", "ejs", "njk", "liquid",
        "xhtml",
    ]

    /// - Parameter block: the first bytes of the file.
    private static func facts(
        _ ending: String, _ block: ArraySlice<UInt8>, isMarkdown: Bool
    ) -> AssetFacts {
        var facts = AssetFacts()
        if ofTemplates.contains(ending) {
            facts.isTemplate = TemplateText.isTemplate(block)
        } else if ImageHead.extensions.contains(ending) {
            facts.imageSize = ImageHead.size(in: block)
        }
        if TemplateText.endings.contains(ending) {
            facts.isUnrendered = TemplateText.isUnrendered(block, ending: ending)
        }
        let mayBeText =
            isMarkdown || ofTexts.contains(ending) || TemplateText.endings.contains(ending)
        if ending != "json", mayBeText {
            let hiding = hiding(block, isPlain: ["", "txt", "text"].contains(ending))
            facts.isHidden = hiding != .none
            facts.isUnpublished = hiding == .fromAll
        }
        return facts
    }

    private enum Hiding {
        case none
        /// The text has no page, or lists do not name it.
        case fromLists
        case fromAll

        init(isHidden: Bool) { self = isHidden ? .fromAll : .none }
    }

    /// Whether front matter hides what follows it. A plain text may write keys and mean none.
    private static func hiding(_ block: ArraySlice<UInt8>, isPlain: Bool) -> Hiding {
        var bytes = Array(block.prefix(1 << 16))
        if case .text(let text)? = UTF16Text(bytes) { bytes = text }
        switch FrontMatterBlock.find(in: bytes) {
        case .none: return .none
        case .doubtful:
            return Hiding(isHidden: !isPlain && StrayKeys.find(in: bytes, from: 0) != nil)
        case .unclosed(let fence):
            return Hiding(isHidden: StrayKeys.find(in: bytes, from: fence.upperBound) != nil)
        case .object, .block: break
        }
        let rules = HeadRules(zone: .utc, categories: .path)
        let (head, problems) = readHead(of: bytes, file: SourcePath(""), rules: rules)
        guard let head else {
            let ids: Set<Diagnostic.ID> = [.frontMatterPassword, .frontMatterWrongType]
            return Hiding(
                isHidden: problems.contains { ids.contains($0.id) }
                    || StrayKeys.find(in: bytes, from: 0) != nil)
        }
        if head.isDraft || head.expires != nil || head.publishDate != nil { return .fromAll }
        return head.isUnlisted || !head.makesPage ? .fromLists : .none
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
            guard isKnown(ending) || file.isMarkdown, let block = try? folder.firstBlock(of: file)
            else { continue }
            facts[file] = Self.facts(ending, block[...], isMarkdown: file.isMarkdown)
        }
        return facts
    }

    /// The warning about a file that no reader can use.
    var problem: Diagnostic? {
        switch flaw {
        case .brokenImage:
            .warning(
                .contentBrokenImage, "'\(source)' is not a picture that galley can read",
                at: Place(file: source),
                explanation: "Its first bytes are not those of a PNG, JPEG, GIF, WebP or SVG file, "
                    + "or end before its width and height.")
        case .pointer:
            .warning(
                .contentPointer, "'\(source)' is a pointer of Git LFS, not the file itself",
                at: Place(file: source),
                explanation: "It would be published as these few lines of text.",
                fixes: [.init("run 'git lfs pull' before the build")])
        case .hidden where source.isInside(ContentRules.statics):
            .error(
                .contentHiddenFile, "'\(source)' has front matter that hides it, and is left out",
                at: Place(file: source),
                explanation: "Files of 'static' are copied as they are, so all could read it.",
                fixes: [
                    .init("move it to the content folder where it is a text of the site"),
                    .init("name it in 'include' under [build] to publish it as it is"),
                ])
        case .hidden:
            .error(
                .contentHiddenFile,
                "'\(source)' has front matter that hides it, and is not of a kind that galley reads",
                at: Place(file: source),
                explanation: "Its copy would show what is hidden, so the file is left out.",
                fixes: [
                    .init("name it '.md' where it is Markdown"),
                    .init("remove the key that hides it to publish the file as it is"),
                ])
        case nil: nil
        }
    }
}

extension Diagnostic.ID {
    static let contentBrokenImage = Diagnostic.ID("content/broken-image")
    package static let contentHiddenFile = Diagnostic.ID("content/hidden-file")
    static let contentPointer = Diagnostic.ID("content/lfs-pointer")
}
