import Foundation
import Output

/// The folder of a ``DirectoryTarget``: its releases, their manifests, and the link to one of them.
struct ReleaseFolder: Sendable {
    /// Absolute.
    let path: String

    var releases: String { path + "/releases" }

    private var link: String { path + "/current" }

    /// A release as an output folder.
    func output(_ name: String) throws(OutputError) -> OutputFolder {
        try OutputFolder(releases + "/" + name)
    }

    /// The release that `current` leads to; nil where there is no such link.
    func current() throws(PublishError) -> String? {
        var status = stat()
        guard lstat(link, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("read", link)
        }
        guard status.st_mode & S_IFMT == S_IFLNK,
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link),
            target.hasPrefix("releases/"), target.split(separator: "/").count == 2
        else {
            throw PublishError(
                "'\(link)' is no link to a release of galley",
                hint: "name another folder as 'path' of the target, or take 'current' away")
        }
        let name = String(target.dropFirst("releases/".count))
        return has(name) ? name : nil
    }

    /// Whether the folder of a release is there. It gets its name when all of it is written.
    func has(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(
            atPath: releases + "/" + name, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The releases with a manifest, the oldest first.
    func complete() throws(PublishError) -> [String] {
        try names().filter { isRelease($0) && has($0) && manifest(of: $0) != nil }
    }

    func manifest(of name: String) -> Manifest? {
        FileManager.default.contents(atPath: manifestPath(name)).flatMap { Manifest(Array($0)) }
    }

    /// Writes the manifest of a release, in one step.
    func describe(_ name: String, _ manifest: Manifest) throws(PublishError) {
        do {
            try Data(manifest.json).write(
                to: URL(filePath: manifestPath(name)), options: .atomic)
        } catch {
            throw PublishError(
                "cannot write '\(manifestPath(name))': \(error.reason)")
        }
    }

    /// Lets `current` lead to a release, in one step that no reader sees half done.
    func point(to name: String) throws(PublishError) {
        let new = path + "/.current.galley-" + String(UInt64.random(in: 1 ... .max), radix: 16)
        guard symlink("releases/" + name, new) == 0 else { throw failure("create", new) }
        guard rename(new, link) == 0 else {
            let error = failure("switch", link)
            _ = unlink(new)
            throw error
        }
    }

    /// Asks the system to keep on the disk what was written.
    func flush() { try? output("new").flushFolder() }

    /// Removes what a publish that was killed left: trees under hidden names, releases without a
    /// manifest, manifests without a release, links that were not switched. Only under the lock.
    func clear() throws(PublishError) {
        let current = try current()
        for name in try names() {
            let isLeftover =
                isHidden(name)
                || (isRelease(name) && name != current && manifest(of: name) == nil)
                || (name.hasSuffix(".json") && !has(String(name.dropLast(5))))
            if isLeftover { try removeEntry(releases + "/" + name) }
        }
        let tops = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in tops where name.hasPrefix(".current.galley-") {
            try removeEntry(path + "/" + name)
        }
    }

    /// Removes the oldest releases, but never the current one.
    func prune(keeping count: Int) throws(PublishError) {
        let current = try current()
        let others = try complete().filter { $0 != current }
        for name in others.dropLast(max(0, count - 1)) { try remove(name) }
    }

    /// Removes a release: the manifest first, so that a rest of it is cleared by the next publish.
    func remove(_ name: String) throws(PublishError) {
        let manifest = manifestPath(name)
        if FileManager.default.fileExists(atPath: manifest) { try removeEntry(manifest) }
        try removeEntry(releases + "/" + name)
    }

    private func manifestPath(_ name: String) -> String { "\(releases)/\(name).json" }

    /// By bytes, which is by age; none where the folder is missing.
    private func names() throws(PublishError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: releases).sorted()
        } catch {
            if !FileManager.default.fileExists(atPath: releases) { return [] }
            throw PublishError("cannot read '\(releases)': \(error.reason)")
        }
    }

    /// `000012-3f09a1c277de`.
    private func isRelease(_ name: String) -> Bool {
        name.wholeMatch(of: /[0-9]{6,}-[0-9a-f]{12}/) != nil
    }

    /// `.000012-3f09a1c277de.galley-3f09a1c277de5b40`, and the temporary names of manifests.
    private func isHidden(_ name: String) -> Bool {
        name.wholeMatch(of: /\.[0-9]{6,}-[0-9a-f]{12}\.galley-[0-9a-f]{16}(?:\.old)?/) != nil
            || name.hasPrefix(".dat.nosync")
    }

    private func removeEntry(_ path: String) throws(PublishError) {
        do { try FileManager.default.removeItem(atPath: path) } catch {
            throw PublishError("cannot remove '\(path)': \(error.reason)")
        }
    }

    private func failure(_ verb: String, _ path: String) -> PublishError {
        PublishError("cannot \(verb) '\(path)': \(String(cString: strerror(errno)))")
    }
}
