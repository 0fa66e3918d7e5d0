import Addresses
import Diagnostics
import Markdown

/// A snippet that was examined in the process and awaits its verdict.
package struct ExaminedSnippet: Sendable {
    let file: SourcePath
    /// The opening fence; for an indented block its first line; for HTML the tag with the language.
    let place: Place
    /// 1-based line of ``place``.
    let line: Int
    /// Whether it is between fences or tags, rather than indented.
    package let isFenced: Bool
    let info: InfoString
    /// The language's canonical name; nil if galley does not know it.
    package let language: String?
    let places: CodePlaces
    let digest: String
    let state: State
    /// Remarks about the info string, the label and single characters; they do not affect the
    /// verdict.
    let remarks: [Diagnostic]

    /// The block's text if a tool may still refuse it; otherwise empty.
    let code: [UInt8]

    enum State: Sendable {
        /// Nothing is left to check: skipped, or without a checker.
        case settled(Verdict)
        case examined(Examination, wanted: CheckLevel)
    }

    /// The request for a tool.
    package var request: ToolRequest? {
        guard case .examined(let examination, _) = state else { return nil }
        return examination.request
    }

    /// The other language that a refused block looks like.
    var looksLike: String? {
        guard let guess = LanguageGuess.guess(of: code), guess.name != language else { return nil }
        return guess.name
    }
}
