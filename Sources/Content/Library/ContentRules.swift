import Addresses

/// Which files under the content folder are content, and of what sort, by their paths alone.
struct ContentRules: Sendable {
    /// The content folder; empty: the site's folder itself.
    let content: SourcePath
    /// The posts' folder, under the site's folder.
    let posts: SourcePath
    /// Folders and files under content that belong to galley.
    private let excluded: Set<SourcePath>

    /// Where files lie that are copied to the root of the output.
    static let statics = SourcePath("static")
    /// The name of a folder whose texts are drafts.
    static let draftsName = "_drafts"

    init(_ configuration: Configuration, _ folder: SiteFolder) {
        content = configuration.build.content
        posts = configuration.postsFolder
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

    /// Whether the walk takes a file, or enters a folder, of content.
    ///
    /// Names that begin with `_` or `.` or end with `~` are not content but for `_index.md`,
    /// `_drafts` and what the configuration names.
    func isContent(_ path: SourcePath) -> Bool {
        if excluded.contains(path) { return false }
        let name = path.name
        if name.hasSuffix("~") { return posts.isInside(path) }
        guard name.hasPrefix("_") || name.hasPrefix(".") else { return true }
        if name == Self.draftsName || posts.isInside(path) { return true }
        return path.isMarkdown && path.stem == "_index"
    }

    /// The `_drafts` folder that a file lies in, the innermost one; nil: it is no draft by place.
    func draftsFolder(of file: SourcePath) -> SourcePath? {
        var folder = file.folder
        while folder != content, !folder.string.isEmpty {
            // A site may keep its posts below a folder of that name, and means what it says.
            if posts.isInside(folder) { return nil }
            if folder.name == Self.draftsName { return folder }
            folder = folder.folder
        }
        return nil
    }

    /// Whether the texts of a `_drafts` folder are posts: at the top of content, beside the posts
    /// or among them. Elsewhere they are pages.
    func holdsPosts(draftsFolder: SourcePath) -> Bool {
        let parent = draftsFolder.folder
        return parent == content || parent == posts.folder || parent.isInside(posts)
    }

    /// The source path of a path as configured, relative or absolute; nil: outside of the site.
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
