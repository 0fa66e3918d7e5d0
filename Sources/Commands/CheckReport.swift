import Addresses
import ArgumentParser
import Content
import Diagnostics
import Foundation
import Rendering
import Snippets

/// The forms in which `galley check` reports what it found.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, junit, tap, github
}

/// What `galley check` prints of its outcome.
struct CheckReport {
    private let outcome: CheckOutcome
    private let sources: DiagnosticSources
    /// Where the site lies in its repository; empty at the top of it.
    private let folder: SourcePath

    init(_ outcome: CheckOutcome, of files: CheckedFiles) {
        self.outcome = outcome
        sources = DiagnosticSources(files)
        folder = RepositoryFolder.of(files.folder.path)
    }

    /// What goes to stdout; nothing as text.
    func output(_ format: CheckFormat) -> [UInt8] {
        let source = { sources.bytes($0) }
        let (snippets, others) = (outcome.snippets, outcome.diagnostics)
        switch format {
        case .text: return []
        case .json:
            return SnippetJSON(source: source).report(
                snippets, others: others, shard: outcome.scope.shard?.description,
                known: outcome.known)
        case .junit: return JUnitReport(source: source).document(snippets, others: others)
        case .tap: return TAPReport(source: source).stream(snippets, others: others)
        case .sarif:
            return SARIFReport(
                version: Galley.version, folder: folder, manual: outcome.manual,
                rules: RuleTexts(page: Manual.diagnostics), source: source
            ).log(outcome.all)
        case .github: return github.annotations(outcome.all, isCut: false)
        }
    }

    private var github: GitHubReport {
        GitHubReport(folder: folder) { sources.bytes($0) }
    }

    /// Appends the whole report to the file that GitHub shows beside a job, where it names one.
    func appendStepSummary() throws {
        try StepSummary.append(github.stepSummary(outcome.all, coverage: coverage.line))
    }

    private var coverage: Coverage { Coverage(outcome.snippets) }

    /// The coverage line, what was found, how long it took.
    func lastLines(_ time: Duration) -> [String] {
        let shard = outcome.scope.shard
        var lines = shard == nil ? ["texts     \(outcome.texts)"] : []
        lines.append(coverage.line)
        let counts = Severity.counts(outcome.all)
        if !counts.isEmpty { lines.append("found     " + counts) }
        if let baseline = outcome.baseline {
            let findings = outcome.known == 1 ? "finding" : "findings"
            lines.append("known     \(outcome.known) \(findings), spared by '\(baseline)'")
        }
        if let shard {
            lines.append("shard     \(shard.index) of \(shard.count), \(outcome.texts) texts")
        }
        let seconds = time.formatted(.units(allowed: [.seconds, .milliseconds], width: .narrow))
        let asked = outcome.asked == 0 ? "no tool was run" : "tools were asked of \(outcome.asked)"
        return lines + ["done      in \(seconds), \(asked)"]
    }
}
