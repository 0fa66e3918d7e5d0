import Foundation

/// Readers under texts by chance, the same ones in every run of one seed.
///
/// `make test` gives each reader some hundred texts. `GALLEY_FUZZ_SECONDS` sets how long all of them
/// together take instead, and `GALLEY_FUZZ_SEED` another seed; see `make fuzz`. A text is in
/// `.build/fuzz/NAME` while it is read, so that one that ends the process is still there.
package enum Fuzzing {
    /// What is fuzzed; each gets its share of the time.
    package enum Subject: String, CaseIterable, Sendable {
        case articles, heads, configurations, toml, code
        case infoStrings = "info-strings"
        case highlighting, templates, themes, pages, manifests, secrets, requests, addresses, caches
    }

    /// Reads texts and gives what went wrong, each with the file that holds its text.
    ///
    /// - Parameters:
    ///   - rounds: how many texts there are where no time is set.
    ///   - check: reads a text, and says what is wrong with the result; nil: nothing.
    package static func findings(
        _ subject: Subject, _ mutator: Mutator, rounds: Int,
        check: ([UInt8], inout Chance) -> String?
    ) -> [String] {
        var run = Run(subject)
        var fixed = Chance(state: 0)
        for text in Corpus.found(subject.rawValue) { run.read(text, "fixture", &fixed, check) }
        let start = ContinuousClock.now
        var round = 0
        while run.findings.count < 5 {
            if let share {
                if start.duration(to: .now) > share { break }
            } else if round == rounds {
                break
            }
            var chance = Chance(state: seed &* 0x1_0000_0001 &+ UInt64(round))
            let text = mutator.text(&chance)
            run.read(text, "\(seed)-\(round)", &chance, check)
            round += 1
        }
        if share != nil { print("fuzzed \(subject.rawValue): seed \(seed), \(round) texts") }
        run.end()
        return run.findings
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let seed = environment["GALLEY_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

    /// Of the time for all subjects, of which as many run at once as there are processors.
    private static let share: Duration? = environment["GALLEY_FUZZ_SECONDS"].flatMap { Double($0) }
        .map {
            let atOnce = min(ProcessInfo.processInfo.activeProcessorCount, Subject.allCases.count)
            return .seconds($0 * Double(atOnce) / Double(Subject.allCases.count))
        }

    /// Many times what the longest text takes in a debug build, in seconds of one processor.
    private static let longest = 10.0

    private struct Run {
        let subject: Subject
        private let file: Int32
        private(set) var findings: [String] = []

        init(_ subject: Subject) {
            self.subject = subject
            try? FileManager.default.createDirectory(
                at: Corpus.findings, withIntermediateDirectories: true)
            file = open(
                Self.path(subject.rawValue), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        }

        private static func path(_ name: String) -> String {
            Corpus.findings.appending(path: name).path
        }

        mutating func read(
            _ text: [UInt8], _ name: String, _ chance: inout Chance,
            _ check: ([UInt8], inout Chance) -> String?
        ) {
            _ = ftruncate(file, 0)
            _ = pwrite(file, text, text.count, 0)
            var problem: String?
            let seconds = ThreadTime.seconds { problem = check(text, &chance) }
            if seconds > Fuzzing.longest { problem = problem ?? "takes \(seconds) s" }
            guard let problem else { return }
            let kept = Self.path("\(subject.rawValue)-\(name)")
            try? Data(text).write(to: URL(filePath: kept))
            findings.append("\(kept): \(problem)")
        }

        func end() {
            close(file)
            unlink(Self.path(subject.rawValue))
        }
    }
}
