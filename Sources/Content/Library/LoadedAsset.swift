import Addresses
import Diagnostics
import Images

/// A file that is copied, read once: its digest and, of a picture, its size.
struct LoadedAsset: Sendable {
    let source: SourcePath
    let digest: ContentDigest
    let imageSize: ImageSize?
    /// Whether it is called a picture of a known format and tells no size.
    let isBrokenImage: Bool

    /// Throws ``SiteFolderError`` when the file cannot be read.
    init(_ source: SourcePath, from folder: SiteFolder) throws {
        self.source = source
        let name = source.name.lowercased()
        let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
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
