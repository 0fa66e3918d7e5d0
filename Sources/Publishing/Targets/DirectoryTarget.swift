import Addresses
import Foundation
import Output

/// A folder that a server reads: `releases/NNNNNN-DIGEST/` for each publish, with its manifest next
/// to it, and the link `current`, which is switched atomically.
///
///     /srv/blog/current -> releases/000012-3f09a1c277de
///
/// Unchanged files are hard links to the older release's, so they keep their time and take no
/// space. A release also keeps the digest-named files of the older ones: a reader with an old page
/// open still finds its style sheet.
package struct DirectoryTarget: PublishTarget {
    package let type = "directory"
    private let folder: ReleaseFolder
    /// How many releases to keep, including the newest; at least 1.
    private let keep: Int
    /// The replacement for the state of a folder without releases, such as a fresh CI runner's.
    private let live: LiveManifest?
    /// Simulates a kill in tests.
    private let interruption: @Sendable (Step) -> Bool

    /// The steps at which a test can stop a publish, as a kill would.
    enum Step: CaseIterable, Sendable {
        case begun, named, described, switched
    }

    /// - Parameter path: absolute; created if it is missing.
    package init(path: String, keep: Int, live: LiveManifest? = nil) {
        self.init(path: path, keep: keep, live: live) { _ in false }
    }

    init(
        path: String, keep: Int, live: LiveManifest?,
        interruption: @escaping @Sendable (Step) -> Bool
    ) {
        folder = ReleaseFolder(path: path)
        self.keep = max(1, keep)
        self.live = live
        self.interruption = interruption
    }

    /// The site online shows the next runner what it has. A runner's folder is empty, so this file
    /// is always new to it: there is a release to upload even if the site is unchanged.
    package func additions(to tree: SiteTree) -> [SiteFile] {
        guard live != nil else { return [] }
        return [SiteFile(Manifest.path, bytes: Manifest(tree).json)]
    }

    package func locked<Result: Sendable>(
        whenBusy: @Sendable () -> Void, _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        let lock = try BuildLock(for: folder.output("new"), whenBusy: whenBusy)
        let result = try await body()
        lock.release()
        return result
    }

    package func state() async throws(PublishError) -> TargetState {
        guard let current = try folder.current() else {
            return try await live?.state() ?? .empty
        }
        guard let manifest = folder.manifest(of: current) else {
            throw PublishError(
                "'\(folder.path)/current' leads to '\(current)', which has no manifest",
                hint: "take the link away, or let it lead to a release that galley made")
        }
        return manifest.state(identity: current)
    }

    package func apply(
        _ plan: PublishPlan, _ tree: SiteTree
    ) async throws(PublishError) -> PublishResult {
        let current = try folder.current()
        guard plan.state == current || current == nil else { return .moved }
        try folder.clear()
        let name = try release(for: tree, current)
        if !folder.has(name) {
            try folder.begin(name, Manifest(tree))
            if interruption(.begun) { throw Self.interrupted }
            try stage(tree, as: name, beside: current)
        }
        if interruption(.named) { throw Self.interrupted }
        try folder.describe(name, Manifest(tree))
        if interruption(.described) { throw Self.interrupted }
        folder.flush()
        try folder.point(to: name)
        if interruption(.switched) { throw Self.interrupted }
        guard try folder.current() == name else {
            throw PublishError("'\(folder.path)/current' was changed while it was switched")
        }
        try folder.prune(keeping: keep)
        return .done(name)
    }

    /// Switches back to the release before the current one; returns its name.
    package func rollback() throws(PublishError) -> String {
        guard let current = try folder.current() else {
            throw PublishError("nothing was published to '\(folder.path)' yet")
        }
        guard let older = try folder.complete().last(where: { $0 < current }) else {
            throw PublishError(
                "there is no release before '\(current)'",
                hint: "'keep' of the target says how many stay")
        }
        try folder.point(to: older)
        return older
    }

    static let interrupted = PublishError("interrupted")

    /// The release that an interrupted publish had already finished, or a new name.
    private func release(
        for tree: SiteTree, _ current: String?
    ) throws(PublishError) -> String {
        let ending = "-" + ReleaseFolder.ending(tree.digest)
        let newest = try folder.complete().last
        if let newest, newest > current ?? "", newest.hasSuffix(ending) { return newest }
        var number = newest.flatMap { Int($0.prefix { $0 != "-" }) } ?? 0
        var name: String
        repeat {
            number += 1
            let digits = String(number)
            name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ending
            // Somebody else's folder may have the name.
        } while folder.has(name)
        return name
    }

    private func stage(
        _ tree: SiteTree, as name: String, beside current: String?
    ) throws(PublishError) {
        do throws(OutputError) {
            let neighbour: OutputFolder? =
                if let current { try folder.output(current) } else { nil }
            let staged = try StagedTree(at: folder.output(name), linkingFrom: neighbour)
            for file in tree.files {
                switch file.source {
                case .file(let source): try staged.copy(file.path, fromFile: source)
                case .bytes(let bytes): try staged.write(file.path, bytes)
                }
            }
            try carryOver(beside: tree, into: staged)
            _ = try staged.commit()
        } catch {
            throw PublishError("\(error)")
        }
        try verify(tree, in: name)
    }

    /// Checks that every file of the release has the planned bytes, because somebody may have
    /// written to the output folder meanwhile.
    private func verify(_ tree: SiteTree, in name: String) throws(PublishError) {
        for file in tree.files {
            let path = folder.releases + "/" + name + "/" + file.path.string
            let read = try FileReading(path, keepingUpTo: 0)
            guard read.digest == file.digest else {
                try folder.remove(name)
                throw PublishError.changedUnderWay(file.path)
            }
        }
    }

    private func carryOver(
        beside tree: SiteTree, into staged: StagedTree
    ) throws(OutputError) {
        var taken = Set(tree.files.map(\.path))
        // An unreadable folder is already reported.
        for release in ((try? folder.complete()) ?? []).reversed() {
            for file in folder.manifest(of: release)?.files ?? [] {
                let path = OutputPath(file.path)
                let old = folder.releases + "/" + release + "/" + file.path
                guard FileKind(path) == .immutable, !taken.contains(path),
                    FileManager.default.fileExists(atPath: old)
                else { continue }
                taken.insert(path)
                try staged.copy(path, fromFile: old)
            }
        }
    }
}

extension PublishError {
    static func changedUnderWay(_ path: OutputPath) -> PublishError {
        PublishError(
            "'\(path)' changed while it was published", hint: "publish again, with no build beside")
    }
}
