#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The output folder of the site, which exists or is created by the first build.
///
/// A symbolic link is resolved here, once: the folder that it leads to is swapped, the link stays.
package struct OutputFolder: Sendable, Hashable {
    /// As the caller gave it, for messages.
    package let given: String
    /// Absolute, without symbolic links.
    package let path: String

    /// The folder around the output, where builds are staged: the same file system, unless the
    /// output is a mount point.
    let parent: String
    let name: String

    /// Resolves a path, absolute or from the working folder; creates nothing.
    ///
    /// Throws if an output is impossible there: a file in the way, a broken link, the root.
    package init(_ given: String) throws(OutputError) {
        self.given = given
        do throws(Errno) {
            path = try Self.resolve(given)
            if let status = try FileStatus.following(path), status.kind != .folder {
                throw Errno(ENOTDIR)
            }
        } catch {
            throw OutputError(.use, given, error)
        }
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
        name = String(path[path.utf8.index(after: slash)...])
        parent = slash == path.startIndex ? "/" : String(path[..<slash])
        if name.isEmpty {
            throw OutputError(
                .use, given, Errno(EPERM), hint: "each build replaces the whole output folder")
        }
    }

    /// The current entry there; nil: nothing.
    func status() throws(OutputError) -> FileStatus? {
        do throws(Errno) { return try OpenFolder(parent).status(DiskPath(name)) } catch {
            throw OutputError(.use, path, error)
        }
    }

    /// The path without symbolic links, `.` and `..`; its last parts need not exist.
    static func resolve(_ path: String) throws(Errno) -> String {
        var missing: [Substring] = []
        var existing = path.utf8.first == UInt8(ascii: "/") ? path[...] : "./" + path[...]
        while true {
            if let real = realpath(String(existing), nil) {
                defer { free(real) }
                let folder = String(cString: real)
                return missing.reversed().reduce(folder) { $0 == "/" ? "/" + $1 : $0 + "/" + $1 }
            }
            let failure = Errno.current
            guard failure.code == ENOENT else { throw failure }
            var status = stat()
            if lstat(String(existing), &status) == 0 { throw failure }
            // One part less; the path begins with "/" or ".", which exist.
            while existing.utf8.last == UInt8(ascii: "/") { existing.removeLast() }
            let start = existing.utf8.lastIndex(of: UInt8(ascii: "/"))
                .map(existing.utf8.index(after:))
            guard let start else { throw failure }
            let part = existing[start...]
            if part == ".." { throw failure }
            if part != "." { missing.append(part) }
            existing = existing[..<start]
        }
    }
}
