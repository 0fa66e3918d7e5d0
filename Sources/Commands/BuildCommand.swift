import ArgumentParser
import Content
import Diagnostics
import Foundation
import Text

/// `galley build`: the site into its output folder, exchanged whole.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var site: SiteOption

    @Option(help: "Where to write (default: as configured, 'public').")
    var output: String?

    @Flag(help: "Replace an output folder that galley did not write, with all that is in it.")
    var adopt = false

    @Option(help: "The site's address, over the configured one, for deploy previews.")
    var url: String?

    @OptionGroup var posts: PostOptions

    @OptionGroup var trust: TrustOption

    @Flag(help: "Failed snippets and broken links are errors, and an error changes nothing.")
    var strict = false

    @Flag(inversion: .prefixedNo, help: "Check the code blocks.")
    var check = true

    @Flag(help: "Name every file that is left out by its name.")
    var verbose = false

    @Option(help: "How diagnostics are given: text or json.")
    var format = Format.text

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let started = ContinuousClock.now
            let folder = try site.siteFolder()
            var request = posts.request
            request.output = output
            request.adoptsOutput = adopt
            request.url = url
            request.isStrict = strict
            request.checks = check
            request.isUntrusted = trust.untrusted
            let build = Build(folder: folder, request: request) {
                terminal.say("another build is running, waiting for it")
            }
            let outcome = try await terminal.showingProgress("building") { try await build.run() }
            let time = ContinuousClock.now - started
            switch format {
            case .text: report(outcome, folder, terminal, time)
            case .json: reportJSON(outcome, folder, terminal)
            }
            if outcome.diagnostics.hasErrors || outcome.state == .stopped {
                throw ExitStatus.siteHasErrors
            }
        }
    }

    private func report(
        _ outcome: BuildOutcome, _ folder: SiteFolder, _ terminal: Terminal, _ time: Duration
    ) {
        terminal.report(outcome.diagnostics) { DiagnosticSources(folder).bytes($0) }
        for line in outcome.report?.lines(isVerbose: verbose) ?? [] { terminal.say(line) }
        let counts = Severity.counts(outcome.diagnostics)
        if !counts.isEmpty { terminal.say("found     " + counts) }
        let seconds = time.formatted(.units(allowed: [.seconds, .milliseconds], width: .narrow))
        switch outcome.state {
        case .swapped: terminal.say("done      in \(seconds)")
        case .unchanged: terminal.say("nothing changed, nothing done, in \(seconds)")
        case .stopped: terminal.say("nothing was written: the output is as it was")
        }
    }

    private func reportJSON(_ outcome: BuildOutcome, _ folder: SiteFolder, _ terminal: Terminal) {
        var out: [UInt8] = []
        out.append(utf8: "{\"version\": 1,\n\"summary\": ")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        if let report = outcome.report, let json = try? encoder.encode(report) {
            out += json
        } else {
            out.append(utf8: "null")
        }
        out.append(utf8: ",\n\"diagnostics\": ")
        let sources = DiagnosticSources(folder)
        out += JSONReport { sources.bytes($0) }.array(outcome.diagnostics)
        out.append(utf8: "}\n")
        terminal.put(out)
    }
}

extension Severity {
    /// `2 errors, 1 warning`; empty for none.
    static func counts(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}
