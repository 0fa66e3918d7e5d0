/// The lexical syntax of a language: its comments, quotes and brackets, as far as the highlighter
/// and the snippet checkers need it to find the end of a comment or a string.
///
/// A class, so that a language is passed around without copying its lists, and data derived from a
/// lexical syntax is found again by its identity.
package final class LexicalSyntax: Sendable {
    /// The beginnings of comments that end with their line: `//`, `#`.
    package let lineComments: [String]
    package let blockComments: [BlockComment]
    /// In the order of attempts: `"""` before `"`.
    package let strings: [StringForm]
    /// The pairs of brackets, each as two bytes: `()`.
    package let brackets: [String]

    package init(
        line: [String] = [], block: [BlockComment] = [], strings: [StringForm] = [],
        brackets: [String] = ["()", "[]", "{}"]
    ) {
        lineComments = line
        blockComments = block
        self.strings = strings
        self.brackets = brackets
    }

    package struct BlockComment: Sendable, Hashable {
        package let open: String
        package let close: String
        /// Whether `/* /* */ */` is one comment, as in Swift and Rust.
        package let nests: Bool

        package init(_ open: String, _ close: String, nests: Bool = false) {
            self.open = open
            self.close = close
            self.nests = nests
        }

        /// `/* … */`.
        package static let c = BlockComment("/*", "*/")
    }

    package struct StringForm: Sendable, Hashable {
        package enum Escape: Sendable, Hashable {
            /// A backslash escapes the next character.
            case backslash
            /// The quote is doubled.
            case doubled
            case none
        }
        package let open: String
        package let close: String
        package let escape: Escape
        package let isMultiline: Bool
        /// Whether it is a character, as `'a'` in C: then a lone quote, a lifetime in Rust or an
        /// apostrophe in prose, is not an open string.
        package let isCharacter: Bool

        package init(
            _ open: String, _ close: String? = nil, escape: Escape = .backslash,
            isMultiline: Bool = false, isCharacter: Bool = false
        ) {
            self.open = open
            self.close = close ?? open
            self.escape = escape
            self.isMultiline = isMultiline
            self.isCharacter = isCharacter
        }

        package static let double = StringForm("\"")
        package static let single = StringForm("'")
        package static let character = StringForm("'", isCharacter: true)
    }
}

extension LexicalSyntax: Equatable {
    /// Whether both have the same contents; O(1) for the same object.
    package static func == (a: LexicalSyntax, b: LexicalSyntax) -> Bool {
        a === b
            || a.lineComments == b.lineComments && a.blockComments == b.blockComments
                && a.strings == b.strings && a.brackets == b.brackets
    }
}
