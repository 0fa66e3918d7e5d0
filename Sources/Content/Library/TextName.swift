import Addresses
import Text

/// The name and the bundle of a text, from its path.
///
/// `content/posts/2019-01-02-go.md` gives `go`; `content/posts/go/index.md` gives `go` too and the
/// bundle `content/posts/go`.
struct TextName: Sendable, Hashable {
    /// The file name without extension and language, or the folder's name for an `index.md`;
    /// percent-decoded once.
    let stem: String
    /// The stem without a date before it.
    let name: String
    /// The folder whose files belong to the text.
    let bundle: SourcePath?
    /// The language that the file's name ends with.
    let language: LanguageSuffix?
    /// The folder that the path is relative to: that of the file, or of the bundle.
    let folder: SourcePath

    /// - Parameter tops: folders that are not a bundle although they have an `index.md`, because
    ///   all the site's posts or pages are in them.
    /// - Parameter site: the site's language.
    init(of source: SourcePath, tops: Set<SourcePath>, site: String) {
        let parts = LanguageSuffix.split(source.stem, site: site)
        let own = parts?.name ?? source.stem
        language = parts?.suffix
        if own == "index", !tops.contains(source.folder) {
            bundle = source.folder
            stem = Self.decoded(source.folder.name)
            folder = source.folder.folder
        } else {
            bundle = nil
            if own == "_index", !source.folder.string.isEmpty {
                // The text of its folder, which owns no files.
                stem = Self.decoded(source.folder.name)
                folder = source.folder.folder
            } else {
                stem = Self.decoded(own)
                folder = source.folder
            }
        }
        // A name that is only a date stays.
        let rest = dateFromFileName(stem)?.rest ?? ""
        name = rest.isEmpty ? stem : rest
    }

    /// `中` of `%E4%B8%AD`, as some generators name their files; `100%` stays, and so does `a%2Fb`,
    /// which would be two names.
    static func decoded(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "%")), let decoded = PercentCoding.decode(name),
            !decoded.utf8.contains(UInt8(ascii: "/"))
        else { return name }
        return decoded
    }
}
