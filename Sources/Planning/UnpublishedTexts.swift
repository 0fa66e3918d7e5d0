import Addresses
import Content

/// The unpublished texts and files of a site, for addresses that would lead to them.
struct UnpublishedTexts: Sendable {
    private var bySource: [String: Unpublished] = [:]
    private var byPath: [URLPath: Unpublished] = [:]
    /// Files and folders left out by their names; folders end in `/`.
    private let leftOut: [String]
    /// How terms become addresses.
    private let terms: Configuration.Terms

    /// O(unpublished texts and files).
    init(_ library: Library, _ addresses: ContentAddresses, _ configuration: Configuration) {
        leftOut = library.leftOut
        terms = configuration.terms
        if library.hidden.isEmpty, library.unpublishedFiles.isEmpty { return }
        for hidden in library.hidden {
            bySource[hidden.source.string] = Unpublished(kind: .text, cause: hidden)
        }
        var paths: [SourcePath: URLPath] = [:]
        for (text, path) in addresses.paths(ofUnpublishedIn: library) {
            guard let found = bySource[text.source.string] else { continue }
            paths[text.source] = path
            byPath[path] = byPath[path] ?? found
        }
        // If two texts would have it, it is the first one's; a text's own address takes precedence
        // over all lists.
        for text in library.unpublished {
            guard let found = bySource[text.source.string] else { continue }
            for alias in text.head.aliases {
                let site = configuration.site.address
                guard case .path(let path) = WrittenAddress(alias, site, stripsBasePath: true)
                else { continue }
                byPath[path] = byPath[path] ?? found
            }
        }
        for file in library.unpublishedFiles { add(file, paths, configuration) }
        for case .post(let post) in library.unpublished { addLists(of: post) }
    }

    private mutating func add(
        _ file: UnpublishedFile, _ paths: [SourcePath: URLPath], _ configuration: Configuration
    ) {
        let found = Unpublished(kind: .file(file.source), cause: file.owner)
        bySource[file.source.string] = bySource[file.source.string] ?? found
        let tops = [SourcePath("static"), configuration.build.content]
        let below = tops.lazy.compactMap { file.source.relative(to: $0) }.first
        var addresses = below.map { [URLPath($0)] } ?? []
        if let path = paths[file.owner.source],
            let name = file.source.relative(to: file.owner.source.folder)
        {
            addresses.append(path.folder.appending(file: name))
        }
        for path in addresses.map(\.withoutIndexName) { byPath[path] = byPath[path] ?? found }
    }

    /// The pages of the post's terms and of its month and year.
    private mutating func addLists(of post: Post) {
        guard let cause = bySource[post.source.string]?.cause, !post.head.isUnlisted else { return }
        func add(_ path: URLPath, _ name: String) {
            if byPath[path] == nil { byPath[path] = Unpublished(kind: .list(name), cause: cause) }
        }
        func add(_ kind: Taxonomy.Kind, _ names: [String]) {
            var path = kind.path
            for name in names {
                path = path.appending(folder: terms.segment(name))
                add(path, "the \(kind.termName) '\(name)'")
            }
        }
        for tag in post.head.tags { add(.tags, [tag]) }
        for category in post.head.categories { add(.categories, category) }
        if let series = post.head.series { add(.series, [series]) }
        let year = Archive.path(ofYear: post.date.year)
        let month = Archive.path(ofMonth: post.date.month, post.date.year)
        add(year, "the archive of \(post.date.year)")
        add(month, "the archive of \(post.date.year)-\(digits(post.date.month, 2))")
    }

    var isEmpty: Bool { bySource.isEmpty && leftOut.isEmpty }

    /// The unpublished text or file at a path below the site's folder.
    func thing(from source: String) -> Unpublished? {
        if let found = bySource[source] { return found }
        let isLeftOut = leftOut.contains {
            $0 == source || $0.hasSuffix("/") && (source + "/").hasPrefix($0)
        }
        guard isLeftOut else { return nil }
        let path = SourcePath(source)
        return Unpublished(kind: .file(path), cause: Hidden(source: path, reason: .unwanted))
    }

    /// The content that an address would have, with or without its trailing `/`; for a term's feed,
    /// the term.
    func thing(at path: URLPath) -> Unpublished? {
        if byPath.isEmpty { return nil }
        let path = path.withoutIndexName
        if let found = byPath[path] { return found }
        if path.isFolder { return nil }
        if let found = byPath[URLPath(path.string + "/")] { return found }
        guard let list = byPath[URLPath(path.base)], case .list = list.kind else { return nil }
        return list
    }
}

extension UnpublishedText {
    var source: SourcePath {
        switch self {
        case .post(let post): post.source
        case .page(let page): page.source
        }
    }

    fileprivate var head: FrontMatter {
        switch self {
        case .post(let post): post.head
        case .page(let page): page.head
        }
    }
}
