import Content
import Diagnostics
import Foundation
import Publishing

/// What `galley publish` prints of its outcome, for people, machines and GitHub's runner.
struct PublishReport {
    private let outcome: PublishOutcome
    private let folder: SiteFolder
    private let isPlan: Bool
    private let isJSON: Bool

    init(_ outcome: PublishOutcome, of folder: SiteFolder, isPlan: Bool, isJSON: Bool) {
        self.outcome = outcome
        self.folder = folder
        self.isPlan = isPlan
        self.isJSON = isJSON
    }

    /// Diagnostics and the end go to stderr; the plan, where it is asked for, to stdout.
    func write(to terminal: Terminal) throws {
        let sources = DiagnosticSources(folder)
        let isGitHub = ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true"
        if let plan = outcome.plan {
            if isJSON {
                terminal.put(plan.json)
            } else if isPlan {
                terminal.put(Array((plan.lines().joined(separator: "\n") + "\n").utf8))
            }
        }
        if isGitHub {
            let github = GitHubReport(folder: RepositoryFolder.of(folder.path)) {
                sources.bytes($0)
            }
            // JSON on stdout is not to be mixed with commands.
            if !isJSON { terminal.put(github.annotations(outcome.diagnostics, isCut: true)) }
            try StepSummary.append(
                github.stepSummary(outcome.diagnostics, ofPublish: lines))
        }
        terminal.report(outcome.diagnostics, isBesideCommands: isGitHub && !isJSON) {
            sources.bytes($0)
        }
        for line in lines { terminal.say(line) }
    }

    private var lines: [String] {
        var lines: [String] = []
        if let plan = outcome.plan, !isPlan {
            lines.append("plan      \(plan.target) (\(plan.type)): \(plan.counts)")
            lines.append("digest    \(plan.digest)")
        }
        let counts = Severity.counts(outcome.diagnostics)
        if !counts.isEmpty { lines.append("found     " + counts) }
        switch outcome.end {
        case .refused: lines.append("nothing was published: the target is as it was")
        case .planned(let file): lines.append("plan in   \(file)")
        case .nothingToDo: lines.append("nothing changed, nothing done")
        case .published(let word): lines.append("published \(word)")
        }
        return lines
    }
}
