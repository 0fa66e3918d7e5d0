/// The syntax of a language: named rules of a parsing expression grammar over its tokens, as read
/// from the notation of ``GrammarReader``.
///
/// Parsing expression grammars: Ford, "Parsing Expression Grammars: A Recognition-Based Syntactic
/// Foundation", POPL 2004. Choices are ordered: the first alternative that matches counts.
struct Grammar: Sendable {
    struct Rule: Sendable {
        let name: String
        /// What messages call it: `a type`.
        let label: String?
        /// Whether the machine remembers its result at each token.
        let isMemoized: Bool
        let body: GrammarNode
        /// 1-based line of the notation.
        let line: Int
    }

    var rules: [String: Rule] = [:]
    /// Rule names in the order of the notation.
    var order: [String] = []
    /// Kinds by what the notation calls them: `"func"` with its quotes, or `NAME`.
    var kinds: [String: UInt8] = [
        "END": TokenKind.end, "ELISION": TokenKind.elision, "SOFT": TokenKind.softEnd,
    ]
    /// What messages call each kind.
    var names = ["the end of the code", "an elision", "the end of the line", "this"]
    /// Words that are never names.
    var keywords: Set<String> = []
    /// Words that share a kind, and may all be names too.
    var classes: [String: UInt8] = [:]
    /// Classes of names that the lexer distinguishes: `NAME` includes them.
    var nameClasses: Set<String> = []
    /// Bits of the flags: `<+header>`.
    var flags: [String: UInt32] = [:]
    /// The literal that ends a statement, in whose place ``TokenKind/softEnd`` is taken.
    var softEnd: String?

    /// Whether a literal, with its quotes, is a word of the language that may also be a name.
    func isSoftWord(_ literal: String) -> Bool {
        isWord(literal) && !keywords.contains(String(literal.dropFirst().dropLast()))
    }

    func isBracket(_ literal: String) -> Bool {
        ["\"(\"", "\")\"", "\"[\"", "\"]\"", "\"{\"", "\"}\""].contains(literal)
    }

    /// Whether a literal, with its quotes, is made of letters.
    func isWord(_ literal: String) -> Bool {
        guard literal.hasPrefix("\""), let first = literal.utf8.dropFirst().first else {
            return false
        }
        return first.isWordStart
    }
}

/// A parsing expression.
indirect enum GrammarNode: Hashable, Sendable {
    /// A literal with its quotes, or a class of tokens: `"func"`, `NAME`.
    case token(String)
    /// A rule, with flags added and taken away.
    case call(String, adding: UInt32, removing: UInt32)
    /// Nothing where the flags are set (or not set), else no match.
    case when(UInt32, isSet: Bool)
    case sequence([GrammarNode])
    case choice([GrammarNode])
    case many(GrammarNode)
    case maybe(GrammarNode)
    /// Looks at the next token only.
    case ahead(GrammarNode, isWanted: Bool)

    // What the compiler makes of tokens, calls and conditions:
    case set(TokenSet)
    /// An index of ``GrammarProgram/entries``.
    case rule(Int)
    case never
}

/// A fault of a grammar's text; a test compiles all grammars, so no user meets one.
struct GrammarError: Error, Hashable, CustomStringConvertible {
    let line: Int
    let message: String

    var description: String { "grammar line \(line): \(message)" }
}
