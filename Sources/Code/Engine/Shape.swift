/// Languages that are read for comments, quotes, brackets and what opens and closes blocks alone.
extension CodeLanguage {
    /// - Parameters:
    ///   - rules: how the language comments and quotes.
    ///   - prepare: makes blanks of what is no code.
    ///   - dialect: makes its tokens where a block is meant to be in a dialect.
    ///   - special: makes tokens of what the rules cannot say; its kinds of tokens are those of
    ///     ``shapeGrammar``.
    init(
        shapeOf name: String, _ rules: FreeFormLexer.Rules,
        vocabulary: Vocabulary = Vocabulary(),
        prepare: @escaping @Sendable (Scanner) -> Scanner = { $0 },
        special: FreeFormLexer.Special? = nil,
        dialect: (isMeant: @Sendable (Scanner) -> Bool, special: FreeFormLexer.Special)? = nil
    ) {
        self.init(
            name, grammar: shapeGrammar, whole: ["shape"], fragments: ["shape"],
            vocabulary: vocabulary, classes: Self.shapeClasses,
            lexer: { words in
                let lex = FreeFormLexer.lexer(rules, special: special)(words)
                guard let dialect else {
                    return { lex(prepare($0)).withoutOuterClosers($0, words) }
                }
                let other = FreeFormLexer.lexer(rules, special: dialect.special)(words)
                return { (dialect.isMeant($0) ? other : lex)($0).withoutOuterClosers($0, words) }
            })
    }

    /// A language with a lexer of its own, whose kinds of tokens are those of ``shapeGrammar``.
    init(
        shapeOf name: String, vocabulary: Vocabulary = Vocabulary(), ignoresCase: Bool = false,
        lex: @escaping @Sendable (Scanner, Words) -> Tokens
    ) {
        self.init(
            name, grammar: shapeGrammar, whole: ["shape"], fragments: ["shape"],
            ignoresCase: ignoresCase, vocabulary: vocabulary, classes: Self.shapeClasses,
            lex: { scanner, words in
                lex(scanner, words).withoutOuterClosers(scanner, words)
            })
    }

    private static let shapeClasses: [String: LexicalClass] = [
        "STRING": .doubleQuoted, "CHAR": .singleQuoted, "SIGN": .sign, "VARIABLE": .variable,
    ]
}

/// `SIGN` is any sign but brackets.
private let shapeGrammar = #"""
    %names VARIABLE ;
    shape      = { item } END
    item       = "(" { item } ")" | "[" { item } "]" | "{" { item } "}"
               | NAME | NUMBER | STRING | CHAR | SIGN | elision
    elision    = "..." | ELISION
    """#

extension Tokens {
    /// The same without the closing brackets of what is around a fragment: those that begin a line left
    /// of the column at which the code begins, where no bracket of the code is open.
    fileprivate func withoutOuterClosers(_ scanner: Scanner, _ words: Words) -> Tokens {
        let first = scanner.column(ofLineAt: range(of: 0).lowerBound)
        guard first > 0 else { return self }
        let brackets = Brackets(words)
        var depth = 0
        var outer: Set<Int> = []
        for token in 0..<count {
            if brackets.closer(of: kinds[token]) != nil { depth += 1 }
            guard brackets.isCloser(kinds[token]) else { continue }
            if depth > 0 {
                depth -= 1
                continue
            }
            let start = range(of: token).lowerBound
            guard scanner.column(ofLineAt: start) < first else { break }
            outer.insert(token)
        }
        return outer.isEmpty ? self : without(outer)
    }
}
