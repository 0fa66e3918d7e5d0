import Addresses
import Content
import Output
import Rendering
import Snippets

/// What a build made and what it left out, for its last lines.
struct BuildReport: Codable, Sendable, Hashable {
    let posts: Int
    /// Of the posts and pages those that no list names.
    let unlisted: Int
    let pages: Int
    let lists: Int
    let assets: Int
    let drafts: Int
    let future: Int
    let expired: Int
    let withoutPage: Int
    /// Texts that `[build] exclude` names.
    let excluded: Int
    let broken: Int
    let written: Int
    let unchanged: Int
    let removed: Int
    let bytes: Int64
    let snippets: Coverage
    /// Files and folders that nobody means to publish; folders end in `/`.
    let leftOut: [String]
    /// What the author made in place of galley: `/ (content/index.md)`, by address.
    let ownFiles: [String]
    /// Where the list of all posts begins, if not at the root.
    let postsAt: String?

    init(
        _ site: Site, _ pages: SitePages.Result, _ tree: StagedTree.Summary,
        configured: Configuration
    ) {
        posts = site.library.posts.count
        unlisted =
            site.library.posts.count { $0.head.isUnlisted }
            + site.library.pages.count { $0.head.isUnlisted }
        self.pages = site.publishedPages.count
        lists = pages.lists
        assets = site.library.assets.count
        func hidden(_ matches: (Hidden.Reason) -> Bool) -> Int {
            site.library.hidden.count { matches($0.reason) }
        }
        drafts = hidden { $0 == .draft }
        future = hidden { if case .future = $0 { true } else { false } }
        expired = hidden { if case .expired = $0 { true } else { false } }
        withoutPage = hidden { if case .withoutPage = $0 { true } else { false } }
        excluded = hidden { $0 == .excluded }
        broken = hidden {
            if case .cascade = $0 { return true }
            return $0 == .broken
        }
        written = tree.written
        unchanged = tree.unchanged
        removed = tree.removed
        bytes = tree.bytes
        snippets = Coverage(pages.findings.snippets)
        leftOut = site.library.leftOut
        ownFiles = site.plan.ownFiles.map { "\($0.path) (\($0.source))" }
        postsAt = site.plan.baseOfPosts.flatMap { $0 == .root ? nil : $0.string }
    }

    /// `made      8 posts, 1 page, 42 lists, 3 assets (61 files new, 0 unchanged, 0 removed)`
    var lines: [String] { lines(isVerbose: false) }

    /// The same.
    ///
    /// - Parameter isVerbose: whether every file that is left out is named.
    func lines(isVerbose: Bool) -> [String] {
        func count(_ n: Int, _ one: String, _ many: String? = nil) -> String {
            "\(n) \(n == 1 ? one : many ?? one + "s")"
        }
        let made =
            [
                count(posts, "post"), count(pages, "page"), count(lists, "list"),
                count(assets, "asset"),
            ].joined(separator: ", ")
            + (unlisted > 0 ? ", \(count(unlisted, "text")) unlisted" : "")
        let out = [
            (drafts, "draft", "drafts"), (future, "future", "future"),
            (expired, "expired", "expired"), (withoutPage, "without a page", "without a page"),
            (broken, "with errors", "with errors"), (excluded, "excluded", "excluded"),
            (leftOut.count, "file by its name", "files by their names"),
        ].filter { $0.0 > 0 }.map { count($0.0, $0.1, $0.2) }
        var lines = [
            "made      \(made) (\(written) files new, \(unchanged) unchanged, \(removed) removed)"
        ]
        lines.append("left out  " + (out.isEmpty ? "nothing" : out.joined(separator: ", ")))
        if leftOut.count <= Self.mostNames, !leftOut.isEmpty {
            let names = leftOut.joined(separator: ", ")
            lines.append("          \(names): see 'include' under [build]")
        } else if isVerbose {
            lines += leftOut.map { "          " + $0 }
        } else if !leftOut.isEmpty {
            lines += Self.byFolder(leftOut)
            lines.append("          all names: --verbose; see 'include' under [build]")
        }
        if !ownFiles.isEmpty {
            let list = postsAt.map { "; the list of posts is at \($0)" } ?? ""
            lines.append("your own  " + ownFiles.joined(separator: ", ") + list)
        }
        if snippets.summary.total > 0 { lines.append(snippets.line) }
        return lines
    }

    /// The most names on one line.
    private static let mostNames = 24
    /// The most names of one folder where there are more.
    private static let mostOfFolder = 4

    /// A line for each folder, with its first names and how many more there are.
    private static func byFolder(_ names: [String]) -> [String] {
        let folders = Dictionary(grouping: names) { SourcePath($0).parent }
        return folders.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { folder in
            let names = (folders[folder] ?? []).map { String($0.dropFirst(folder.count)) }
            let rest = names.count - mostOfFolder
            return "          \(folder.isEmpty ? "./" : folder) "
                + names.prefix(mostOfFolder).joined(separator: ", ")
                + (rest > 0 ? " and \(rest) more" : "")
        }
    }
}

extension SourcePath {
    /// The folder of a path, which may itself end in `/`: `content/a/` of `content/a/b/`.
    fileprivate var parent: String {
        let bare = string.hasSuffix("/") ? SourcePath(String(string.dropLast())) : self
        return bare.folder.string.isEmpty ? "" : bare.folder.string + "/"
    }
}
