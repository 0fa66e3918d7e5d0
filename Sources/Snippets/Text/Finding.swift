/// Something wrong with a snippet, in the snippet's own coordinates.
package struct Finding: Sendable, Hashable {
    /// In UTF-8 bytes from the start of the block's text; empty: a point.
    package let range: Range<Int>
    /// The checker's words, one line, without a full stop.
    package let message: String
    /// What would mend it, a verb phrase.
    package let fix: String?
    /// What `range` would be replaced by, where that is sure.
    package let replacement: String?
    /// What else has to do with it.
    package let related: Related?

    /// Another place of the same text, such as the bracket that is open.
    package struct Related: Sendable, Hashable {
        package let range: Range<Int>
        /// What is there: "opened here".
        package let note: String

        package init(_ note: String, at range: Range<Int>) {
            self.note = note
            self.range = range
        }
    }

    package init(
        _ message: String, at range: Range<Int>, fix: String? = nil, replacement: String? = nil,
        related: Related? = nil
    ) {
        self.message = message
        self.range = range
        self.fix = fix
        self.replacement = replacement
        self.related = related
    }
}
