import Languages

/// A language of words, numbers, signs, strings and comments: most of them.
///
/// The ``LexicalSyntax`` of the table of languages defines comments and strings; this adds the words and
/// everything else.
final class CodeGrammar: Grammar {
    struct Traits: OptionSet {
        let rawValue: Int
        /// `/…/` is a regular expression where an operand may come (ECMA-262, 12.9.5).
        static let regexLiterals = Traits(rawValue: 1 << 0)
        /// A name before `(` is a function's.
        static let calls = Traits(rawValue: 1 << 1)
        /// A number may end in a dot: `1.`.
        static let trailingDots = Traits(rawValue: 1 << 2)
        /// A string in quotes before `:` is a key.
        static let keys = Traits(rawValue: 1 << 3)
        /// `%w[…]`, `q{…}`: quotes that the author chooses, after the words of `quoteWords`.
        static let percentLiterals = Traits(rawValue: 1 << 4)
        /// `:name` is a symbol.
        static let symbols = Traits(rawValue: 1 << 5)
        /// `name:` is a key where it begins a line.
        static let lineLabels = Traits(rawValue: 1 << 6)
        /// Here-documents as in a shell: `<<~EOS`.
        static let hereDocuments = Traits(rawValue: 1 << 7)
        /// `"` at the start of a line begins a comment.
        static let quoteComments = Traits(rawValue: 1 << 8)
        /// `=begin` to `=end`, at the start of their lines, is a comment.
        static let beginComments = Traits(rawValue: 1 << 9)
        /// `~r/…/`, `~w[…]`: quotes that the author chooses, after a letter.
        static let tildeLiterals = Traits(rawValue: 1 << 10)
        /// `$a` is a character.
        static let dollarCharacters = Traits(rawValue: 1 << 11)
    }

    /// Lines, or parts of them, for a preprocessor.
    enum Directives: Sendable {
        case none
        /// `#include <x>` to the end of the line, with comments inside.
        case lines
        /// `#if`, `#available`: the word alone, as the table of words has it with its `#`.
        case words
    }

    /// What embeds code in a string: `${` up to `}`, and perhaps `$name`.
    struct Interpolation: Sendable {
        let open: [UInt8]
        let openBracket: UInt8
        let closeBracket: UInt8
        let sigil: UInt8?

        init(_ open: String, _ brackets: String, sigil: Character? = nil) {
            self.open = Array(open.utf8)
            let brackets = Array(brackets.utf8)
            openBracket = brackets.first ?? 0
            closeBracket = brackets.last ?? 0
            self.sigil = sigil?.asciiValue
        }

        static let dollarBraces = Interpolation("${", "{}")
        static let dollar = Interpolation("${", "{}", sigil: "$")
        static let backslash = Interpolation("\\(", "()")
        static let hash = Interpolation("#{", "{}")
        static let braces = Interpolation("{", "{}")
    }

    struct Quote: Sendable {
        let open: [UInt8]
        let close: [UInt8]
        let escape: LexicalSyntax.StringForm.Escape
        let isMultiline: Bool
        let isCharacter: Bool
        let kind: TokenClass
        let interpolation: Interpolation?
    }

    /// The effect of a prefix on the string after it: `$"…"`, `s"…"`.
    struct Prefix: Sendable {
        var interpolation: Interpolation?
        static let formatted = Prefix(interpolation: .braces)
        static let dollar = Prefix(interpolation: .dollar)
    }

    struct Roles {
        static let nameStart: UInt8 = 1
        static let namePart: UInt8 = 2
        static let digit: UInt8 = 4
        static let blank: UInt8 = 8
        static let sign: UInt8 = 16
        static let punctuation: UInt8 = 32
        /// A comment, a string or another part that needs special handling may begin here.
        static let special: UInt8 = 64
    }

    let words: WordTable
    /// Words with a class only before a name: `record Point(…)`, not `record = 1`.
    let softWords: WordTable
    /// The class of the name after a word: `func` makes the next one a function's.
    let introducing: WordTable
    let quotes: [Quote]
    let lineComments: [[UInt8]]
    let blockComments: [(open: [UInt8], close: [UInt8], nests: Bool)]
    let prefixes: [String: Prefix]
    let quoteWords: [String: TokenClass]
    /// By byte: the class of the name after it, `$x` and `@x`, including the byte itself.
    let sigils: [TokenClass]
    let directives: Directives
    let traits: Traits
    /// The byte that escapes the next character of a string.
    let escape: UInt8
    /// By byte: letters that may end a number.
    let numberSuffixes: [Bool]
    /// By byte, of ``Roles``.
    let roles: [UInt8]

    /// - Parameters:
    ///   - syntax: replaces the one in the table of languages, for a language without an entry
    ///     there.
    ///   - classes: by the opening of a string or a comment, if its class is not the usual one.
    ///   - interpolations: by the opening of a string.
    ///   - names: bytes that names may contain in addition to letters, digits and `_`.
    ///   - suffixes: letters that may end a number.
    ///   - escape: replaces the backslash in strings.
    init(
        _ language: String, syntax own: LexicalSyntax? = nil, words: [TokenClass: String],
        softWords: [TokenClass: String] = [:],
        introducing: [TokenClass: String] = [:], classes: [String: TokenClass] = [:],
        interpolations: [String: Interpolation] = [:], prefixes: [String: Prefix] = [:],
        quoteWords: [String: TokenClass] = [:], sigils: [Character: TokenClass] = [:],
        names: String = "", suffixes: String = "", directives: Directives = .none,
        traits: Traits = [], escape: UInt8 = .backslash, ignoresCase: Bool = false
    ) {
        let syntax = own ?? Language.named(language)?.syntax ?? LexicalSyntax()
        self.words = WordTable(words, ignoresCase: ignoresCase)
        self.softWords = WordTable(softWords, ignoresCase: ignoresCase)
        self.introducing = WordTable(introducing, ignoresCase: ignoresCase)
        quotes = syntax.strings.filter { !$0.open.isEmpty }.map {
            Quote(
                open: Array($0.open.utf8), close: Array($0.close.utf8), escape: $0.escape,
                isMultiline: $0.isMultiline, isCharacter: $0.isCharacter,
                kind: classes[$0.open] ?? Self.usualClass(of: $0),
                interpolation: interpolations[$0.open])
        }
        lineComments = syntax.lineComments.map { Array($0.utf8) }
        blockComments = syntax.blockComments.map {
            (Array($0.open.utf8), Array($0.close.utf8), $0.nests)
        }
        self.prefixes = prefixes
        self.quoteWords = quoteWords
        self.directives = directives
        self.traits = traits
        self.escape = escape
        var kinds = [TokenClass](repeating: .none, count: 256)
        for (sigil, kind) in sigils { kinds[Int(sigil.asciiValue ?? 0)] = kind }
        self.sigils = kinds
        var ends = [Bool](repeating: false, count: 256)
        for byte in suffixes.utf8 { ends[Int(byte)] = true }
        numberSuffixes = ends
        var openings = quotes.compactMap(\.open.first) + lineComments.compactMap(\.first)
        openings += blockComments.compactMap(\.open.first) + sigils.keys.compactMap(\.asciiValue)
        if directives != .none { openings.append(.hash) }
        if traits.contains(.regexLiterals) { openings.append(UInt8(ascii: "/")) }
        if traits.contains(.percentLiterals) { openings.append(UInt8(ascii: "%")) }
        if traits.contains(.beginComments) { openings.append(UInt8(ascii: "=")) }
        if traits.contains(.tildeLiterals) { openings.append(UInt8(ascii: "~")) }
        if traits.contains(.dollarCharacters) { openings.append(.dollar) }
        if traits.contains(.symbols) { openings.append(UInt8(ascii: ":")) }
        if traits.contains(.hereDocuments) { openings.append(UInt8(ascii: "<")) }
        roles = Self.roles(names: names, special: openings)
    }

    private static func usualClass(of form: LexicalSyntax.StringForm) -> TokenClass {
        if form.isCharacter { return .sc }
        switch form.close.utf8.first {
        case UInt8(ascii: "\""): return .s2
        case UInt8(ascii: "'"): return .s1
        case UInt8(ascii: "`"): return .sb
        default: return .s
        }
    }

    private static func roles(names: String, special: [UInt8]) -> [UInt8] {
        var roles = (0...255).map { (byte: UInt8) -> UInt8 in
            if byte.isNameStart { return Roles.nameStart | Roles.namePart }
            if byte.isDigit { return Roles.digit | Roles.namePart }
            if byte.isSpace || byte == 0x0B || byte == 0x0C { return Roles.blank }
            return 0
        }
        for byte in "+-*/%=<>!&|^~?@".utf8 { roles[Int(byte)] |= Roles.sign }
        for byte in "()[]{},;.:".utf8 { roles[Int(byte)] |= Roles.punctuation }
        for byte in names.utf8 { roles[Int(byte)] |= Roles.nameStart | Roles.namePart }
        for byte in special { roles[Int(byte)] |= Roles.special }
        return roles
    }

    func read(_ sink: inout TokenSink) {
        var scanner = CodeScanner(self, &sink)
        scanner.run()
        scanner.giveBack(&sink)
    }
}
