/// Something in an info string, or in the comment above a block, that has no effect or not the one
/// that its author meant.
package struct InfoStringProblem: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A key or a flag that nothing reads: `linenso`, `hightlight=3`.
        case unknownAttribute
        /// A value that cannot be read or means nothing here: `hl=7-5`, `check=prase`.
        case badValue
        /// A language that is misspelt, or that nobody knows.
        case unknownLanguage
    }
    package let kind: Kind
    /// In UTF-8 bytes of the text that was read; see ``Document/place(ofInfo:in:)`` for a fence.
    package let range: Range<Int>
    /// One line, without a full stop.
    package let message: String
    /// What would mend it, for people.
    package let fix: String?
    /// What ``range`` would be replaced by, where that is sure.
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
    /// What is wrong with the info string of a block of so many lines, by position; no more than
    /// eight findings. O(bytes).
    ///
    /// Whether a block that is skipped has a reason is not told here: a comment may give it.
    /// Silent about what other generators read and galley does not: `class`, `hl_style`, `copy`.
    package static func problems(
        in text: String, lines: @autoclosure () -> Int
    ) -> [InfoStringProblem] {
        InfoStringCheck(text, lines: lines, hasLabel: true).problems
    }

    /// The same for attributes that stand alone, as in a comment: there no word is a caption.
    package static func problems(
        inAttributes text: String, lines: @autoclosure () -> Int
    ) -> [InfoStringProblem] {
        InfoStringCheck(text, lines: lines, hasLabel: false).problems
    }
}
