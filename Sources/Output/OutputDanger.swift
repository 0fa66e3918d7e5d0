import Diagnostics
import Synchronization
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Diagnostic.ID {
    static let outputHoldsSources = Diagnostic.ID("output/holds-sources")
    static let outputHoldsRepository = Diagnostic.ID("output/holds-repository")
    static let outputNotGalleys = Diagnostic.ID("output/not-galleys")
}

extension OutputFolder {
    /// Checks whether a build would delete something that must never be deleted, whatever the user
    /// allows: an error if the output is, contains or is inside something that belongs to the site
    /// or to Git, or is a home folder.
    ///
    ///     output "." or "content"   ->  error: output folder '.' holds 'content', which …
    ///
    /// Paths are compared as the system resolves them, and by identity, so links, bind mounts and
    /// case-insensitive file systems hide nothing. A path that does not exist is also compared.
    ///
    /// - Parameters:
    ///   - paths: what the output may neither be nor contain, such as the site's folder and its
    ///     content. It may be inside one of them: `public` is in the site's folder.
    ///   - closed: folders that it may not be inside either, such as `static`.
    package func check(
        protecting paths: [String], closed: [String] = [], at place: Place? = nil
    ) -> Diagnostic? {
        for path in paths + closed where holds(path) {
            return danger(.outputHoldsSources, "holds '\(path)'", place)
        }
        for path in closed where liesIn(path) {
            return danger(.outputHoldsSources, "lies in '\(path)'", place)
        }
        if let home = getenv("HOME"), holds(String(cString: home)) {
            return danger(.outputHoldsSources, "holds the home folder", place)
        }
        if isHomeOfItsOwner {
            return danger(.outputHoldsSources, "is a home folder", place)
        }
        if (try? FileStatus.following(path + "/.git")) != nil {
            return danger(.outputHoldsRepository, "holds a Git repository", place)
        }
        for folder in path.foldersAbove where isGitData(folder) {
            return danger(.outputHoldsRepository, "lies in the data of Git, '\(folder)'", place)
        }
        return nil
    }

    /// Checks whether a build would delete files that galley did not write: an error for a folder
    /// that is not empty and not a known output of galley.
    ///
    /// Only under the ``BuildLock``. Throws if the folder cannot be read.
    ///
    /// - Parameters:
    ///   - last: the fingerprint of the site's last output, which also identifies the folder.
    ///   - isAdopted: whether the user hands the folder over. Repositories cannot be handed over.
    ///   - sources: a folder of the site's texts; nor can its contents, if `isSource` accepts the
    ///     name of one of its files.
    package func checkOrigin(
        last: OutputFingerprint?, isAdopted: Bool, sources: String,
        isSource: @Sendable (String) -> Bool, at place: Place? = nil
    ) throws(OutputError) -> Diagnostic? {
        do throws(Errno) {
            guard try FileStatus.following(path) != nil else { return nil }
            let folder = try OpenFolder(path)
            guard case .others(let names) = try folder.origin() else { return nil }
            if let last, OutputFingerprint.of(self) == last { return nil }
            if !isAdopted { return notGalleys(names, place) }
            let isInSources = liesIn(sources)
            return try lost(with: folder) { isInSources && isSource($0) }.map {
                danger(.outputHoldsSources, "holds '\($0)'", place)
            }
        } catch {
            throw OutputError(.read, path, error)
        }
    }

    /// The content that prevents handing over a folder, by its path in it: the first repository or
    /// source; nil: nothing.
    private func lost(
        with folder: borrowing OpenFolder, _ isSource: @Sendable (String) -> Bool
    ) throws(Errno) -> String? {
        let found = Mutex<[String]>([])
        try folder.walk { (path, _, files) throws(Errno) in
            var lost = files.map(\.description).filter { isSource($0) || $0.isGitName }
                .map { path.appending(DiskPath($0)).description }
            if path.name.isGitName { lost.append(path.description) }
            if !lost.isEmpty { found.withLock { $0 += lost } }
        }
        return found.withLock { $0.min() }
    }

    private func danger(_ id: Diagnostic.ID, _ what: String, _ place: Place?) -> Diagnostic {
        .error(
            id, "output folder '\(given)' \(what), which each build would delete", at: place,
            explanation: """
                A build replaces the whole output folder: what no page, listing or asset of the \
                site owns is gone afterwards.
                """,
            fixes: [.init("give the output a folder of its own, such as 'public'")])
    }

    private func notGalleys(_ names: [String], _ place: Place?) -> Diagnostic {
        let first = names.prefix(3).map { "'\($0.printableLine)'" }.joined(separator: ", ")
        let others = names.count > 3 ? " and \(names.count - 3) more" : ""
        return .error(
            .outputNotGalleys, "output folder '\(given)' holds files that galley did not write",
            at: place,
            explanation: "A build replaces the whole folder: all that is in it would be deleted.",
            notes: [.init("it holds \(first)\(others)")],
            fixes: [
                .init("empty it"),
                .init("choose another folder: 'output' of [build], or --output"),
                .init("hand it over, once, with all that is in it: galley build --adopt"),
            ])
    }

    /// Whether the other path is this folder or is inside it.
    private func holds(_ other: String) -> Bool {
        guard !other.isEmpty, let other = try? Self.resolve(other) else { return false }
        return Self.isOne(of: other.foldersAbove, path)
    }

    /// Whether this folder is the other path or is inside it.
    private func liesIn(_ other: String) -> Bool {
        guard !other.isEmpty, let other = try? Self.resolve(other) else { return false }
        return Self.isOne(of: path.foldersAbove, other)
    }

    private static func isOne(of folders: [String], _ path: String) -> Bool {
        let own = (try? FileStatus.following(path)).flatMap { $0 }
        return folders.contains { folder in
            if folder.utf8.elementsEqual(path.utf8) { return true }
            guard let own, let status = (try? FileStatus.following(folder)).flatMap({ $0 }) else {
                return false
            }
            return status.isSameFile(as: own)
        }
    }

    /// Whether it is or contains the home folder of its owner, who may differ from the user of the
    /// build (`sudo`). System accounts have numbers below 500.
    private var isHomeOfItsOwner: Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_uid == 0 || status.st_uid >= 500,
            let user = getpwuid(status.st_uid),
            let home = user.pointee.pw_dir
        else { return false }
        return holds(String(cString: home))
    }

    /// Whether a folder holds Git's data: `.git`, or a bare repository.
    private func isGitData(_ folder: String) -> Bool {
        if DiskPath(folder).name.isGitName { return true }
        func kind(_ name: String) -> FileStatus.Kind? {
            (try? FileStatus.following(folder + "/" + name)).flatMap { $0?.kind }
        }
        return kind("HEAD") == .file && kind("objects") == .folder && kind("refs") == .folder
    }
}

extension String {
    /// Whether Git keeps its data under this name, also on disks that ignore case.
    fileprivate var isGitName: Bool { utf8.count == 4 && lowercased() == ".git" }

    /// `/a/b`, `/a` for the path `/a/b`, without `/`.
    fileprivate var foldersAbove: [String] {
        var folders: [String] = []
        var path = self[...]
        while !path.isEmpty, path != "/" {
            folders.append(String(path))
            path = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
        }
        return folders
    }
}
