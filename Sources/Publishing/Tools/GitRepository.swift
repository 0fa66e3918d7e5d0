import Addresses
import Foundation
import Programs

/// The bare repository in which commits are made, and its communication with the remote.
struct GitRepository: Sendable {
    private let path: String
    let remote: String
    /// The site's folder, whose repository names the committer.
    private let site: String
    private let git: PublishingTool
    /// The user who needs permission at the remote, in hints.
    private let user: String

    init(
        path: String, remote: String, site: String, token: String?, environment: [String: String]
    ) throws(PublishError) {
        var values = environment
        for name in SourceRepository.foreignVariables { values[name] = nil }
        // Never prompt: nobody answers.
        values["GIT_TERMINAL_PROMPT"] = "0"
        values["GIT_SSH_COMMAND"] = environment["GIT_SSH_COMMAND"] ?? "ssh -o BatchMode=yes"
        values["LC_ALL"] = "C"
        // Give up on a server that is silent for two minutes.
        for (name, value) in [("LIMIT", "1"), ("TIME", "120")] {
            let name = "GIT_HTTP_LOW_SPEED_" + name
            values[name] = environment[name] ?? value
        }
        var secrets: [String] = []
        if let token {
            // In the environment, because every user of a machine can see arguments.
            let basic = Data("x-access-token:\(token)".utf8).base64EncodedString()
            // Git itself refuses any other number.
            let given = environment["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0
            let count = (0...10_000).contains(given) ? given : 0
            values["GIT_CONFIG_COUNT"] = String(count + 1)
            values["GIT_CONFIG_KEY_\(count)"] = "http.\(remote).extraHeader"
            values["GIT_CONFIG_VALUE_\(count)"] = "Authorization: Basic \(basic)"
            secrets = [token, basic]
        }
        if let danger = GitAddress.danger(remote) {
            throw PublishError("the remote's address '\(remote)' \(danger)")
        }
        self.path = path
        self.remote = remote
        self.site = site
        user = token == nil ? "you" : "the token"
        git = try PublishingTool(
            "git", values, Redaction(environment: environment, others: secrets))
    }

    /// Creates the repository if it is missing, and otherwise rewrites its configuration: a site's
    /// sources may contain somebody else's `.galley/`, whose hooks and settings would run programs.
    func prepare() async throws(PublishError) {
        let files = FileManager.default
        if (try? files.destinationOfSymbolicLink(atPath: path)) != nil {
            try? files.removeItem(atPath: path)
        }
        for name in ["config", "config.worktree", "hooks", "commondir", "objects/info/alternates"] {
            try? files.removeItem(atPath: path + "/" + name)
        }
        try await git.run(
            ["init", "--quiet", "--bare", "--template=", "--", path], "create '\(path)'")
    }

    /// Removes the locks of a killed git; only while no other one works here.
    func clearLocks() {
        guard let files = FileManager.default.enumerator(atPath: path) else { return }
        for case let file as String in files where file.hasSuffix(".lock") {
            try? FileManager.default.removeItem(atPath: path + "/" + file)
        }
    }

    /// The last commit of a branch at the remote; nil without such a branch.
    func tip(of branch: String) async throws(PublishError) -> String? {
        let answer = try await git.run(
            here(["ls-remote", "--heads", remote, "refs/heads/" + branch]),
            "reach the remote '\(remote)'",
            hint: "see that the address is right, that it is there, and that \(user) may read it")
        // A pattern also matches the ends of longer names.
        for line in answer.text.split(separator: "\n") {
            let words = line.split(separator: "\t")
            if words.count == 2, words[1] == "refs/heads/" + branch { return String(words[0]) }
        }
        return nil
    }

    /// Fetches a branch's last commit, without the history below it.
    func fetch(_ tip: String, of branch: String) async throws(PublishError) {
        let known = try await git.ask(here(["cat-file", "-e", tip + "^{tree}"]))
        if known.status == 0 { return }
        try await git.run(
            here([
                "-c", "gc.auto=0", "fetch", "--quiet", "--no-tags", "--depth=1",
                "--no-write-fetch-head", remote, "+refs/heads/\(branch):refs/galley/base",
            ]), "fetch '\(branch)' of '\(remote)'")
        let arrived = try await git.ask(here(["cat-file", "-e", tip + "^{tree}"]))
        guard arrived.status == 0 else {
            throw PublishError(
                "'\(branch)' of the remote changed while it was read", hint: "publish again")
        }
    }

    /// The ids of all commits of a branch, from the remote. Asks for commits without their files; a
    /// server without support for this sends all of them.
    func history(of branch: String) async throws(PublishError) -> Set<String> {
        let folder = path + ".history"
        try? FileManager.default.removeItem(atPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let what = "read the history of '\(branch)' of '\(remote)'"
        try await git.run(["init", "--quiet", "--bare", "--", folder], "create '\(folder)'")
        try await git.run(
            [
                "--git-dir", folder, "-c", "protocol.ext.allow=never", "-c", "gc.auto=0", "fetch",
                "--quiet", "--no-tags",
                "--filter=tree:0", remote, "refs/heads/\(branch)",
            ], what)
        let list = try await git.run(["--git-dir", folder, "rev-list", "FETCH_HEAD"], what)
        return Set(list.text.split(separator: "\n").map(String.init))
    }

    /// The message of a commit.
    func message(of commit: String) async throws(PublishError) -> String {
        try await git.run(here(["log", "-1", "--format=%B", commit]), "read a commit").text
    }

    func bytes(ofBlob id: String) async throws(PublishError) -> [UInt8] {
        try await git.run(here(["cat-file", "blob", id]), "read a file of the branch").output
    }

    /// A file of a commit; a link or a nested repository has no blob.
    struct Entry {
        let path: OutputPath
        let size: Int64?
        let blob: String?
    }

    func files(of commit: String) async throws(PublishError) -> [Entry] {
        let answer = try await git.run(
            here(["ls-tree", "-r", "-l", "-z", "--full-tree", commit]), "list the branch's files")
        return answer.output.split(separator: 0).compactMap { line in
            // `100644 blob ID    SIZE<tab>PATH`
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
            let words = line[..<tab].split(separator: UInt8(ascii: " "))
                .map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 4 else { return nil }
            return Entry(
                path: OutputPath(String(decoding: line[(tab + 1)...], as: UTF8.self)),
                size: Int64(words[3]), blob: words[0] == "100644" ? words[2] : nil)
        }
    }

    /// Puts files into the repository unchanged; returns their ids in the same order.
    func store(_ files: [String]) async throws(PublishError) -> [String] {
        if files.isEmpty { return [] }
        let names = Array((files.joined(separator: "\n") + "\n").utf8)
        let answer = try await git.run(
            here(["hash-object", "-w", "--no-filters", "--stdin-paths"]), input: names,
            "store the site's files")
        return answer.text.split(separator: "\n").map(String.init)
    }

    /// The committer and the date: Git's settings, including those of the site's own repository,
    /// otherwise galley.
    func committer() async throws(PublishError) -> String {
        let answer = try await git.ask(
            SourceRepository.options + ["-C", site, "var", "GIT_COMMITTER_IDENT"])
        let told = answer.text.split(separator: "\n").first.map(String.init)
        if answer.status == 0, let told { return told }
        return "galley <galley@localhost> \(Int64(Date().timeIntervalSince1970)) +0000"
    }

    /// Runs a stream that creates ``FastImport/reference``; returns the commit.
    func importCommit(_ stream: [UInt8]) async throws(PublishError) -> String {
        try await git.run(
            here(["fast-import", "--quiet", "--force"]), input: stream, "make the commit")
        let answer = try await git.run(
            here(["rev-parse", "--verify", FastImport.reference]), "find the commit")
        return answer.text.split(separator: "\n").first.map(String.init) ?? ""
    }

    /// Pushes a commit, unforced; returns the remote's objection, nil on success.
    func push(_ commit: String, to branch: String) async throws(PublishError) -> PublishError? {
        let answer = try await git.ask(
            here(["push", "--quiet", "--no-verify", remote, "\(commit):refs/heads/\(branch)"]))
        if answer.status == 0 { return nil }
        if answer.errors.firstRange(of: Array("branch is currently checked out".utf8)) != nil {
            return PublishError(
                "cannot push to '\(branch)' of '\(remote)': "
                    + "the branch is checked out in a worktree",
                hint:
                    "nothing was changed; switch that worktree to another branch, or publish to a "
                    + "bare repository")
        }
        return git.failure(
            answer, "push to '\(branch)' of '\(remote)'",
            hint: "nothing was changed; see that \(user) may write there")
    }

    private func here(_ arguments: [String]) -> [String] {
        ["--git-dir", path, "-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never"]
            + arguments
    }
}
