import Addresses
import Content
import Diagnostics
import Foundation

/// Where a command writes: results to stdout, everything else to stderr.
struct Terminal: Sendable {
    /// Whether a person sees stderr, rather than a file or a pipe.
    private let isShown: Bool
    /// Color only on a terminal, and never against `NO_COLOR` (https://no-color.org).
    private let isColored: Bool
    /// Whether GitHub's runner reads along, and would obey a command in a source line.
    private let isInGitHubActions: Bool

    init() {
        let environment = ProcessInfo.processInfo.environment
        isInGitHubActions = environment["GITHUB_ACTIONS"] == "true"
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        isShown = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        isColored = isShown && !isRefused
    }

    /// Runs `body`; on a terminal, work of over a second says how long it has gone on.
    func showingProgress<Result: Sendable>(
        _ verb: String, _ body: () async throws -> Result
    ) async throws -> Result {
        guard isShown else { return try await body() }
        let progress = Task {
            var seconds = 1
            while (try? await Task.sleep(for: .seconds(1))) != nil {
                write(Array("\r\(verb), \(seconds) s".utf8), to: STDERR_FILENO)
                seconds += 1
            }
            // Clears the line, where one was written.
            if seconds > 1 { write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
        }
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        progress.cancel()
        await progress.value
        return try result.get()
    }

    /// Writes a line to stderr.
    func say(_ text: String) {
        let isCommand = isInGitHubActions && (text.contains("##[") || text.hasPrefix("::"))
        let text = isCommand ? GitHubReport.withoutCommands(text) : text + "\n"
        write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Writes bytes to stdout.
    func put(_ bytes: [UInt8]) {
        write(bytes, to: STDOUT_FILENO)
    }

    /// Writes a difference of texts to stdout: to a file or a pipe as it is, to a person with nothing in it
    /// that a terminal obeys.
    func put(diff: [UInt8]) {
        guard isatty(STDOUT_FILENO) == 1 else { return put(diff) }
        let lines = String(decoding: diff, as: UTF8.self).printableLines
        put(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Writes the diagnostics as text to stderr, with their source lines read from the site.
    ///
    /// - Parameter isBesideCommands: whether to write to stdout, as workflow commands are: with two
    ///   streams the runner could read `::stop-commands::` at the wrong moment.
    func report(
        _ diagnostics: [Diagnostic], isBesideCommands: Bool = false,
        source: @escaping (SourcePath) -> [UInt8]?
    ) {
        var text = TextReport(isColored: isColored, source: source).text(diagnostics)
        if isInGitHubActions, !text.isEmpty { text = GitHubReport.withoutCommands(text) }
        write(Array(text.utf8), to: isBesideCommands ? STDOUT_FILENO : STDERR_FILENO)
    }

    /// The whole of `bytes`, also into a pipe that takes a little at a time; a closed one is quiet.
    private func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}

extension Slice where Base == UnsafeRawBufferPointer {
    fileprivate var baseAddress: UnsafeRawPointer? {
        base.baseAddress.map { $0 + startIndex }
    }
}
