import Content
import Diagnostics
import Publishing
import Rendering
import Snippets

/// How a build ended.
struct BuildOutcome: Sendable {
    enum State: Sendable {
        /// The output is the new site.
        case swapped
        /// Nothing had changed, so nothing was done.
        case unchanged
        /// An error prevented the build: the old output is as it was.
        case stopped
    }

    /// Sorted by place, severities as the site wants them.
    let diagnostics: [Diagnostic]
    let report: BuildReport?
    let state: State
    /// What was read if the output was built or is unchanged, for the steps after the build; planned only
    /// if it was built.
    var session: SiteSession?

    static func stopped(_ diagnostics: [Diagnostic]) -> BuildOutcome {
        BuildOutcome(
            diagnostics: diagnostics.sortedByPlace(), report: nil, state: .stopped)
    }
}

/// The severities of a site: its own changes, and what `--strict` makes of some warnings.
struct Severities: Sendable {
    private let warn: Set<String>
    private let off: Set<String>
    private let isStrict: Bool
    private let allowed: Set<Guard>

    /// Whether a build's warning is an error in `check` and under `--strict`: links that lead nowhere
    /// and snippets that fail.
    static func isStrictError(_ id: String) -> Bool {
        // A text may mean the reader's own computer.
        id.hasPrefix("link/") && id != Diagnostic.ID.linkLocalHost.string || Verdict.isFailure(id)
    }

    /// - Parameter allowed: guards that let what they watch over stay a warning.
    init(
        _ changes: Configuration.DiagnosticSettings, isStrict: Bool, allowed: Set<Guard> = []
    ) {
        warn = changes.warn
        off = changes.off
        self.isStrict = isStrict
        self.allowed = allowed
    }

    private func isAllowed(_ id: String) -> Bool {
        if id.hasPrefix("link/") { return allowed.contains(.brokenLinks) }
        if Verdict.isFailure(id) { return allowed.contains(.failedSnippets) }
        return id == Diagnostic.ID.ledgerURLGone.string && allowed.contains(.vanishedURLs)
    }

    /// Whether the site wants an id not to be reported. The file that is not trusted has no say in
    /// whether that is reported.
    func isOff(_ id: Diagnostic.ID) -> Bool {
        id != .configurationUntrusted && off.contains(id.string)
    }

    /// The diagnostics that are not off, as they are.
    func reported(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.filter { !isOff($0.id) }
    }

    /// The snippet with the severities of its diagnostics; a failure that the site turned
    /// off does not fail.
    func applied(to snippet: CheckedSnippet) -> CheckedSnippet {
        var snippet = snippet
        snippet.diagnostics = applied(to: snippet.diagnostics)
        if case .failed(let failures) = snippet.verdict {
            let left = applied(to: failures)
            snippet.verdict =
                left.isEmpty
                ? .skipped("its failure is turned off in galley.toml") : .failed(left)
        }
        return snippet
    }

    /// The diagnostics that are left, with the severity they have here, sorted by place.
    func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        reported(diagnostics).map { diagnostic in
            if diagnostic.id == .configurationUntrusted { return diagnostic }
            let id = diagnostic.id.string
            var diagnostic = diagnostic
            if warn.contains(id) || isAllowed(id) {
                diagnostic.severity = .warning
            } else if isStrict, Self.isStrictError(id) {
                diagnostic.severity = .error
            }
            return diagnostic
        }.sortedByPlace()
    }
}
