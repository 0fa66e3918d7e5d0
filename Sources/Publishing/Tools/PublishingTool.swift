import Foundation
import Programs

/// A program for a part of publishing: found in `PATH`, run with arguments and never a shell, with
/// secrets removed from its output.
struct PublishingTool: Sendable {
    let name: String
    private let path: String
    private let environment: [String: String]
    let redaction: Redaction

    /// The limit for one call.
    private static let time = Duration.seconds(30 * 60)

    /// Throws if the program is missing.
    init(
        _ name: String, _ environment: [String: String], _ redaction: Redaction
    ) throws(PublishError) {
        guard let path = SearchPath.find(name) else {
            throw PublishError(
                "'\(name)' is not there, and this target needs it",
                hint: "install it, on Debian with: apt-get install \(name)")
        }
        self.name = name
        self.path = path
        self.environment = environment
        self.redaction = redaction
    }

    /// The result of a call.
    struct Answer {
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs it; a non-zero exit code is an answer. Throws if it did not run to its end.
    func ask(_ arguments: [String], input: [UInt8] = []) async throws(PublishError) -> Answer {
        let run = ProgramRun(
            [path] + arguments, environment: environment, input: input, time: Self.time)
        let result = await run.run()
        switch result.ending {
        case .exited(let status):
            return Answer(status: status, output: result.output, errors: result.errors)
        case .timedOut:
            throw PublishError("'\(name) \(arguments.first ?? "")' did not end in half an hour")
        case .failed(let reason):
            throw PublishError("cannot run '\(name)': \(redaction.clean(reason))")
        }
    }

    /// Runs it; throws for any exit code but 0, with what could not be done.
    @discardableResult
    func run(
        _ arguments: [String], input: [UInt8] = [], _ purpose: String, hint: String? = nil
    ) async throws(PublishError) -> Answer {
        let answer = try await ask(arguments, input: input)
        guard answer.status == 0 else { throw failure(answer, purpose, hint: hint) }
        return answer
    }

    /// `cannot reach the remote '…': fatal: repository not found`.
    func failure(_ answer: Answer, _ purpose: String, hint: String? = nil) -> PublishError {
        let words = redaction.lastWords(answer.errors)
        let said = words.isEmpty ? "\(name) ended with \(answer.status)" : words
        return PublishError("cannot \(redaction.clean(purpose)): \(said)", hint: hint)
    }
}
