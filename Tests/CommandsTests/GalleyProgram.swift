import Foundation
import TestSupport

/// The program itself, as it was built beside the tests: for what only a process has, such as exit
/// codes, its two streams and its environment.
struct GalleyProgram {
    /// What one run left.
    struct Run {
        let code: Int32
        let output: String
        let errors: String
    }

    private static let file: URL? = {
        let names = [Bundle.main.executableURL?.path, CommandLine.arguments.first]
        return names.compactMap { $0 }
            .map { URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent() }
            .map { $0.appending(path: "galley") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    /// Whether `swift build` made it where these tests can find it.
    static var isThere: Bool { file != nil }

    /// A program that is not where ``isThere`` looked.
    struct Missing: Error {}

    /// Where the programs are that `galley` starts.
    static let path = "/usr/local/bin:/usr/bin:/bin"

    /// Starts `galley` in a folder and leaves it running, stdout unread.
    static func start(
        _ arguments: [String], in folder: SiteText, errors: FileHandle = .nullDevice,
        path: String = path
    ) throws -> Process {
        guard let file else { throw Missing() }
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["PATH": path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        return process
    }

    /// Runs `galley` as ``run(_:in:environment:input:)`` does, on a thread beside those that Swift's
    /// tasks share: tests that wait for programs must not keep others from their time limits.
    static func runAside(
        _ arguments: [String], in folder: SiteText, environment: [String: String] = [:]
    ) async throws -> Run {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try run(arguments, in: folder, environment: environment) })
            }
        }
    }

    /// Runs `galley` with arguments in a folder, with nothing in its environment but what is given.
    static func run(
        _ arguments: [String], in folder: SiteText, environment: [String: String] = [:],
        input: String = ""
    ) throws -> Run {
        guard let file else { throw Missing() }
        // The folder goes away with its last use.
        defer { withExtendedLifetime(folder) {} }
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = environment
        let (output, stdin) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardInput = stdin
        // A file, so that neither stream can fill up while the other one is read.
        let errors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Run(
            code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}
