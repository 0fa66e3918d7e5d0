import Foundation
import Programs

/// The Git repository around a site's folder, which is only read.
package struct SourceRepository: Sendable {
    let folder: String
    let environment: [String: String]

    /// - Parameter folder: the site's, absolute; it may be outside any repository.
    package init(_ folder: String, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// Git's own variables, which would substitute a hook's repository for the folder's.
    package static let foreignVariables = [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
        "GIT_NAMESPACE", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_QUARANTINE_PATH",
    ]

    /// Keeps the folder's own files from running programs: ignores a bare repository among them,
    /// and any monitor or hook of a configuration.
    static let options = [
        "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null",
    ]

    /// Git's output; nil if it fails, for example outside a repository, and without Git.
    func ask(_ arguments: [String]) async -> String? {
        guard let git = SearchPath.find("git") else { return nil }
        // Long enough for a large tree on a busy machine: a time-out counts as no answer.
        let run = ProgramRun(
            [git] + Self.options + ["-C", folder] + arguments, environment: environment,
            time: .seconds(600))
        let result = await run.run()
        guard result.ending == .exited(0) else { return nil }
        return String(decoding: result.output, as: UTF8.self)
    }

    /// The first line of Git's output.
    func line(_ arguments: [String]) async -> String? {
        await ask(arguments)?.split(separator: "\n").first.map(String.init)
    }

    /// The commit that is checked out.
    func head() async -> String? { await line(["rev-parse", "--verify", "--quiet", "HEAD"]) }

    /// The push address of a remote; nil without one of that name. A relative path is relative to
    /// the top of the repository, as in Git.
    package func address(ofRemote name: String) async -> String? {
        guard let address = await line(["remote", "get-url", "--push", name]) else { return nil }
        guard RemoteAddress.isPath(address), !address.hasPrefix("/"),
            let top = await line(["rev-parse", "--show-toplevel"])
        else { return address }
        return URL(filePath: top + "/" + address).standardizedFileURL.path
    }

    /// The relation of a commit to the one that is checked out.
    enum Relation: Sendable, Hashable {
        case same, ancestor, descendant
        /// Neither is in the history of the other.
        case none
        /// The repository lacks the commit, or a part of its history.
        case unknown
    }

    func relation(of commit: String, to head: String) async -> Relation {
        if commit == head { return .same }
        guard await ask(["cat-file", "-e", commit + "^{commit}"]) != nil else { return .unknown }
        if await ask(["merge-base", "--is-ancestor", commit, head]) != nil { return .ancestor }
        if await ask(["merge-base", "--is-ancestor", head, commit]) != nil { return .descendant }
        return await line(["rev-parse", "--is-shallow-repository"]) == "false" ? .none : .unknown
    }

    /// A branch of a remote.
    struct RemoteBranch: Sendable, Hashable {
        let address: RemoteAddress
        let name: String
    }

    /// The branch that the current branch is pushed to.
    ///
    /// - Parameter isAssumed: whether `origin` and the branch's own name replace a missing
    ///   configuration, as before the first push.
    func pushedBranch(isAssumed: Bool) async -> RemoteBranch? {
        guard let branch = await line(["symbolic-ref", "--quiet", "--short", "HEAD"]) else {
            return nil
        }
        func setting(_ name: String) async -> String? { await line(["config", "--get", name]) }
        let remote: String
        var name = branch
        if let other = await setting("branch.\(branch).pushRemote") {
            remote = other
        } else if let other = await setting("remote.pushDefault") {
            remote = other
        } else if let other = await setting("branch.\(branch).remote") {
            remote = other
            let merged = await setting("branch.\(branch).merge") ?? branch
            name = merged.hasPrefix("refs/heads/") ? String(merged.dropFirst(11)) : merged
        } else if isAssumed {
            remote = "origin"
        } else {
            return nil
        }
        // A branch may name an address instead of a remote.
        let address = await address(ofRemote: remote) ?? remote
        return RemoteBranch(address: RemoteAddress(address), name: name)
    }
}

/// A repository's address in a normalized form, so that two notations of one place are equal:
/// `git@host:a/b.git` and `https://host/a/b`.
struct RemoteAddress: Sendable, Hashable {
    private let host: String
    private let path: String

    init(_ text: String) {
        var (host, path) = ("", text)
        if let scheme = text.firstRange(of: "://") {
            let rest = text[scheme.upperBound...]
            host = String(rest.prefix { $0 != "/" })
            path = String(rest.dropFirst(host.count))
            // Without the port, because https and ssh lead to one repository.
            host = String((host.split(separator: "@").last ?? "").prefix { $0 != ":" })
        } else if !Self.isPath(text), let colon = text.firstIndex(of: ":") {
            host = String(text[..<colon].split(separator: "@").last ?? "")
            path = String(text[text.index(after: colon)...])
        }
        if host.isEmpty { path = URL(filePath: path).resolvingSymlinksInPath().path }
        while path.hasSuffix("/") { path.removeLast() }
        if path.hasSuffix(".git") { path.removeLast(4) }
        while path.hasSuffix("/") { path.removeLast() }
        self.host = host.lowercased()
        self.path = String(path.drop { $0 == "/" })
    }

    /// Whether it is a path on this machine, rather than a URL, `user@host:path` or rclone's
    /// `name:path`: no colon comes before its first slash (git-fetch(1), "GIT URLS").
    static func isPath(_ text: String) -> Bool {
        !text.prefix { $0 != "/" }.contains(":")
    }
}

extension String {
    /// Whether an address of a Git or rclone remote is a path on this machine.
    package var isLocalRemote: Bool { RemoteAddress.isPath(self) }
}
