/// A part of an info string, or of the comment above a block, without an effect or without the
/// intended one.
package struct InfoStringProblem: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A key or a flag without an effect: `linenso`, `hightlight=3`.
        case unknownAttribute
        /// A value that is invalid or has no meaning here: `hl=7-5`, `check=prase`.
        case badValue
        /// A misspelled or unknown language.
        case unknownLanguage
    }
    package let kind: Kind
    /// In UTF-8 bytes of the text; see ``Document/place(ofInfo:in:)`` for a fence.
    package let range: Range<Int>
    /// One line, without a full stop.
    package let message: String
    /// How to fix it, for people.
    package let fix: String?
    /// The replacement of ``range``, if it is certain.
    package let replacement: String?

    /// Whether ``replacement`` may be written without asking, rather than being a guess.
    let isSure: Bool

    init(
        _ kind: Kind, _ message: String, at range: Range<Int>, fix: String? = nil,
        replacement: String? = nil, isSure: Bool = true
    ) {
        self.isSure = isSure
        self.kind = kind
        self.message = message
        self.range = range
        self.fix = fix
        self.replacement = replacement
    }
}

extension InfoString {
    /// The problems of a block's info string, by position; at most eight. `lines` is the length of
    /// the block. O(bytes).
    ///
    /// Whether a skipped block has a reason is not checked here: a comment may give it. Attributes
    /// that other generators read and galley does not, `class`, `hl_style`, `copy`, are not
    /// problems.
    package static func problems(
        in text: String, lines: @autoclosure () -> Int
    ) -> [InfoStringProblem] {
        InfoStringCheck(text, lines: lines, hasLabel: true).problems
    }

    /// The same for attributes without a label, as in a comment, where no word is a caption.
    package static func problems(
        inAttributes text: String, lines: @autoclosure () -> Int
    ) -> [InfoStringProblem] {
        InfoStringCheck(text, lines: lines, hasLabel: false).problems
    }
}
