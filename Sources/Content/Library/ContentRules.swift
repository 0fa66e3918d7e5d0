import Addresses

/// Determines which files under the content folder are content, and of what kind, by their paths
/// alone.
struct ContentRules: Sendable {
    /// The content folder; empty: the site's folder itself.
    let content: SourcePath
    /// The posts' folder, under the site's folder.
    let posts: SourcePath
    /// Folders and files under content that belong to galley.
    private let excluded: Set<SourcePath>
    /// The site's.
    private let language: String
    private let exclude: [PathPattern]
    private let include: [PathPattern]

    /// The folder of files that are copied to the root of the output.
    static let statics = SourcePath("static")
    /// The name of a folder whose texts are drafts.
    static let draftsName = "_drafts"

    init(_ configuration: Configuration, _ folder: SiteFolder) {
        content = configuration.build.content
        language = configuration.site.language
        posts = configuration.postsFolder
        exclude = configuration.build.exclude
        include = configuration.build.include
        var excluded: Set<SourcePath> = []
        let outputs = [configuration.build.output, configuration.build.replacedOutput]
        for output in outputs.compactMap({ $0 }) {
            if let path = Self.sourcePath(of: output, in: folder) { excluded.insert(path) }
        }
        if content.string.isEmpty {
            for name in ["galley.toml", "themes"] { excluded.insert(SourcePath(name)) }
            excluded.insert(Self.statics)
        }
        self.excluded = excluded
    }

    /// What to do with a file or folder of content.
    ///
    /// Names that begin with `_` or `.` are not content, except `_index.md`, `_drafts` and those
    /// that the configuration includes.
    func taking(of path: SourcePath) -> FolderWalk.Taking {
        if excluded.contains(path) { return .pass }
        return configured(path) {
            let name = path.name
            if posts.isInside(path) { return .take }
            if UnwantedFiles.contains(name) { return .leaveOut }
            if content.string.isEmpty, UnwantedFiles.ofSite.contains(path.string.lowercased()) {
                return .leaveOut
            }
            guard name.hasPrefix("_") || name.hasPrefix(".") else { return .take }
            if name == Self.draftsName { return .take }
            return path.isMarkdown && isListText(path) ? .take : .pass
        }
    }

    /// Whether a text belongs to a list: `_index.md`, or `_index.zh.md` with a language.
    func isListText(_ path: SourcePath) -> Bool {
        let stem = path.stem
        return (LanguageSuffix.split(stem, site: language)?.name ?? stem) == "_index"
    }

    /// The folder next to a text with its name, without a language: Hexo's asset folder of a post.
    func folderBeside(_ text: SourcePath) -> SourcePath {
        let stem = text.stem
        return text.folder.appending(LanguageSuffix.split(stem, site: language)?.name ?? stem)
    }

    /// The patterns of `exclude` that match a path, or may match below it.
    func excluding(_ path: SourcePath, isEntered: Bool) -> [Int] {
        exclude.indices.filter {
            exclude[$0].matches(path) || !isEntered && exclude[$0].mayMatch(below: path)
        }
    }

    /// The patterns of `exclude` that name a file or folder, unlike a precaution such as `*.psd`.
    var namedExclusions: [(index: Int, text: String)] {
        exclude.enumerated().filter { !$1.isPrecaution }.map { ($0, $1.text) }
    }

    /// What to do with a file or folder of `static/`, whose names are not restricted.
    func takingStatic(of path: SourcePath) -> FolderWalk.Taking {
        configured(path) { UnwantedFiles.contains(path.name) ? .leaveOut : .take }
    }

    /// Whether its front matter keeps a copied file out of the site.
    ///
    /// Files of `static/` may be listed by pages of their own, so merely unlisted ones are copied.
    func hides(_ file: SourcePath, _ facts: AssetFacts?) -> Bool {
        guard let facts, facts.isHidden else { return false }
        if !file.isInside(Self.statics) { return true }
        return facts.isUnpublished && !include.match(file)
    }

    /// The decision of `include` and `exclude`, or else of `standard`.
    private func configured(
        _ path: SourcePath, _ standard: () -> FolderWalk.Taking
    ) -> FolderWalk.Taking {
        if include.isEmpty, exclude.isEmpty { return standard() }
        // No pattern can mean a repository, which contains its whole history.
        if path.name == ".git" { return .leaveOut }
        if include.match(path) { return .include }
        var taking = standard()
        if exclude.match(path) { taking = taking == .take ? .exclude : .pass }
        // An included file may be in a folder that is not.
        let isOnTheWay = taking != .take && include.contains { $0.mayMatch(below: path) }
        return isOnTheWay ? .enter : taking
    }

    /// The role of a text by its place, and the `_drafts` folder around it.
    func role(of text: SourcePath) -> (role: TextSource.Role, draftsFolder: SourcePath?) {
        if isListText(text) { return (.listText, nil) }
        if let drafts = draftsFolder(of: text) {
            return (holdsPosts(draftsFolder: drafts) ? .post : .page, drafts)
        }
        return (text.isInside(posts) ? .post : .page, nil)
    }

    /// The innermost `_drafts` folder around a file; nil: its place does not make it a draft.
    func draftsFolder(of file: SourcePath) -> SourcePath? {
        var folder = file.folder
        while folder != content, !folder.string.isEmpty {
            // A site may keep its posts below a folder of that name on purpose.
            if posts.isInside(folder) { return nil }
            if folder.name == Self.draftsName { return folder }
            folder = folder.folder
        }
        return nil
    }

    /// Whether the texts of a `_drafts` folder are posts: at the top of content, next to the posts
    /// or among them. Elsewhere they are pages.
    func holdsPosts(draftsFolder: SourcePath) -> Bool {
        let parent = draftsFolder.folder
        return parent == content || parent == posts.folder || parent.isInside(posts)
    }

    /// The source path of a configured path, relative or absolute; nil: outside the site.
    private static func sourcePath(of path: String, in folder: SiteFolder) -> SourcePath? {
        var path = path[...]
        if path.hasPrefix("/") {
            let top = folder.absolute(SourcePath("")) + "/"
            guard path.hasPrefix(top) else { return nil }
            path = path.dropFirst(top.count)
        }
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains("..") else { return nil }
        return SourcePath(parts.joined(separator: "/"))
    }
}

extension Configuration {
    /// The posts' folder under the site's folder: `content/posts`.
    package var postsFolder: SourcePath {
        posts.folder.string.isEmpty ? build.content : build.content.appending(posts.folder.string)
    }
}
