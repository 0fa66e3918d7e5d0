import Addresses
import Diagnostics

/// A snippet with its verdict, for reports: all that remains of it once its article is released.
package struct CheckedSnippet: Sendable, Hashable {
    package let file: SourcePath
    /// 1-based, of the opening fence, or of the first line of an indented block.
    package let line: Int
    /// The opening fence with its info string; for an indented block its first line.
    package let place: Place
    /// The language's canonical name in galley; nil without a label or for an unknown language.
    package let language: String?
    /// As the author wrote it; empty without one.
    package let label: String
    package var verdict: Verdict
    /// What gave the verdict; nil without a checker: it was skipped, or nothing could check it.
    package let checker: Checker?
    /// All diagnostics about it, failures and remarks (label, characters), by place.
    package var diagnostics: [Diagnostic]
    /// A digest of the language and the block's bytes, in hexadecimal: its key in a baseline. Empty
    /// if no baseline is used.
    package let digest: String

    package init(
        file: SourcePath, line: Int, place: Place, language: String?, label: String,
        verdict: Verdict, checker: Checker? = nil, diagnostics: [Diagnostic], digest: String
    ) {
        self.file = file
        self.line = line
        self.place = place
        self.language = language
        self.label = label
        self.verdict = verdict
        self.checker = checker
        self.diagnostics = diagnostics
        self.digest = digest
    }
}
