import Languages

/// A program text split into code, comments and strings.
///
///     f("a)") // b(     gives     code `f(`, string `"a)"`, code `) `, comment `// b(`
///
/// Tolerant: any bytes give parts that cover the text from end to end. A lone apostrophe (a
/// lifetime, a word of prose) is code where the language's `'` quotes characters.
struct CodeScan: Sendable {
    struct Stretch: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            case code, string, lineComment, blockComment
            /// A preprocessor's line, without the comments on it.
            case directive
        }
        let kind: Kind
        /// In bytes of the text.
        let range: Range<Int>
        /// Whether a string or a block comment ends; true for all others. A string with embedded
        /// code, `"a ${b} c"`, is one part before and one after it.
        let isEnded: Bool
    }

    let code: [UInt8]
    /// In order, none empty, without gaps.
    let stretches: [Stretch]
    /// Where a string with embedded code, `"a ${`, began that never ends.
    let openEmbedding: Int?

    /// O(bytes).
    init(_ code: [UInt8], syntax: LexicalSyntax) {
        var scanner = LexicalScanner(code, LexicalTraits.of(syntax))
        scanner.run()
        self.code = code
        stretches = scanner.stretches
        openEmbedding = scanner.openEmbedding
    }

    /// The scan of a text derived from this one's: this one, if the text is unchanged.
    func again(_ code: [UInt8], syntax: LexicalSyntax) -> CodeScan {
        code == self.code ? self : CodeScan(code, syntax: syntax)
    }
}
