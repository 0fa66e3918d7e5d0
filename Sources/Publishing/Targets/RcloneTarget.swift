import Addresses
import Foundation
import Output

/// Any remote that rclone reaches. Such places have no commits, so the order matters: a note of the
/// files to send, assets, pages, a comparison of all these, and only then the deletions. An
/// interruption leaves the site with more files than it needs, and the next publish finishes the
/// work.
///
/// The manifest of each publish records what the remote has.
package struct RcloneTarget: PublishTarget {
    package let type = "rclone"
    private let remote: RcloneRemote
    private let protection: Protection
    /// A folder for lists and generated files, absolute.
    private let scratch: String

    package init(
        remote: String, protection: Protection, scratch: String, environment: [String: String]
    ) throws(PublishError) {
        self.remote = try RcloneRemote(remote, environment: environment)
        self.protection = protection
        self.scratch = scratch
    }

    package func additions(to tree: SiteTree) -> [SiteFile] { [] }

    package func locked<Result: Sendable>(
        whenBusy: @Sendable () -> Void, _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        let lock = try BuildLock(for: OutputFolder(scratch), whenBusy: whenBusy)
        let result = try await body()
        lock.release()
        return result
    }

    package func state() async throws(PublishError) -> TargetState {
        try await known().state
    }

    private struct Known {
        let state: TargetState
        let manifest: Manifest?
    }

    private func known() async throws(PublishError) -> Known {
        let listed = try await remote.files()
        var manifest: Manifest?
        var raw: [UInt8] = []
        if listed[Manifest.path] != nil {
            raw = try await remote.read(Manifest.path)
            manifest = Manifest(raw)
            if manifest == nil {
                throw PublishError(
                    "'\(Manifest.path)' of the remote is no manifest of galley",
                    hint: "take it away, if nothing else needs it")
            }
        }
        let noted = Dictionary(
            (manifest?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let pending = Set(manifest?.pending ?? [])
        var files: [OutputPath: TargetState.File] = [:]
        for (path, size) in listed where path != Manifest.path {
            let entry = noted[path.string]
            let isPending = pending.contains(path.string)
            let isSure = entry?.size == size && !isPending
            let content = isSure ? entry?.sha256.map(TargetState.File.Content.sha256) : nil
            files[path] = TargetState.File(
                size: size, content: content ?? .unknown,
                isOurs: (entry != nil || isPending) && !isProtectedByName(path),
                isForeign: entry == nil && !isPending)
        }
        let lines = listed.map { "\($0.value) \($0.key)" }.sorted().joined(separator: "\n")
        let identity =
            listed.isEmpty
            ? TargetState.empty.identity : namedDigest(of: Array(lines.utf8) + raw)
        return Known(state: TargetState(files: files, identity: identity), manifest: manifest)
    }

    /// A host's file from galley itself may be deleted, if allowed; files that the site protects
    /// never.
    private func isProtectedByName(_ path: OutputPath) -> Bool {
        !HostFiles.contain(path) && protection.covers(path)
    }

    package func apply(
        _ plan: PublishPlan, _ tree: SiteTree
    ) async throws(PublishError) -> PublishResult {
        let before = try await known()
        guard before.state.identity == plan.state else { return .moved }
        let run = String(UInt64.random(in: 1 ... .max), radix: 16)
        let work = try WorkFolder(scratch)
        let sent = plan.sent
        let files = tree.files.filter { sent.contains($0.path.string) }
        try work.write(files)

        let old = before.manifest
        let pending = Set(sent).union(old?.pending ?? [])
        let note = Manifest(
            digest: old?.digest ?? "", run: run, files: old?.files ?? [],
            pending: pending.sorted())
        try await remote.write(Manifest.path, note.json)
        for kind in FileKind.allCases {
            for (folder, list) in try work.lists(of: files.filter { FileKind($0.path) == kind }) {
                try await remote.send(list, from: folder, cacheControl: kind.cacheControl)
            }
        }
        for (folder, list) in try work.lists(of: files) {
            try await remote.compare(list, with: folder)
        }
        try verify(files)
        guard Manifest(try await remote.read(Manifest.path))?.run == run else {
            throw PublishError(
                "another publish to the same remote came between; nothing was deleted",
                hint: "let it end, then publish again")
        }
        if !plan.delete.isEmpty {
            try await remote.delete(try work.list(plan.delete.map(\.path), name: "delete"))
        }
        try await remote.write(Manifest.path, Manifest(tree, run: run).json)
        await removeEmptied(plan, tree, before)
        return .done(run)
    }

    /// Removes the folders that are empty since their files were deleted, by this publish or by an
    /// interrupted one. Folders that were empty before are not galley's.
    ///
    /// The site is already published, so a folder that cannot be removed stays.
    private func removeEmptied(_ plan: PublishPlan, _ tree: SiteTree, _ before: Known) async {
        let deleted = Set(plan.delete.map { OutputPath($0.path) })
        let left = tree.files.map(\.path) + before.state.files.keys.filter { !deleted.contains($0) }
        let gone = before.manifest?.files.map { OutputPath($0.path) } ?? []
        let emptied = EmptiedFolders(left: left, gone: Array(deleted) + gone).tops
        guard !emptied.isEmpty, await remote.keepsEmptyFolders() else { return }
        for folder in emptied { await remote.removeEmpty(folder) }
    }

    /// Checks that the files still have the planned bytes, so that the files compared with them
    /// have these too.
    private func verify(_ files: [SiteFile]) throws(PublishError) {
        for file in files {
            guard case .file(let path) = file.source else { continue }
            guard try FileReading(path, keepingUpTo: 0).digest == file.digest else {
                throw PublishError.changedUnderWay(file.path)
            }
        }
    }
}
