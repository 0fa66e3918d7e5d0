import Addresses
import Foundation
import Output
import Text

/// A branch of a Git repository: one commit for each publish that changes something, on top of the
/// existing ones. History is kept, nothing is forced.
///
/// The work happens in a bare repository of its own under `.galley/`, which holds the branch's last
/// commit and may be deleted at any time; the site's own repository is not modified.
package struct GitTarget: PublishTarget {
    package let type = "git"
    private let branch: String
    private let protection: Protection
    private let scratch: String
    private let git: GitRepository
    private let sources: SourceTraces
    /// Further information in the commit message.
    private let message: CommitMessage

    /// The program and the source of the site.
    package struct CommitMessage: Sendable {
        package let source: String?
        package let isDirty: Bool
        package let galley: String

        package init(source: String?, isDirty: Bool, galley: String) {
            self.source = source
            self.isDirty = isDirty
            self.galley = galley
        }
    }

    /// - Parameters:
    ///   - remote: an address, a path, or the name of a remote of the site's repository.
    ///   - token: the value of a token for an https remote; passed to Git in its environment.
    ///   - scratch: the folder of the bare repository, absolute.
    ///   - site: the site's folder, absolute; its repository's `user.name` commits.
    ///   - sources: identifies a branch with the site's sources.
    package init(
        remote: String, branch: String, token: String?, protection: Protection, scratch: String,
        site: String, sources: SourceTraces, message: CommitMessage, environment: [String: String]
    ) throws(PublishError) {
        self.branch = branch
        self.protection = protection
        self.scratch = scratch
        self.sources = sources
        self.message = message
        git = try GitRepository(
            path: scratch, remote: remote, site: site, token: token, environment: environment)
    }

    /// Without `.nojekyll` GitHub leaves out every file whose name begins with `_`.
    package func additions(to tree: SiteTree) -> [SiteFile] {
        tree.files.contains { $0.path.string == ".nojekyll" }
            ? [] : [SiteFile(OutputPath(".nojekyll"), bytes: [])]
    }

    package func locked<Result: Sendable>(
        whenBusy: @Sendable () -> Void, _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        let lock = try BuildLock(for: OutputFolder(scratch), whenBusy: whenBusy)
        git.clearLocks()
        let result = try await body()
        lock.release()
        return result
    }

    package func state() async throws(PublishError) -> TargetState {
        try await git.prepare()
        let source = SourceBranch(name: branch, traces: sources, git: git)
        guard let tip = try await git.tip(of: branch) else {
            var state = TargetState.empty
            state.refusal = await source.refusal()
            return state
        }
        try await git.fetch(tip, of: branch)
        let listed = try await git.files(of: tip)
        let words = try await git.message(of: tip)
        let isOutput = try await isOutput(listed, words)
        var files: [OutputPath: TargetState.File] = [:]
        for entry in listed {
            files[entry.path] = TargetState.File(
                size: entry.size, content: entry.blob.map { .gitBlob($0) } ?? .unknown,
                isOurs: !protection.covers(entry.path), isForeign: !isOutput)
        }
        let refusal = try await source.refusal(
            tip: tip, files: listed, isKnown: words.contains(CommitMessage.branchLine))
        return TargetState(files: files, identity: tip, refusal: refusal)
    }

    /// Whether galley wrote the content of the branch: its last commit says so, or, below a commit
    /// that somebody put on top, the home page.
    private func isOutput(
        _ files: [GitRepository.Entry], _ message: String
    ) async throws(PublishError) -> Bool {
        if message.contains(CommitMessage.toolLine) { return true }
        guard let home = files.first(where: { $0.path.string == "index.html" }),
            let blob = home.blob
        else { return false }
        return OutputMark.isGalleys(try await git.bytes(ofBlob: blob))
    }

    package func apply(
        _ plan: PublishPlan, _ tree: SiteTree
    ) async throws(PublishError) -> PublishResult {
        let base = plan.state == TargetState.empty.identity ? nil : plan.state
        let commit = try await commit(plan, tree, on: base)
        let refusal = try await git.push(commit, to: branch)
        // The remote decides, whatever the push reported.
        let tip = try await git.tip(of: branch)
        if tip == commit { return .done(commit) }
        if let refusal, tip == base { throw refusal }
        return .moved
    }

    private func commit(
        _ plan: PublishPlan, _ tree: SiteTree, on base: String?
    ) async throws(PublishError) -> String {
        let sent = plan.sent
        let files = tree.files.filter { sent.contains($0.path.string) }
        let stored = files.compactMap { file in
            if case .file(let path) = file.source { (file, path) } else { nil }
        }
        let ids = try await git.store(stored.map(\.1))
        guard ids.count == stored.count else {
            throw PublishError("git stored \(ids.count) of \(stored.count) files")
        }
        for ((file, _), id) in zip(stored, ids) where id != file.digest.gitBlob {
            throw PublishError.changedUnderWay(file.path)
        }
        var stream = FastImport(
            message: message.text(tree), committer: try await git.committer(), parent: base)
        for path in plan.delete.map(\.path) { stream.delete(path) }
        for file in files {
            switch file.source {
            case .file: stream.add(file.path.string, blob: file.digest.gitBlob)
            case .bytes(let bytes): stream.add(file.path.string, bytes: bytes)
            }
        }
        return try await git.importCommit(stream.finish())
    }
}

extension GitTarget.CommitMessage {
    /// Begins the line with the program that made the commit.
    fileprivate static let toolLine = "\nPublished-By: galley "
    /// Marks the branch as output, whatever its history.
    fileprivate static let branchLine = "\nBranch-Holds: output\n"

    fileprivate func text(_ tree: SiteTree) -> String {
        let what = source.map { String($0.prefix(12)) + (isDirty ? " with changes" : "") }
        var lines = ["Publish \(what ?? "the site")", ""]
        if let source { lines.append("Source-Commit: \(source)") }
        lines.append("Site-Digest: \(tree.digest)")
        return lines.joined(separator: "\n") + Self.toolLine + galley + Self.branchLine
    }
}
