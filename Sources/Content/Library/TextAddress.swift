import Addresses
import Diagnostics
import Text

/// The folder of content whose name is not part of its pages' addresses.
let pagesName = "pages"

/// The segments of a text's address from its place and `slug`, checked.
struct TextAddress: Sendable {
    /// The folders, then those of the slug; never empty for a post.
    let segments: [String]
    /// The segments without the folders: `go/intro`.
    let slug: String
    /// The slug as written, with spaces and date prefix: Hexo's `:title`.
    let written: [String]
    let diagnostics: [Diagnostic]

    /// For a post: the folders below `top`, then `slug` or the name without a date.
    init(_ name: TextName, head: FrontMatter, below top: SourcePath, file: SourcePath) {
        self.init(
            folders: Self.parts(name.folder, below: top), name: Self.slug(of: head) ?? name.name,
            written: name.stem, head: head, file: file)
    }

    /// For a page: the folders below `content` without `pages/` and `_drafts/`, then `slug` or the
    /// name. An `index.md` at the top of the content has no segments: it is the root.
    init(page name: TextName, head: FrontMatter, content: SourcePath, file: SourcePath) {
        var folders = Self.parts(name.folder, below: content)
        folders.removeAll { $0 == ContentRules.draftsName }
        if folders.first == pagesName { folders.removeFirst() }
        let isRoot = name.bundle == nil && name.stem == "index" && head.slug == nil
        self.init(
            folders: folders, name: isRoot ? nil : Self.slug(of: head) ?? name.stem,
            written: name.stem,
            head: head, file: file)
    }

    private init(
        folders: [String], name: String?, written: String, head: FrontMatter, file: SourcePath
    ) {
        // A slug may have several segments, as in Hugo.
        let names = name.map { slug -> [String] in
            let parts = slug.split(separator: "/").map(String.init)
            return parts.isEmpty ? [""] : parts
        }
        let own = (names ?? []).map(PathSegment.segment)
        segments = folders.map(PathSegment.segment) + own
        slug = own.joined(separator: "/")
        self.written = folders + (head.slug == nil ? [written] : names ?? [])
        let place = head.slug == nil ? nil : head.places["slug"]
        diagnostics = segments.compactMap { segment in
            PathSegment.flaw(segment).map {
                .flaw($0, of: segment, at: place ?? Place(file: file))
            }
        }
    }

    /// The front matter's `slug`, percent-decoded once: `%E4%BD%A0` is `你`, and `100%` stays.
    private static func slug(of head: FrontMatter) -> String? {
        head.slug.map { PercentCoding.decode($0) ?? $0 }
    }

    private static func parts(_ folder: SourcePath, below top: SourcePath) -> [String] {
        (folder.relative(to: top) ?? "").split(separator: "/").map { TextName.decoded(String($0)) }
    }
}

extension Diagnostic {
    /// The flaw of one segment of an address, in words.
    package static func flaw(
        _ flaw: PathSegment.Flaw, of segment: String, at place: Place
    ) -> Diagnostic {
        switch flaw {
        case .empty:
            .error(
                .badSlug, "Slug is empty", at: place,
                fixes: [.init("give the text a 'slug' or its file a name")])
        case .dots:
            .error(.badSlug, "Segment '\(segment)' of an address leads elsewhere", at: place)
        case .control:
            .error(
                .badSlug, "Segment of an address holds a control character", at: place,
                fixes: [.init("give the text a 'slug' without line breaks and the like")])
        case .tooLong:
            .error(
                .badSlug, "Segment of an address has \(segment.utf8.count) bytes, over 255",
                at: place, explanation: "No common file system takes a longer name.",
                fixes: [.init("give the text a shorter 'slug'")])
        case .longPath:
            .error(
                .badSlug, "Address has over \(PathSegment.longestPath) bytes", at: place,
                fixes: [.init("give the text a shorter 'slug'")])
        case .onWindows(let flaw):
            .warning(
                .reservedName, "Part '\(segment)' of the address holds \(flaw.reason)", at: place,
                explanation: "The output could not be checked out or served there.",
                fixes: [.init("give the text another 'slug': \(flaw.fix)")])
        }
    }
}

extension Diagnostic.ID {
    package static let badSlug = Diagnostic.ID("content/bad-slug")
    package static let reservedName = Diagnostic.ID("content/reserved-name")
}
