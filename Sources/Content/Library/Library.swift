import Addresses
import Diagnostics
import Images

/// Everything that was loaded: the heads of posts and pages, the assets, and what was left out.
package struct Library: Sendable {
    /// Published posts: newest first, then by source path.
    package var posts: [Post] = []
    /// By source path.
    package var pages: [Page] = []
    /// By source path.
    package var assets: [Asset] = []
    /// Titles and texts of lists, from `_index.md` files.
    package var listTexts: [ListText] = []
    /// Texts that are not published, and why.
    package var hidden: [Hidden] = []
    /// The valid texts among ``hidden``, as they would be published, for links to them.
    package var unpublished: [UnpublishedText] = []
    /// Files that are not copied, each with the reason.
    package var unpublishedFiles: [UnpublishedFile] = []
    /// Files and folders that are not meant to be published, left out by their names; folders end
    /// in `/`.
    package var leftOut: [String] = []
    /// The next instant at which a post stops being future or expires; nil: never.
    package var decidedUntil: Int64?
    /// A digest of the paths and bytes of all files of content and `static/`, including hidden
    /// ones: equal if nothing changed.
    package var inputDigest = ContentDigest()

    package init() {}

    /// Removes posts and pages without a usable address, as if they were broken: they move to
    /// ``hidden``. The others keep their order. O(texts).
    package mutating func leaveOut(posts: Set<Int>, pages: Set<Int>) {
        let sources =
            posts.map { self.posts[$0].source } + pages.map { self.pages[$0].source }
        self.posts = self.posts.enumerated().filter { !posts.contains($0.offset) }.map(\.element)
        self.pages = self.pages.enumerated().filter { !pages.contains($0.offset) }.map(\.element)
        hidden += sources.map { Hidden(source: $0, reason: .broken) }
        hidden.sort { $0.source < $1.source }
    }
}

/// A dated text: its head and the facts of its file, without its body.
///
/// A class, because reading a post would otherwise copy its whole head.
package final class Post: Sendable {
    package let source: SourcePath
    package let head: FrontMatter
    package let title: String
    package let date: Moment
    /// `:slug`: from front matter, which may name folders, else the file or bundle name; NFC, never
    /// empty.
    package let slug: String
    /// `:path`: the folders under posts/ and the name as written, Hexo's `:title`; front matter's
    /// `slug` replaces the name.
    package let pathSlug: String
    /// The folder that the bundle owns, if the post is its `index.md`.
    package let bundle: SourcePath?
    /// Shown only because drafts are built.
    package let isDraft: Bool
    /// Shown only because future posts are built.
    package let isFuture: Bool
    /// The language suffix of its file's name.
    package let language: LanguageSuffix?

    package init(
        source: SourcePath, head: FrontMatter, title: String, date: Moment, slug: String,
        pathSlug: String, bundle: SourcePath?, isDraft: Bool = false, isFuture: Bool = false,
        language: LanguageSuffix? = nil
    ) {
        self.source = source
        self.head = head
        self.title = title
        self.date = date
        self.slug = slug
        self.pathSlug = pathSlug
        self.bundle = bundle
        self.isDraft = isDraft
        self.isFuture = isFuture
        self.language = language
    }
}

/// An undated text with an address of its own, such as /about/.
package struct Page: Sendable {
    package let source: SourcePath
    package let head: FrontMatter
    package let title: String
    /// Its address if front matter gives none: the folders under content/ and the name, as
    /// `["pages", "about"]`; `pages/` itself is dropped: `["about"]`.
    package let segments: [String]
    package let bundle: SourcePath?
    /// The bundle of a post around it, for a second text next to its `index.md`: its address is
    /// below the post's, and its segments are those below the bundle.
    package let within: SourcePath?
    package let isDraft: Bool
    /// The language suffix of its file's name.
    package let language: LanguageSuffix?
    /// Why it has no content of its own where galley makes a page itself; nil: it has content.
    package let stub: Stub?

    /// Why other generators need a page.
    package enum Stub: Sendable, Hashable {
        /// It has no text.
        case empty
        /// Its text is a template that loops over the posts or terms of a site.
        case template
    }

    package init(
        source: SourcePath, head: FrontMatter, title: String, segments: [String],
        bundle: SourcePath?,
        within: SourcePath? = nil, isDraft: Bool = false, stub: Stub? = nil,
        language: LanguageSuffix? = nil
    ) {
        self.source = source
        self.head = head
        self.title = title
        self.segments = segments
        self.bundle = bundle
        self.within = within
        self.isDraft = isDraft
        self.stub = stub
        self.language = language
    }
}

/// A file that is copied as it is.
package struct Asset: Sendable {
    package let source: SourcePath
    /// From content: the same path below it; from `static/`: the path below that.
    package let path: URLPath
    /// From `static/`, so it may replace a generated robots.txt, favicon or 404.
    package let isStatic: Bool
    /// For a picture, as its file says.
    package let imageSize: ImageSize?
    /// Whether it is a template of another generator: it begins with front matter, or contains `{{`
    /// or `{%`.
    package let isTemplate: Bool
    /// Whether it certainly is one, so that readers would see its tags.
    package let isUnrendered: Bool

    package init(
        source: SourcePath, path: URLPath, isStatic: Bool, imageSize: ImageSize? = nil,
        isTemplate: Bool = false, isUnrendered: Bool = false
    ) {
        self.source = source
        self.path = path
        self.isStatic = isStatic
        self.imageSize = imageSize
        self.isTemplate = isTemplate
        self.isUnrendered = isUnrendered
    }
}

/// The title and text that an `_index.md` gives the list of its folder.
package struct ListText: Sendable {
    package let source: SourcePath
    /// The address of the list: the folder below content, `/tags/go/`.
    package let path: URLPath
    package let head: FrontMatter
    /// The language suffix of its file's name.
    package let language: LanguageSuffix?

    package init(
        source: SourcePath, path: URLPath, head: FrontMatter, language: LanguageSuffix? = nil
    ) {
        self.source = source
        self.path = path
        self.head = head
        self.language = language
    }
}

/// A valid text that is not published now, as it would be.
package enum UnpublishedText: Sendable {
    case post(Post)
    case page(Page)
}

/// A file that produces nothing in the site, and why.
package struct Hidden: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        case draft
        case future(Moment)
        case expired(Moment)
        /// Its head asks for no page, such as `headless`; whether the files of its bundle are
        /// published.
        case withoutPage(keepsFiles: Bool)
        /// The `cascade` of the `_index.md` at that path hides it, which is reported there.
        case cascade(SourcePath)
        /// `[build] exclude` names it.
        case excluded
        /// Its name shows that it is not meant to be published.
        case unwanted
        /// It has errors, which are reported.
        case broken
    }
    package let source: SourcePath
    package let reason: Reason
    /// The text whose bundle contains it, if the reason is that text's; nil: the reason is its own.
    package let owner: SourcePath?

    package init(source: SourcePath, reason: Reason, owner: SourcePath? = nil) {
        self.source = source
        self.reason = reason
        self.owner = owner
    }
}

/// A file that is not copied.
package struct UnpublishedFile: Sendable, Hashable {
    package let source: SourcePath
    /// The unpublished text that it belongs to, or the file itself.
    package let owner: Hidden

    package init(source: SourcePath, owner: Hidden) {
        self.source = source
        self.owner = owner
    }
}
