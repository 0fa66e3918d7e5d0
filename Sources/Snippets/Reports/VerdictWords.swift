import Diagnostics
import Text

/// A verdict in the words of the reports.
extension Verdict {
    /// How it passed; nil for every other verdict.
    var pass: Pass? {
        if case .passed(let pass) = self { pass } else { nil }
    }

    /// Why it was skipped or not checked, or how it failed as its author expected; nil for the
    /// others.
    var reason: String? {
        switch self {
        case .skipped(let reason), .unchecked(let reason): reason
        case .expected(let diagnostic): diagnostic.summary
        case .passed, .failed: nil
        }
    }
}

extension CheckedSnippet {
    /// The language, or the label of one unknown to galley; nil without either.
    var languageOrLabel: String? {
        language ?? (label.isEmpty ? nil : label)
    }

    /// Its diagnostics that are not failures: remarks on its label or its characters.
    var remarks: [Diagnostic] {
        guard case .failed(let failed) = verdict else { return diagnostics }
        let failures = Set(failed)
        return diagnostics.filter { !failures.contains($0) }
    }
}
