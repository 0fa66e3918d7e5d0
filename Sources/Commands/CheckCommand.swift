import ArgumentParser
import Diagnostics

/// `galley check`: every snippet gets its verdict, every link of a site is followed; nothing is written
/// but the cache of verdicts.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every code block of a site, or of any Markdown, and a site's links.",
        discussion: """
            Without paths the site in this folder, or in --site, is checked: code, links and images. With \
            paths, of files or folders, those texts are, by the galley.toml at or above them; without one \
            any Markdown is read, front matter is passed over, and code alone is checked: links between \
            such files are not followed. In folders, hidden ones and node_modules are passed over. '-' is \
            standard input.

            Exits with 0 when nothing failed, 1 when a snippet, a link or anything else is wrong, 2 \
            when it could not run. Text goes to stderr, every other format to stdout.
            """)

    @Argument(
        help: ArgumentHelp(
            "Markdown files, folders of them, or '-' (default: the site).", valueName: "PATH"))
    var paths: [String] = []

    @OptionGroup var site: SiteOption

    @OptionGroup var posts: PostOptions

    @OptionGroup var trust: TrustOption

    @Option(help: "How findings are given.")
    var format = CheckFormat.text

    @Option(
        help: ArgumentHelp(
            """
            Report findings of this id alone, or of all ids with this beginning, as snippet/go; may \
            be given several times.
            """, valueName: "ID"))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp(
            "Check code of this language alone; may be given several times.", valueName: "NAME"))
    var language: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Check the texts alone that changed since a revision of Git, uncommitted and untracked \
            ones among them.
            """, valueName: "REV"))
    var changedSince: String?

    @Flag(help: "Print tables by rule and by language in place of the findings.")
    var summary = false

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
        if writeBaseline, shard != nil || changedSince != nil || !rule.isEmpty || !language.isEmpty
        {
            throw ValidationError(
                """
                A baseline is of everything: --write-baseline without --shard, --changed-since, --rule \
                and --language.
                """)
        }
        if summary, format != .text {
            throw ValidationError("--summary is a table of text: leave --format out.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let started = ContinuousClock.now
            let filter = try FindingFilter(rules: rule, languages: language)
            let check = try await ready()
            let outcome = try await terminal.showingProgress("checking") {
                filter.applied(to: try await check.outcome())
            }
            let files = CheckedFiles(folder: check.folder, replaced: check.input)
            let report = CheckReport(outcome, of: files)
            terminal.put(summary ? Array(CheckSummary(outcome).text.utf8) : report.output(format))
            if format == .github { try report.appendStepSummary() }
            // GitHub shows few annotations: the log has all.
            if format == .text && !summary || format == .github {
                terminal.report(outcome.all, isBesideCommands: format == .github) {
                    DiagnosticSources(files).bytes($0)
                }
            }
            for line in report.lastLines(ContinuousClock.now - started) { terminal.say(line) }
            if outcome.all.hasErrors { throw ExitStatus.siteHasErrors }
        }
    }

    private func ready() async throws -> CheckRun {
        let target = try CheckTarget(paths, site: site)
        if writeBaseline, target.isSite, target.paths != nil {
            throw CannotRun(
                "a baseline is of the whole site", hint: "run --write-baseline without paths")
        }
        var options = CheckRun.Options()
        options.request = posts.request
        options.request.isStrict = true
        options.request.isUntrusted = trust.untrusted
        options.baseline = baseline
        options.writesBaseline = writeBaseline
        options.shard = shard
        options.changedSince = changedSince
        return try await CheckRun(target, options)
    }
}
