import Addresses
import Diagnostics
import Images

/// A file that is copied, read once: its digest and, of a picture, its size.
package struct LoadedAsset: Sendable {
    let source: SourcePath
    let digest: ContentDigest
    let imageSize: ImageSize?
    /// Whether it is called a picture of a known format and tells no size.
    let isBrokenImage: Bool

    /// Throws ``SiteFolderError`` when the file cannot be read.
    init(_ source: SourcePath, from folder: SiteFolder) throws {
        self.source = source
        let ending = Self.ending(of: source)
        guard ImageHead.extensions.contains(ending) else {
            digest = try folder.digest(of: source)
            imageSize = nil
            isBrokenImage = false
            return
        }
        var size: ImageSize?
        digest = try folder.digest(of: source) { size = ImageHead.size(in: $0) }
        imageSize = size
        // An SVG file may leave its size to the page.
        isBrokenImage = size == nil && ending != "svg"
    }

    /// `png` of `a/B.PNG`.
    private static func ending(of source: SourcePath) -> String {
        let name = source.name.lowercased()
        return name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    }

    /// The sizes of the pictures among some files, from their first bytes alone; a file that cannot
    /// be read has none. For a preview, which need not know every file's digest.
    package static func imageSizes(
        of files: [SourcePath], from folder: SiteFolder
    ) -> [SourcePath: ImageSize] {
        var sizes: [SourcePath: ImageSize] = [:]
        for file in files where ImageHead.extensions.contains(ending(of: file)) {
            guard let head = try? folder.firstBlock(of: file) else { continue }
            sizes[file] = ImageHead.size(in: head[...])
        }
        return sizes
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
