import Addresses
import Foundation

/// A place named for rclone, `name:bucket/path`, and the operations on it.
struct RcloneRemote: Sendable {
    private let remote: String
    private let rclone: PublishingTool

    /// rclone's exit code for a missing folder.
    private static let missing: Int32 = 3

    init(_ remote: String, environment: [String: String]) throws(PublishError) {
        self.remote = remote
        var values = environment
        // Never prompt, and keep the output on one line: no times, no notices.
        values["RCLONE_ASK_PASSWORD"] = "false"
        values["RCLONE_USE_JSON_LOG"] = nil
        values["RCLONE_LOG_FORMAT"] = ""
        values["RCLONE_LOG_LEVEL"] = "ERROR"
        // With rclone's default of ten, an unavailable store would hold up a runner for many
        // minutes.
        values["RCLONE_LOW_LEVEL_RETRIES"] = environment["RCLONE_LOW_LEVEL_RETRIES"] ?? "4"
        rclone = try PublishingTool("rclone", values, Redaction(environment: environment))
    }

    /// Every file with its size; empty if the place does not exist yet.
    func files() async throws(PublishError) -> [OutputPath: Int64] {
        let answer = try await rclone.ask([
            "lsjson", "--recursive", "--files-only", "--no-modtime", "--no-mimetype", "--", remote,
        ])
        if answer.status == Self.missing { return [:] }
        guard answer.status == 0 else {
            throw rclone.failure(
                answer, "list '\(remote)'",
                hint: "see that the remote is configured, reachable, and that you may read it")
        }
        struct Listed: Decodable {
            let path: String
            let size: Int64

            enum CodingKeys: String, CodingKey {
                case path = "Path"
                case size = "Size"
            }
        }
        guard let list = try? JSONDecoder().decode([Listed].self, from: Data(answer.output)) else {
            throw PublishError("rclone gave a list of '\(remote)' that cannot be read")
        }
        return Dictionary(
            list.map { (OutputPath($0.path), $0.size) }, uniquingKeysWith: { first, _ in first })
    }

    func read(_ path: OutputPath) async throws(PublishError) -> [UInt8] {
        try await rclone.run(["cat", "--", place(path)], "read '\(place(path))'").output
    }

    /// Replaces a file that must not be cached.
    func write(_ path: OutputPath, _ bytes: [UInt8]) async throws(PublishError) {
        try await rclone.run(
            ["rcat", "--header-upload", "Cache-Control: no-store", "--", place(path)],
            input: bytes, "write '\(place(path))'",
            hint: "nothing was deleted; see that you may write there")
    }

    /// Sends the listed files of a folder, overwriting those at the remote.
    func send(_ list: String, from folder: String, cacheControl: String) async throws(PublishError)
    {
        try await rclone.run(
            [
                "copy", "--files-from-raw", list, "--no-check-dest", "--header-upload",
                "Cache-Control: " + cacheControl, "--", folder, remote,
            ], "send files to '\(remote)'", hint: "nothing was deleted; publish again to go on")
    }

    /// Throws if one of the listed files differs between the two places.
    func compare(_ list: String, with folder: String) async throws(PublishError) {
        try await rclone.run(
            ["check", "--files-from-raw", list, "--one-way", "--", folder, remote],
            "find all files in '\(remote)' as they were sent",
            hint: "nothing was deleted; publish again to go on")
    }

    func delete(_ list: String) async throws(PublishError) {
        try await rclone.run(
            ["delete", "--files-from-raw", list, "--", remote], "delete files of '\(remote)'",
            hint: "all new files are there; publish again to go on")
    }

    /// Whether an empty folder exists at all: in a bucket it does not.
    func keepsEmptyFolders() async -> Bool {
        struct Answer: Decodable {
            let features: [String: Bool]

            enum CodingKeys: String, CodingKey { case features = "Features" }
        }
        // An empty folder is not worth a failed publish.
        guard let answer = try? await rclone.ask(["backend", "features", "--", remote]),
            answer.status == 0
        else { return false }
        let features = try? JSONDecoder().decode(Answer.self, from: Data(answer.output)).features
        return features?["CanHaveEmptyDirectories"] ?? false
    }

    /// Removes a folder and those in it, if they are empty and removable.
    func removeEmpty(_ folder: String) async {
        _ = try? await rclone.ask(["rmdirs", "--", place(OutputPath(folder))])
    }

    private func place(_ path: OutputPath) -> String {
        remote.hasSuffix(":") || remote.hasSuffix("/")
            ? remote + path.string : remote + "/" + path.string
    }
}
