import Addresses
import Content
import Diagnostics
import Planning
import Snippets

/// What the baseline of a site makes of all that was found.
struct KnownFindings {
    private let setup: SnippetSetup
    private let severities: Severities
    private let files: CheckedFiles
    private let scope: CheckScope
    private let sources: DiagnosticSources

    /// - Parameter scope: the texts that were looked at.
    init(
        _ setup: SnippetSetup, _ severities: Severities, of files: CheckedFiles,
        _ scope: CheckScope = CheckScope()
    ) {
        self.setup = setup
        self.severities = severities
        self.files = files
        self.scope = scope
        sources = DiagnosticSources(files)
    }

    /// The diagnostics that are reported and not known, of those that are of no code block.
    ///
    /// - Parameter baseline: another one than the file's.
    func sparing(_ diagnostics: [Diagnostic], by baseline: Baseline? = nil) -> [Diagnostic] {
        guard let known = baseline ?? setup.baseline.known else { return diagnostics }
        return known.sparing(severities.reported(diagnostics)) { sources.bytes($0) }
    }

    /// Everything that may be known: the diagnostics, and what was found in code blocks.
    func found(_ diagnostics: [Diagnostic], _ checked: FullCheck.Result) -> Baseline {
        let others = Baseline(of: severities.reported(diagnostics)) { sources.bytes($0) }
        return checked.found.merging(others)
    }

    /// A warning for each entry of the file that is no longer found.
    ///
    /// - Parameter rendered: the texts that were looked at for more than their code.
    func outdated(
        by found: Baseline, _ checked: FullCheck.Result, rendered: Set<SourcePath>
    ) -> [Diagnostic] {
        setup.baseline.outdated(by: found, unless: isOpen(checked, rendered))
    }

    /// Whether nothing could be found out about an entry: its text was not looked at, or nothing
    /// could say whether its block fails.
    private func isOpen(
        _ checked: FullCheck.Result, _ rendered: Set<SourcePath>
    ) -> (Baseline.Entry) -> Bool {
        { entry in
            let (id, file) = (entry.key.id.string, entry.key.file)
            if checked.unchecked.contains(entry.key.digest) { return true }
            guard file.isMarkdown || file.isHTML else { return scope.isOfTexts }
            guard scope.holds(file) else { return true }
            if rendered.contains(file) { return false }
            if id.hasPrefix("snippet/"), checked.files.contains(file) { return false }
            // A draft that is not built, or a text that errors keep out.
            return files.folder.kind(of: file) != nil
        }
    }

    /// How a check ends.
    ///
    /// - Parameters:
    ///   - others: the findings about the whole site, in addition to those of the checked texts.
    ///   - rendered: the texts that were looked at for more than their code; nil: there was no site, so
    ///     that nothing is known of links.
    ///   - writesBaseline: whether everything becomes known.
    func outcome(
        _ checked: FullCheck.Result, _ others: [Diagnostic], rendered: Set<SourcePath>?,
        writesBaseline: Bool
    ) throws(CannotRun) -> CheckOutcome {
        let others = (others + checked.diagnostics).filter(scope.reports)
        let found = found(others, checked)
        var known = setup.baseline.known
        var outdated: [Diagnostic] = []
        if let rendered, writesBaseline {
            let all = found.keeping(known, where: isOpen(checked, rendered))
            try setup.baseline.write(all)
            known = all
        } else if let rendered {
            outdated = self.outdated(by: found, checked, rendered: rendered)
        }
        let left = sparing(others, by: known)
        var outcome = CheckOutcome(
            diagnostics: severities.applied(to: left + outdated),
            snippets: checked.snippets.values.joined().map { severities.applied(to: $0) },
            asked: checked.asked)
        outcome.scope = scope
        outcome.texts = checked.texts
        outcome.manual = setup.manual
        if known != nil {
            let reported = severities.reported(others).sortedByPlace()
            outcome.baseline = setup.baseline.file
            outcome.known = checked.spared + reported.count - left.count
        }
        return outcome
    }
}

extension Library {
    /// Everything that is rendered.
    var texts: Set<SourcePath> {
        Set(posts.map(\.source)).union(pages.map(\.source)).union(listTexts.map(\.source))
    }
}
