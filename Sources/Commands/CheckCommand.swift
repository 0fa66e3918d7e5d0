import ArgumentParser
import Content
import Diagnostics
import Text

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

    @Flag(
        help: """
            Show a diff of the sure fixes, in code blocks and their info strings alone; the findings and \
            the exit code are those after them.
            """)
    var fix = false

    @Flag(help: "With --fix: write the fixes into the files.")
    var write = false

    @Option(
        help: ArgumentHelp(
            """
            The findings that are known and spared, over the configured file; a relative path \
            counts from the site's folder.
            """, valueName: "FILE"))
    var baseline: String?

    @Flag(help: "Make the findings that there are now the baseline.")
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
        if write, !fix {
            throw ValidationError("--write goes with --fix.")
        }
        if fix, writeBaseline {
            throw ValidationError(
                "--fix without --write-baseline: fix first, then accept the rest.")
        }
        if fix, !write, summary || format != .text {
            throw ValidationError(
                "--fix shows a diff on stdout: with --format or --summary --write too.")
        }
        if fix, write, paths.contains("-") {
            throw ValidationError("--write cannot write standard input.")
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
            let first = try await terminal.showingProgress("checking") {
                try await check.outcome()
            }
            var files = CheckedFiles(folder: check.folder, replaced: check.input)
            var outcome = filter.applied(to: first)
            if fix {
                let fixes = try await terminal.showingProgress("fixing") {
                    try await CodeFixes(check: check, filter: filter).run(first)
                }
                outcome = filter.applied(to: fixes.outcome)
                files.replaced.merge(fixes.texts) { $1 }
                try apply(fixes, in: check.folder, terminal)
            }
            let report = CheckReport(outcome, of: files)
            terminal.put(summary ? Array(CheckSummary(outcome).text.utf8) : report.output(format))
            if format == .github { try report.appendStepSummary() }
            if format == .text, !summary {
                let sources = DiagnosticSources(files)
                terminal.report(outcome.all) { sources.bytes($0) }
            }
            for line in report.lastLines(ContinuousClock.now - started) { terminal.say(line) }
            if outcome.all.hasErrors { throw ExitStatus.siteHasErrors }
        }
    }

    /// Shows the edits, or writes them.
    private func apply(
        _ fixes: CodeFixes.Result, in folder: SiteFolder, _ terminal: Terminal
    ) throws {
        let texts = fixes.texts.sorted { $0.key < $1.key }
        for (file, text) in texts {
            guard let original = fixes.originals[file] else { continue }
            if write {
                try FixedFile(folder: folder, file: file, original: original, text: text).write()
                terminal.say("wrote     \(file.string.printableLine)")
            } else {
                terminal.put(diff: UnifiedDiff(of: file, from: original, to: text).bytes)
            }
        }
        let (blocks, count) = (fixes.blocks, texts.count)
        terminal.say(
            "\(write ? "fixed  " : "fixable")   \(blocks) \(blocks == 1 ? "block" : "blocks") "
                + "in \(count) \(count == 1 ? "text" : "texts")")
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
