import Addresses
import Content

/// The source of the values of a permalink's tokens: a post, or a page with tokens in its own
/// `permalink`.
struct PermalinkText {
    let source: SourcePath
    let head: FrontMatter
    let title: String
    /// `:slug`.
    let slug: String
    /// `:path`.
    let path: String
    /// nil: a page without a date.
    let date: Moment?
    /// The file's name without its extension and language.
    private let stem: String

    init(_ post: Post) {
        source = post.source
        head = post.head
        title = post.title
        slug = post.slug
        path = post.pathSlug
        date = post.date
        stem = Self.stem(of: post.source, post.language)
    }

    /// - Parameter depth: how many folders `:path` leaves out.
    init(_ page: Page, below depth: Int = 0) {
        source = page.source
        head = page.head
        title = page.title
        slug = page.segments.last ?? ""
        path = page.segments.dropFirst(depth).joined(separator: "/")
        date = page.head.date
        stem = Self.stem(of: page.source, page.language)
    }

    private static func stem(of source: SourcePath, _ language: LanguageSuffix?) -> String {
        let stem = source.stem
        return language.map { String(stem.dropLast($0.written.count + 1)) } ?? stem
    }

    /// The file's name without its extension and language, or the folder's for an `index.md`.
    var fileName: String { stem == "index" ? source.folder.name : stem }

    /// The folders between `content` and the file, or its bundle: `["posts", "go"]`.
    func folders(below content: SourcePath) -> [String] {
        let folder =
            stem == "index" && source.folder != content
            ? source.folder.folder : source.folder
        return (folder.relative(to: content) ?? "").split(separator: "/").map { String($0) }
    }
}
