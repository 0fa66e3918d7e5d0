/// The reason why a text is not TOML 1.0, with its place and a fix.
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
    /// How to fix it, a verb phrase or a question.
    package var fix: String?
    /// The replacement of `range`, if it is certain.
    package var replacement: String?
    /// The colliding definition: the first one of a key.
    package var first: Range<Int>?

    init(
        _ message: String, at range: Range<Int>, fix: String? = nil, replacement: String? = nil
    ) {
        self.message = message
        self.range = range
        self.fix = fix
        self.replacement = replacement
    }

    /// A problem whose fix is other text in its place.
    init(_ message: String, at range: Range<Int>, write replacement: String) {
        // Marks alone are hard to see without quotes.
        let isWord = replacement.contains { $0.isLetter || $0.isNumber }
        self.init(
            message, at: range, fix: "write " + (isWord ? replacement : "'\(replacement)'"),
            replacement: replacement)
    }
}
