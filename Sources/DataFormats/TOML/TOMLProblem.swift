/// What keeps a text from being TOML 1.0, with its place and what would mend it.
package struct TOMLProblem: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case syntax
        /// A key is given twice, or a table is defined twice.
        case duplicate
        /// Nested deeper than ``TOMLDocument/deepest``.
        case tooDeep
    }

    package var kind = Kind.syntax
    /// Without a full stop, begins in lower case.
    package let message: String
    /// In bytes of the file; empty: a point.
    package let range: Range<Int>
    /// What would mend it, a verb phrase or a question.
    package var fix: String?
    /// What `range` would be replaced by, where that is sure.
    package var replacement: String?
    /// What it collides with: the first definition of a key.
    package var first: Range<Int>?

    init(
        _ message: String, at range: Range<Int>, fix: String? = nil, replacement: String? = nil
    ) {
        self.message = message
        self.range = range
        self.fix = fix
        self.replacement = replacement
    }

    /// A problem that is mended by other text in its place.
    init(_ message: String, at range: Range<Int>, write replacement: String) {
        // Marks alone are hard to see without quotes.
        let isWord = replacement.contains { $0.isLetter || $0.isNumber }
        self.init(
            message, at: range, fix: "write " + (isWord ? replacement : "'\(replacement)'"),
            replacement: replacement)
    }
}
