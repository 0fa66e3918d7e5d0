import Languages

/// A ``LexicalSyntax`` prepared for scanning, with additions for the language's family.
///
/// Classes, so that scanners pass its parts around without copying their lists.
final class LexicalTraits: Sendable {
    final class Quote: Sendable {
        let open: [UInt8]
        let close: [UInt8]
        let form: LexicalSyntax.StringForm
        /// What embeds code in the string, up to the matching bracket: `${`, `\(`; empty without
        /// embedding.
        let embedding: [UInt8]

        init(_ form: LexicalSyntax.StringForm, embedding: [UInt8]) {
            open = Array(form.open.utf8)
            close = Array(form.close.utf8)
            self.form = form
            self.embedding = embedding
        }
    }
    struct Comment: Sendable {
        let open: [UInt8]
        let close: [UInt8]
        let nests: Bool
    }

    let quotes: [Quote]
    let lineComments: [[UInt8]]
    let blockComments: [Comment]
    /// Whether `/…/` is a regular expression where an operand may come (ECMA-262, 12.9.5).
    let hasRegexLiterals: Bool
    /// Whether `#if`, `#define` and others are lines of their own.
    let hasDirectives: Bool
    /// Whether `R"x(…)x"` is a raw string (C++23 [lex.string]).
    let hasDelimitedRawStrings: Bool
    /// By byte: whether it may begin anything but plain code.
    let isSpecial: [Bool]
    /// By byte: the bracket that closes it, or 0.
    let closers: [UInt8]
    /// By byte of code: its role in the structure of the text.
    let roles: [Role]

    /// The role of a byte of code in pairing brackets.
    enum Role: UInt8, Sendable {
        case plain, blank, lineFeed, opener, closer
        /// `;`, `:`, `,`, `.`, and a brace that is not a bracket of the language.
        case statementEnd
    }

    /// The traits of a lexical syntax; cached for the languages of the table.
    static func of(_ syntax: LexicalSyntax) -> LexicalTraits {
        known[ObjectIdentifier(syntax)] ?? LexicalTraits(syntax)
    }

    private static let known: [ObjectIdentifier: LexicalTraits] = {
        var known: [ObjectIdentifier: LexicalTraits] = [:]
        for syntax in Language.all.compactMap(\.syntax) {
            known[ObjectIdentifier(syntax)] = LexicalTraits(syntax)
        }
        return known
    }()

    private init(_ syntax: LexicalSyntax) {
        let family = Family(syntax)
        quotes = syntax.strings.filter { !$0.open.isEmpty }.map {
            Quote($0, embedding: family.embedding(in: $0))
        }
        lineComments = syntax.lineComments.map { Array($0.utf8) }
        blockComments = syntax.blockComments.map {
            Comment(open: Array($0.open.utf8), close: Array($0.close.utf8), nests: $0.nests)
        }
        hasRegexLiterals = family == .javascript
        hasDirectives = family == .c || family == .csharp || family == .swift
        hasDelimitedRawStrings = family == .c
        var special = [Bool](repeating: false, count: 256)
        let openings =
            quotes.map(\.open) + lineComments + blockComments.map(\.open)
            + (hasDirectives ? [[0x23]] : []) + (hasRegexLiterals ? [[0x2F]] : [])
        for first in openings.compactMap(\.first) { special[Int(first)] = true }
        isSpecial = special
        var closers = [UInt8](repeating: 0, count: 256)
        var roles = [Role](repeating: .plain, count: 256)
        for byte: UInt8 in [0x20, 0x09, 0x0D] { roles[Int(byte)] = .blank }
        roles[Int(UInt8.lineFeed)] = .lineFeed
        for byte in ";{}:,.".utf8 { roles[Int(byte)] = .statementEnd }
        let pairs = syntax.brackets.map { Array($0.utf8) }.filter { $0.count == 2 }
        for pair in pairs { roles[Int(pair[1])] = .closer }
        for pair in pairs {
            closers[Int(pair[0])] = pair[1]
            roles[Int(pair[0])] = .opener
        }
        self.closers = closers
        self.roles = roles
    }

    /// The languages whose lexical syntax needs additions.
    private enum Family {
        case c, csharp, javascript, swift, kotlin, hcl, other

        init(_ syntax: LexicalSyntax) {
            self = Family.known.first { $0.syntax == syntax }?.family ?? .other
        }

        private static let known: [(syntax: LexicalSyntax?, family: Family)] = [
            (Language.named("c")?.syntax, .c), (Language.named("csharp")?.syntax, .csharp),
            (Language.named("javascript")?.syntax, .javascript),
            (Language.named("swift")?.syntax, .swift), (Language.named("kotlin")?.syntax, .kotlin),
            (Language.named("hcl")?.syntax, .hcl),
        ]

        func embedding(in form: LexicalSyntax.StringForm) -> [UInt8] {
            switch self {
            case .javascript where form.open == "`": Array("${".utf8)
            case .kotlin where form.open.hasPrefix("\""): Array("${".utf8)
            case .hcl: Array("${".utf8)
            case .swift where form.escape == .backslash: Array("\\(".utf8)
            default: []
            }
        }
    }
}
