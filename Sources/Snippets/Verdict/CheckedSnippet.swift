import Addresses
import Diagnostics

/// A snippet with its verdict, for reports: all that is left of it once its article is let go of.
package struct CheckedSnippet: Sendable, Hashable {
    package let file: SourcePath
    /// 1-based, of the opening fence, or of the first line of an indented block.
    package let line: Int
    /// The opening fence with its info string; of an indented block its first line.
    package let place: Place
    /// The language's one name in galley; nil without a label or for one that galley knows not.
    package let language: String?
    /// As the author wrote it; empty for none.
    package let label: String
    package var verdict: Verdict
    /// What gave the verdict; nil where nothing did: it was skipped, or nothing could tell.
    package let checker: Checker?
    /// Everything there is to say about it, failures and remarks (label, characters), by place.
    package var diagnostics: [Diagnostic]
    /// Of the language and the block's bytes, in hexadecimal: what a baseline knows it by. Empty where
    /// no baseline is asked.
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
