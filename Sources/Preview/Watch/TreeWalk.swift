import Addresses

/// Walks the watched folders of a site as they are now; always ends, whatever links there are.
struct TreeWalk {
    /// The site's folder, absolute.
    let top: String
    let folders: WatchedFolders

    /// Visits `start` and all watched folders below it.
    ///
    /// - Parameters:
    ///   - folder: receives each folder, before its contents are read.
    ///   - file: receives each file of a watched folder, except temporary files of editors.
    func visit(
        from start: SourcePath, folder: (SourcePath) -> Void, file: (SourcePath) -> Void
    ) {
        var waiting = [start]
        // A folder reached by a link is entered once.
        var linked: Set<String> = []
        while let path = waiting.popLast() {
            folder(path)
            for entry in FolderListing.entries(of: absolute(path)) {
                let child = path.appending(entry.name)
                guard entry.isFolder else {
                    if folders.contains(file: child) { file(child) }
                    continue
                }
                guard folders.contains(folder: child) else { continue }
                if entry.isLink {
                    guard follows(child), let target = FolderListing.resolved(absolute(child)),
                        linked.insert(target).inserted,
                        !(absolute(child) + "/").hasPrefix(target + "/")
                    else { continue }
                }
                waiting.append(child)
            }
        }
    }

    /// Whether a link is followed: one that the site reads through. In `static/` a link to `/usr`
    /// is refused, and walking through it would use up every watch of the user.
    func follows(_ link: SourcePath) -> Bool {
        if folders.roots.contains(link) { return true }
        guard let root = folders.roots.first(where: { link.isInside($0) }) else { return false }
        if folders.linked.contains(root) { return true }
        guard let home = FolderListing.resolved(absolute(root)),
            let target = FolderListing.resolved(absolute(link))
        else { return false }
        return (target + "/").hasPrefix(home + "/")
    }

    func absolute(_ path: SourcePath) -> String {
        path.string.isEmpty ? top : top + "/" + path.string
    }
}
