import Languages

extension LanguageCheck {
    /// Languages with only quotes and comments known to galley: their brackets pair up, and strings
    /// and comments end.
    static let balance = LanguageCheck(
        "asm", "cmake", "elixir", "erlang", "haskell", "promql"
    ) { snippet in
        guard let syntax = BalanceRules.syntax(of: snippet.language) else {
            return Examination(.undecided("no syntax"))
        }
        if let label = Session.label(of: snippet.code) {
            return Examination(.undecided("a \(label) session, not \(snippet.language.name)"))
        }
        let scan = CodeScan(snippet.code, syntax: syntax)
        let findings = Balance.findings(in: scan, traits: LexicalTraits.of(syntax))
        let elisions = Elisions.count(in: scan)
        if findings.isEmpty { return Examination(.accepted(.shape), elisions: elisions) }
        let isSure = BalanceRules.areSure(in: scan, of: snippet.language)
        return Examination(
            isSure ? .rejected(findings, .shape) : .undecided("its quotes are ambiguous"),
            elisions: elisions)
    }
}

/// Exceptions to the lexical syntax of the languages that ``LanguageCheck/balance`` checks.
enum BalanceRules {
    /// The language's lexical syntax; for assembly without brackets, which its comments may hold:
    /// `[r1, #4]`.
    static func syntax(of language: Language) -> LexicalSyntax? {
        guard let syntax = language.syntax, language.name == "asm" else { return language.syntax }
        return LexicalSyntax(
            line: syntax.lineComments, block: syntax.blockComments, strings: syntax.strings,
            brackets: [])
    }

    /// Whether findings are reliable: the text has nothing that the lexical syntax misreads.
    static func areSure(in scan: CodeScan, of language: Language) -> Bool {
        switch language.name {
        // `'` is not a quote in CMake.
        case "cmake":
            return !scan.stretches.contains {
                $0.kind == .string && scan.code[$0.range.lowerBound] == 0x27
            }
        // `?"`, `~s(`, `$(`: characters and strings of other forms.
        case "elixir": return !scan.code.contains { "?~'".utf8.contains($0) }
        case "erlang": return !scan.code.contains(UInt8(ascii: "$"))
        // A listing may contain anything.
        case "asm": return !has("0x", in: scan.code)
        default: return true
        }
    }

    private static func has(_ pair: StaticString, in code: [UInt8]) -> Bool {
        pair.withUTF8Buffer { pair in
            code.indices.dropLast().contains { code[$0] == pair[0] && code[$0 + 1] == pair[1] }
        }
    }
}
