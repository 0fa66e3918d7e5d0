import Addresses
import Content

/// The source of the values of a permalink's tokens: a post, or a page with tokens in its own
/// `permalink`.
struct PermalinkText {
    let source: SourcePath
    let head: Head
    let title: String
    /// `:slug`.
    let slug: String
    /// `:path`.
    let path: String
    /// nil: a page without a date.
    let date: Moment?

    init(_ post: Post) {
        source = post.source
        head = post.head
        title = post.title
        slug = post.slug
        path = post.pathSlug
        date = post.date
    }

    init(_ page: Page) {
        source = page.source
        head = page.head
        title = page.title
        slug = page.segments.last ?? ""
        path = page.segments.joined(separator: "/")
        date = page.head.date
    }

    /// The file's name without its extension, or the folder's for an `index.md`.
    var fileName: String { source.stem == "index" ? source.folder.name : source.stem }

    /// The folders between `content` and the file: `["posts", "go"]`.
    func folders(below content: SourcePath) -> [String] {
        (source.folder.relative(to: content) ?? "").split(separator: "/").map { String($0) }
    }
}
