import Addresses
import Content

/// The folders that bundles own, and the addresses of their files.
struct BundleFolders {
    private enum Owner {
        /// The address of the bundle's text.
        case text(URLPath)
        /// The text is a draft, is in the future, has expired or is broken.
        case unpublished
    }

    private var owners: [String: Owner] = [:]

    /// - Parameter languages: if a folder has several texts, the one at the plain address owns it.
    init(
        _ library: Library, _ configuration: Configuration, _ languages: LanguageFolders,
        posts: [URLPath], pages: [URLPath]
    ) {
        let content = configuration.build.content
        let tops = [content.string, content.appending(configuration.posts.folder.string).string]
        // An index.md at the top of content, or of the posts, owns only itself.
        for hidden in library.hidden
        where !tops.contains(hidden.source.folder.string)
            && hidden.reason != .withoutPage(keepsFiles: true) && hidden.reason != .excluded
        {
            let stem = hidden.source.stem
            let name = LanguageSuffix.split(stem, site: configuration.site.language)?.name ?? stem
            if name == "index" { owners[hidden.source.folder.string] = .unpublished }
        }
        func add(_ bundle: SourcePath?, _ source: SourcePath, at path: URLPath) {
            guard let bundle else { return }
            if languages.folder(of: source) != nil, case .text? = owners[bundle.string] { return }
            owners[bundle.string] = .text(path)
        }
        for (post, path) in zip(library.posts, posts) { add(post.bundle, post.source, at: path) }
        for (page, path) in zip(library.pages, pages) { add(page.bundle, page.source, at: path) }
    }

    /// The address of an asset of content: next to the text of the innermost bundle around it,
    /// otherwise its own path; nil: its bundle is not published. O(folders above it).
    func path(of asset: Asset) -> URLPath? {
        if owners.isEmpty { return asset.path }
        var folder = asset.source.folder
        while !folder.string.isEmpty {
            switch owners[folder.string] {
            case .text(let path)?:
                return asset.source.relative(to: folder).map { path.folder.appending(file: $0) }
            case .unpublished?: return nil
            case nil: folder = folder.folder
            }
        }
        return asset.path
    }
}

extension URLPath {
    /// The folder for the files of a text at this address: `/a/` for `/a/` and for `/a.html`.
    var folder: URLPath {
        if isFolder { return self }
        let name = string.utf8.dropFirst(base.utf8.count)
        let end = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        let stem = end == name.startIndex ? name : name[..<end]
        return URLPath(base).appending(file: String(Substring(stem)) + "/")
    }
}
