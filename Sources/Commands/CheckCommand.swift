import ArgumentParser
import Content
import Diagnostics
import Foundation
import Snippets

/// `galley check`: every snippet gets its verdict, every link is followed; nothing is written but
/// the cache of verdicts.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check every code block, link and image of the site.",
        discussion: """
            Exits with 0 when nothing failed, 1 when a snippet, a link or anything else is wrong, 2 \
            when it could not run. Text goes to stderr, every other format to stdout.
            """)

    @OptionGroup var site: SiteOption

    @OptionGroup var posts: PostOptions

    @OptionGroup var trust: TrustOption

    @Option(help: "How findings are given.")
    var format = CheckFormat.text

    @Option(
        help: ArgumentHelp(
            """
            The failures that are known and spared, over the configured file; a relative path \
            counts from the site's folder.
            """, valueName: "FILE"))
    var baseline: String?

    @Flag(help: "Make the failures that there are now the baseline.")
    var writeBaseline = false

    @Option(
        help: ArgumentHelp(
            "Check one of N parts of the site, so that several runners share the work.",
            valueName: "I/N"))
    var shard: Shard?

    func validate() throws {
        if shard != nil, writeBaseline {
            throw ValidationError(
                "A baseline is of the whole site: --write-baseline without --shard.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let started = ContinuousClock.now
            let folder = try site.siteFolder()
            var request = posts.request
            request.isStrict = true
            request.isUntrusted = trust.untrusted
            let check = Check(
                folder: folder, request: request, baseline: baseline,
                writesBaseline: writeBaseline, shard: shard)
            let outcome = try await terminal.showingProgress("checking") { try await check.run() }
            let report = CheckReport(outcome, of: folder)
            terminal.put(report.output(format))
            if format == .github { try report.appendStepSummary() }
            // GitHub shows few annotations: the log has all.
            if format == .text || format == .github {
                terminal.report(outcome.all, isBesideCommands: format == .github) {
                    DiagnosticSources(folder).bytes($0)
                }
            }
            for line in report.lastLines(ContinuousClock.now - started) { terminal.say(line) }
            if outcome.all.hasErrors { throw ExitStatus.siteHasErrors }
        }
    }
}
