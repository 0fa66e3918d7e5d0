import Foundation
import Programs

/// The Git repository that a site's folder lies in: it is asked, and never changed.
package struct SourceRepository: Sendable {
    let folder: String
    let environment: [String: String]

    /// - Parameter folder: the site's, absolute; it may lie in no repository.
    package init(_ folder: String, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// Git's own variables, which would let a hook's repository take the place of a folder's.
    package static let foreignVariables = [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
        "GIT_NAMESPACE", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_QUARANTINE_PATH",
    ]

    /// Keeps the folder's own files from running programs: a bare repository among them is not taken for
    /// the site's, and no monitor and no hook of a configuration is asked.
    static let options = [
        "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null",
    ]

    /// What Git answers; nil where it fails, as outside of a repository, and without Git.
    func ask(_ arguments: [String]) async -> String? {
        guard let git = SearchPath.find("git") else { return nil }
        // Long enough for a large tree on a busy machine: an answer that is given up counts as none.
        let run = ProgramRun(
            [git] + Self.options + ["-C", folder] + arguments, environment: environment,
            time: .seconds(600))
        let result = await run.run()
        guard result.ending == .exited(0) else { return nil }
        return String(decoding: result.output, as: UTF8.self)
    }

    /// The first line that Git answers.
    func line(_ arguments: [String]) async -> String? {
        await ask(arguments)?.split(separator: "\n").first.map(String.init)
    }

    /// The commit that is checked out.
    func head() async -> String? { await line(["rev-parse", "--verify", "--quiet", "HEAD"]) }

    /// The address of a remote, where it is pushed to; nil: there is none of that name. A relative
    /// path counts from the top of the repository, as Git takes it.
    package func address(ofRemote name: String) async -> String? {
        guard let address = await line(["remote", "get-url", "--push", name]) else { return nil }
        guard RemoteAddress.isPath(address), !address.hasPrefix("/"),
            let top = await line(["rev-parse", "--show-toplevel"])
        else { return address }
        return URL(filePath: top + "/" + address).standardizedFileURL.path
    }

    /// How a commit stands to the one that is checked out.
    enum Relation: Sendable, Hashable {
        case same, ancestor, descendant
        /// Neither is in the history of the other.
        case none
        /// The repository does not have the commit, or not all of its history.
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

    /// Where the branch that is checked out is pushed to.
    ///
    /// - Parameter isAssumed: whether `origin` and the branch's own name stand in where nothing is
    ///   configured, as before the first push.
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
        // A branch may name an address in place of a remote.
        let address = await address(ofRemote: remote) ?? remote
        return RemoteBranch(address: RemoteAddress(address), name: name)
    }
}

/// An address of a repository, such that two notations of one place are equal:
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
            // The port is that of the scheme, and https and ssh lead to one repository.
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

    /// Whether it is a path on this machine, rather than a URL, `user@host:path` or, of rclone,
    /// `name:path`: no colon stands before its first slash (git-fetch(1), "GIT URLS").
    static func isPath(_ text: String) -> Bool {
        !text.prefix { $0 != "/" }.contains(":")
    }
}

extension String {
    /// Whether an address of a Git or rclone remote is a path on this machine.
    package var isLocalRemote: Bool { RemoteAddress.isPath(self) }
}
