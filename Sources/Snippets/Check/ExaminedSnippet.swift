import Addresses
import Diagnostics
import Markdown

/// A snippet that was looked at in the process and awaits its verdict.
package struct ExaminedSnippet: Sendable {
    let file: SourcePath
    /// The opening fence; of an indented block its first line; of HTML the tag with the language.
    let place: Place
    /// 1-based line of ``place``.
    let line: Int
    /// Whether it is between fences or tags, rather than indented.
    package let isFenced: Bool
    let info: InfoString
    /// The language's one name; nil where galley knows none.
    package let language: String?
    let places: CodePlaces
    let digest: String
    let state: State
    /// About the info string, the label and single characters; they decide nothing.
    let remarks: [Diagnostic]

    /// The block's text, where a tool may still refuse it; else empty.
    let code: [UInt8]

    enum State: Sendable {
        /// Nothing more is to be found out: skipped, or without a checker.
        case settled(Verdict)
        case examined(Examination, wanted: CheckLevel)
    }

    /// What a tool should be asked.
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
