#if os(Linux)
    import Addresses

    /// The watches on all folders of a site, updated as folders come and go.
    struct InotifyTree: ~Copyable {
        /// The kernel's queue and its watches.
        private var inotify: Inotify
        private let walk: TreeWalk
        private let limit: Int
        /// A folder may be reached on two paths, through a link, and then has one watch.
        private var paths: [Int32: Set<SourcePath>] = [:]
        private var watches: [SourcePath: Int32] = [:]
        /// Whether some folder could not be watched, because the user has no watches left.
        private(set) var isIncomplete = false

        /// Watches every folder; nil if the system provides no queue.
        ///
        /// - Parameter limit: of watches; the system's may be lower.
        init?(_ walk: TreeWalk, limit: Int = .max) {
            guard let inotify = Inotify() else { return nil }
            self.inotify = inotify
            self.walk = walk
            self.limit = limit
            watchAll()
        }

        /// For waiting with `poll`.
        var descriptor: Int32 { inotify.descriptor }
        /// How many folders are watched.
        var count: Int { paths.count }

        /// Adds the kernel's pending events to `changes`. Returns false if there were none.
        mutating func collect(into changes: inout FileChanges) -> Bool {
            let events = inotify.events()
            for event in events { take(event, into: &changes) }
            return !events.isEmpty
        }

        private mutating func take(_ event: Inotify.Event, into changes: inout FileChanges) {
            if event.isOverflow {
                // A lost event may have been a new folder.
                changes.isEverything = true
                watchAll()
                return
            }
            let folders = paths[event.watch] ?? []
            if event.isWatchGone {
                for folder in folders { forget(folder) }
                return
            }
            for folder in folders {
                guard !event.name.isEmpty else {
                    // The folder itself is gone; its parent reports the new place, unless a link
                    // led to it.
                    if event.isGone, walk.folders.contains(folder: folder) {
                        changes.paths.insert(folder)
                        if event.isMoved { forgetTree(folder) }
                    }
                    continue
                }
                take(folder.appending(event.name), event, into: &changes)
            }
        }

        private mutating func take(
            _ path: SourcePath, _ event: Inotify.Event, into changes: inout FileChanges
        ) {
            if event.isFolder || event.isNewEntry {
                if walk.folders.contains(folder: path) {
                    if event.isGoneEntry { forgetTree(path) }
                    if event.isNewEntry, FolderListing.isFolder(walk.absolute(path)),
                        !FolderListing.isLink(walk.absolute(path)) || walk.follows(path)
                    {
                        // Files created in it before it was watched would be missed.
                        watch(from: path) { changes.paths.insert($0) }
                    }
                    if event.isFolder { changes.paths.insert(path) }
                }
                if event.isFolder { return }
            }
            if walk.folders.contains(file: path) { changes.paths.insert(path) }
        }

        private mutating func watchAll() {
            watch(SourcePath(""))
            for root in walk.folders.roots where FolderListing.isFolder(walk.absolute(root)) {
                watch(from: root) { _ in }
            }
        }

        private mutating func watch(from start: SourcePath, _ found: (SourcePath) -> Void) {
            var folders: [SourcePath] = []
            var files: [SourcePath] = []
            // A folder is watched before it is read, so that no change is missed in between.
            walk.visit(
                from: start,
                folder: { path in
                    folders.append(path)
                    watch(path)
                }, file: { files.append($0) })
            for path in folders + files { found(path) }
        }

        private mutating func watch(_ path: SourcePath) {
            if watches.count >= limit, watches[path] == nil {
                isIncomplete = true
                return
            }
            switch inotify.add(walk.absolute(path)) {
            case .watch(let watch):
                // The path may have belonged to another folder.
                if let old = watches[path], old != watch { forget(path) }
                watches[path] = watch
                paths[watch, default: []].insert(path)
            case .noneLeft: isIncomplete = true
            case .gone: break
            }
        }

        private mutating func forgetTree(_ path: SourcePath) {
            for known in watches.keys where known.isInside(path) { forget(known) }
        }

        private mutating func forget(_ path: SourcePath) {
            guard let watch = watches.removeValue(forKey: path) else { return }
            paths[watch]?.remove(path)
            if paths[watch]?.isEmpty ?? true {
                paths[watch] = nil
                inotify.remove(watch)
            }
        }
    }
#endif
