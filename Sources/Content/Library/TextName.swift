import Addresses

/// What the path of a text says about it: its own name and the bundle that it owns.
///
/// `content/posts/2019-01-02-go.md` gives `go`; `content/posts/go/index.md` gives `go` too and the
/// bundle `content/posts/go`.
struct TextName: Sendable, Hashable {
    /// The file name without extension, or the folder's name for an `index.md`.
    let stem: String
    /// The stem without a date before it.
    let name: String
    /// The folder whose files belong to the text.
    let bundle: SourcePath?
    /// What the path is counted in: the folder of the file, or that of the bundle.
    let folder: SourcePath

    /// - Parameter tops: folders that are no bundle although they have an `index.md`, because all
    ///   the site's posts or pages lie in them.
    init(of source: SourcePath, tops: Set<SourcePath>) {
        if source.stem == "index", !tops.contains(source.folder) {
            bundle = source.folder
            stem = source.folder.name
            folder = source.folder.folder
        } else {
            bundle = nil
            stem = source.stem
            folder = source.folder
        }
        name = Self.withoutDate(stem)
    }

    /// `2019-01-02-go` gives `go`; a name that is nothing but a date stays.
    private static func withoutDate(_ stem: String) -> String {
        let bytes = Array(stem.utf8)
        var i = 0
        for digits in [4...4, 1...2, 1...2] {
            var count = 0
            while i < bytes.count, (0x30...0x39).contains(bytes[i]) {
                i += 1
                count += 1
            }
            guard digits.contains(count), i < bytes.count, bytes[i] == UInt8(ascii: "-") else {
                return stem
            }
            i += 1
        }
        return i < bytes.count ? String(decoding: bytes[i...], as: UTF8.self) : stem
    }
}
