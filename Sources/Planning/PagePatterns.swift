import Addresses
import Content

/// The patterns of `[pages]`, parsed once.
struct PagePatterns {
    /// A pattern for the pages below a folder.
    struct Match {
        let pattern: PermalinkPattern
        /// As written.
        let text: String
        /// The key that gives it: `pages.permalink`.
        let key: String
        /// Below content; empty for all pages.
        let folder: SourcePath

        /// How many segments of a page's address are those of the folder.
        var depth: Int {
            var names = folder.string.split(separator: "/").filter { $0 != "_drafts" }
            if names.first == "pages" { names.removeFirst() }
            return names.count
        }

        /// The address of the folder's own `index.md`, for which `:path` is empty; nil: the pattern
        /// has no `:path`.
        var ofFolder: URLPath? {
            guard let token = text.firstRange(of: ":path") else { return nil }
            return URLPath(URLPath(String(text[..<token.lowerBound])).base)
        }

        /// The address of a page from the expanded pattern: an `index.md` is its folder, and a folder
        /// that ends up empty is the one around it.
        func address(_ path: URLPath, of page: Page) -> URLPath {
            var string = path.string
            let isIndex =
                ["index", "_index"].contains(page.source.stem.prefix { $0 != "." })
                && page.head.slug == nil
            if isIndex, string.hasSuffix(".html") { string = string.dropLast(5) + "/" }
            while let double = string.firstRange(of: "//") {
                string.replaceSubrange(double, with: "/")
            }
            return URLPath(string)
        }
    }

    private var matches: [Match] = []
    /// Patterns that cannot be used.
    private(set) var flawed: [(flaw: PermalinkPattern.Flaw, text: String, key: String)] = []

    init(_ configuration: Configuration) {
        let pages = configuration.pages
        func folder(_ name: String) -> SourcePath {
            SourcePath(name.split(separator: "/").filter { $0 != "." }.joined(separator: "/"))
        }
        var patterns = pages.permalinks.map {
            (folder: folder($0.key), text: $0.value, key: "pages.permalinks.\($0.key)")
        }
        if !pages.permalink.isEmpty {
            patterns.append((SourcePath(""), pages.permalink, "pages.permalink"))
        }
        // The innermost first.
        patterns.sort {
            ($1.folder.string.utf8.count, $0.key) < ($0.folder.string.utf8.count, $1.key)
        }
        for (folder, text, key) in patterns {
            switch PermalinkPattern.parse(text) {
            case .success(let pattern):
                matches.append(
                    Match(
                        pattern: pattern, text: text, key: key,
                        folder: configuration.build.content.appending(folder)))
            case .failure(let flaw): flawed.append((flaw, text, key))
            }
        }
        content = configuration.build.content
    }

    private let content: SourcePath

    /// nil: the page has the address of its path.
    func pattern(of page: Page) -> Match? {
        guard let match = matches.first(where: { page.source.isInside($0.folder) }) else {
            return nil
        }
        return Match(
            pattern: match.pattern, text: match.text, key: match.key,
            folder: SourcePath(match.folder.relative(to: content) ?? ""))
    }
}

extension SourcePath {
    fileprivate func appending(_ path: SourcePath) -> SourcePath {
        path.string.isEmpty ? self : appending(path.string)
    }
}
