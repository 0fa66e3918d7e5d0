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

    /// The target of `current`; nil without such a link.
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

    /// Whether the folder of a release exists. It gets its name when all of it is written.
    func has(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(
            atPath: releases + "/" + name, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The complete releases, oldest first: those with a manifest without pending files.
    func complete() throws(PublishError) -> [String] {
        try names().filter { isRelease($0) && has($0) && manifest(of: $0)?.pending.isEmpty == true }
    }

    /// The manifest of a release; nil without one, or if it was written for another tree.
    func manifest(of name: String) -> Manifest? {
        guard isRelease(name),
            let manifest = FileManager.default.contents(atPath: manifestPath(name))
                .flatMap({ Manifest(Array($0)) }),
            name.hasSuffix("-" + Self.ending(manifest.digest))
        else { return nil }
        return manifest
    }

    /// The end of the name of a tree's release: 12 digits of the tree's digest.
    static func ending(_ digest: String) -> String {
        String(digest.dropFirst("sha256:".count).prefix(12))
    }

    /// Records that a release is being made, before its folder exists: galley may remove only
    /// releases with such a record.
    func begin(_ name: String, _ manifest: Manifest) throws(PublishError) {
        var begun = manifest
        begun.pending = manifest.files.map(\.path)
        // A site has a home page; an empty tree is pending as the folder itself.
        if begun.pending.isEmpty { begun.pending = [""] }
        try describe(name, begun)
    }

    /// Writes the manifest of a release atomically.
    func describe(_ name: String, _ manifest: Manifest) throws(PublishError) {
        let new = "\(releases)/.\(name).json.galley-\(Self.randomDigits())"
        do {
            try FileManager.default.createDirectory(
                atPath: releases, withIntermediateDirectories: true)
            try Data(manifest.json).write(to: URL(filePath: new), options: .withoutOverwriting)
        } catch {
            throw PublishError("cannot write '\(new)': \(error.reason)")
        }
        guard rename(new, manifestPath(name)) == 0 else {
            let error = failure("write", manifestPath(name))
            _ = unlink(new)
            throw error
        }
    }

    /// Switches `current` to a release atomically.
    func point(to name: String) throws(PublishError) {
        let new = path + "/.current.galley-" + Self.randomDigits()
        guard symlink("releases/" + name, new) == 0 else { throw failure("create", new) }
        guard rename(new, link) == 0 else {
            let error = failure("switch", link)
            _ = unlink(new)
            throw error
        }
    }

    /// Flushes what was written to the disk.
    func flush() { try? output("new").flushFolder() }

    /// Removes the leftovers of a killed publish: trees and files under hidden names, releases that
    /// were never completed, manifests without a release, links that were not switched. Files that
    /// galley did not write stay, whatever their names. Only under the lock.
    func clear() throws(PublishError) {
        for name in try names() {
            if isHidden(name) {
                try removeEntry(releases + "/" + name)
            } else if name.hasSuffix(".json") {
                let release = String(name.dropLast(".json".count))
                guard let manifest = manifest(of: release) else { continue }
                if !manifest.pending.isEmpty || !has(release) { try remove(release) }
            }
        }
        let tops = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in tops where isHiddenLink(name) { try removeEntry(path + "/" + name) }
    }

    /// Removes the oldest releases, but never the current one.
    func prune(keeping count: Int) throws(PublishError) {
        let current = try current()
        let others = try complete().filter { $0 != current }
        for name in others.dropLast(max(0, count - 1)) { try remove(name) }
    }

    /// Removes a release that galley made. First marks it incomplete in its manifest, so that the
    /// next publish removes any remainder.
    func remove(_ name: String) throws(PublishError) {
        if let manifest = manifest(of: name) { try begin(name, manifest) }
        if has(name) { try removeEntry(releases + "/" + name) }
        try removeEntry(manifestPath(name))
    }

    private func manifestPath(_ name: String) -> String { "\(releases)/\(name).json" }

    /// By bytes, which is by age; empty if the folder is missing.
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
        name.wholeMatch(of: /[0-9]{6,18}-[0-9a-f]{12}/) != nil
    }

    /// `.000012-3f09a1c277de.galley-3f09a1c277de5b40`, an unfinished tree, and the same for a
    /// manifest.
    private func isHidden(_ name: String) -> Bool {
        name.wholeMatch(of: /\.[0-9]{6,18}-[0-9a-f]{12}(?:\.json)?\.galley-[0-9a-f]{16}(?:\.old)?/)
            != nil
    }

    /// `.current.galley-3f09a1c277de5b40`, a link that was not switched to yet.
    private func isHiddenLink(_ name: String) -> Bool {
        name.wholeMatch(of: /\.current\.galley-[0-9a-f]{1,16}/) != nil
            && (try? FileManager.default.destinationOfSymbolicLink(atPath: path + "/" + name))
                != nil
    }

    private static func randomDigits() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
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
