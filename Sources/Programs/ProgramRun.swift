import Foundation
import Subprocess

/// One run of an external program: arguments unchanged, never through a shell; in a process group
/// of its own, which is killed when its time is up and always after it exits.
package struct ProgramRun: Sendable {
    /// The program, absolute, and its arguments.
    package var command: [String]
    /// Its complete environment.
    package var environment: [String: String]
    /// The working folder, absolute; nil: galley's own.
    package var folder: String?
    /// Its standard input; empty: none.
    package var input: [UInt8]
    /// The time after which the whole process group is killed.
    package var time: Duration
    /// The clock for ``time``; tests use one that the process itself advances.
    package var clock: any Clock<Duration>

    package init(
        _ command: [String], environment: [String: String], folder: String? = nil,
        input: [UInt8] = [], time: Duration, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.command = command
        self.environment = environment
        self.folder = folder
        self.input = input
        self.time = time
        self.clock = clock
    }

    package enum Ending: Sendable, Equatable {
        /// The exit code; a signal's number negated.
        case exited(Int32)
        case timedOut
        /// It could not be started, or wrote more than ``largestOutput``.
        case failed(String)
    }

    /// The ending of a run, and its output.
    package struct Result: Sendable, Equatable {
        package var ending: Ending
        package var output: [UInt8] = []
        package var errors: [UInt8] = []
    }

    /// In bytes.
    private static let largestOutput = 256 << 20
    private static let largestErrors = 16 << 20

    /// Runs it to its end, or until its time is up, and returns its output.
    package func run() async -> Result {
        await withinTime {
            guard !input.isEmpty else {
                return await start(
                    .none, .bytes(limit: Self.largestOutput), .bytes(limit: Self.largestErrors)
                ) { Result(ending: $0, output: $1 ?? [], errors: $2 ?? []) }
            }
            guard let file = InputFile(input) else {
                return Result(ending: .failed("no room for its input"))
            }
            return await start(
                .fileDescriptor(.init(rawValue: file.number), closeAfterSpawningProcess: false),
                .bytes(limit: Self.largestOutput), .bytes(limit: Self.largestErrors)
            ) { Result(ending: $0, output: $1 ?? [], errors: $2 ?? []) }
        } late: {
            Result(ending: .timedOut)
        }
    }

    /// Runs it without input; discards its output.
    package func runQuietly() async -> Ending {
        await withinTime {
            await start(.none, .discarded, .discarded) { ending, _, _ in ending }
        } late: {
            .timedOut
        }
    }

    private func withinTime<Answer: Sendable>(
        _ body: @escaping @Sendable () async -> Answer, late: @escaping @Sendable () -> Answer
    ) async -> Answer {
        await withTaskGroup(of: Answer.self) { group in
            group.addTask { await body() }
            group.addTask {
                // Canceled as soon as the process ends.
                try? await clock.sleep(for: time)
                return late()
            }
            let first = await group.next() ?? late()
            group.cancelAll()
            return first
        }
    }

    private func start<
        Input: InputProtocol, Output: OutputProtocol, Errors: ErrorOutputProtocol, Answer
    >(
        _ input: Input, _ output: Output, _ errors: Errors,
        _ answer: (Ending, Output.OutputType?, Errors.OutputType?) -> Answer
    ) async -> Answer {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(
                signal: .kill, toProcessGroup: true,
                allowedDurationToNextStep: .milliseconds(100))
        ]
        let values = Dictionary(
            uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
        let run = RunningPrograms.starts()
        defer { RunningPrograms.ended(run) }
        do {
            let result = try await Subprocess.run(
                .path(.init(command.first ?? "")),
                arguments: Arguments(Array(command.dropFirst())), environment: .custom(values),
                workingDirectory: folder.map { .init($0) }, platformOptions: options,
                input: input, output: output, error: errors
            ) { execution in
                RunningPrograms.began(run, execution.processIdentifier.value)
            }
            let group = result.processIdentifier.value
            // Kills everything that it left running in its group.
            _ = kill(-group, SIGKILL)
            let ending: Ending =
                switch result.terminationStatus {
                case .exited(let code): .exited(code)
                case .signaled(let signal): .exited(-signal)
                }
            return answer(ending, result.standardOutput, result.standardError)
        } catch {
            return answer(.failed("\(error)"), nil, nil)
        }
    }
}
