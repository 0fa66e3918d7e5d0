/// What galley knows of the syntax of one language.
///
/// Made once a language by its file under `Languages`; immutable.
package struct CodeLanguage: Sendable {
    /// Its name in galley's table of languages: `go`.
    package let name: String
    /// Which of its words are what, for colors.
    package let vocabulary: Vocabulary
    private let reader: Reader
    private let pairsBrackets: Bool

    private enum Reader: Sendable {
        case grammar(LexedGrammar)
        case parser(@Sendable (_ code: [UInt8], _ isWhole: Bool) -> CodeReading)
    }

    /// A language with a grammar over tokens.
    ///
    /// - Parameters:
    ///   - grammar: in the notation of ``GrammarReader``; a faulty one is a programming error, which
    ///     a test over all languages finds.
    ///   - classes: what tokens are to a reader, by the names of the notation, where that is not the
    ///     usual.
    ///   - lexer: makes the lexer for the words of the grammar, once.
    init(
        _ name: String, grammar text: String, whole: [String], fragments: [String],
        blamesOpenBracket: Bool = false, blamesLineEnd: Bool = false, ignoresCase: Bool = false,
        vocabulary: Vocabulary = Vocabulary(), classes: [String: LexicalClass] = [:],
        lexer: (Words) -> @Sendable (Scanner) -> Tokens
    ) {
        do {
            let grammar = try GrammarReader.read(text)
            let words = Words(grammar, ignoresCase: ignoresCase)
            reader = .grammar(
                LexedGrammar(
                    grammar, words: words, whole: whole, fragments: fragments,
                    blamesOpenBracket: blamesOpenBracket, blamesLineEnd: blamesLineEnd,
                    classes: grammar.lexicalClasses(adding: classes), lex: lexer(words)))
        } catch {
            preconditionFailure("\(name): \(error)")
        }
        self.name = name
        self.vocabulary = vocabulary
        pairsBrackets = true
    }

    /// A language whose lexer looks up its kinds of tokens for each block.
    init(
        _ name: String, grammar text: String, whole: [String], fragments: [String],
        blamesOpenBracket: Bool = false, blamesLineEnd: Bool = false, ignoresCase: Bool = false,
        vocabulary: Vocabulary = Vocabulary(), classes: [String: LexicalClass] = [:],
        lex: @escaping @Sendable (Scanner, Words) -> Tokens
    ) {
        self.init(
            name, grammar: text, whole: whole, fragments: fragments,
            blamesOpenBracket: blamesOpenBracket, blamesLineEnd: blamesLineEnd,
            ignoresCase: ignoresCase, vocabulary: vocabulary, classes: classes,
            lexer: { words in { lex($0, words) } })
    }

    /// A language whose tokens depend on what surrounds them, so that a parser of its own reads it.
    ///
    /// - Parameter pairsBrackets: whether a bracket or quote without its other half is a fault that is
    ///   looked for: not where output may be among the code.
    init(
        _ name: String, pairsBrackets: Bool = false,
        parser: @escaping @Sendable (_ code: [UInt8], _ isWhole: Bool) -> CodeReading
    ) {
        self.name = name
        self.pairsBrackets = pairsBrackets
        vocabulary = Vocabulary()
        reader = .parser(parser)
    }

    /// nil for a language that has a parser of its own.
    var grammar: LexedGrammar? {
        if case .grammar(let grammar) = reader { grammar } else { nil }
    }

    /// Reads a block of code: a whole file, declarations, statements, an expression, whatever its
    /// start symbols allow, with `...` in the place of what was left out.
    ///
    /// Any bytes are read; invalid UTF-8 is refused at its place. Linear in the bytes for real code;
    /// never more than ``GrammarMachine/stepsPerToken`` steps a token.
    package func read(_ code: [UInt8]) -> CodeReading {
        switch reader {
        case .grammar(let grammar): grammar.read(code, as: grammar.fragments)
        case .parser(let parse): repaired(parse(code, false), code) { parse($0, false) }
        }
    }

    /// A refusal by a parser of its own, with the bracket or quote that is missing or too many.
    private func repaired(
        _ reading: CodeReading, _ code: [UInt8], by parse: @escaping ([UInt8]) -> CodeReading
    ) -> CodeReading {
        guard pairsBrackets, case .refused(let fault) = reading, fault.edit == nil else {
            return reading
        }
        var search = PairRepair(
            code, faults: [fault.range.lowerBound], leavesOut: false, looksForQuotes: true
        ) { edited in
            if case .accepted(let acceptance) = parse(edited) {
                !acceptance.isCutOff
            } else {
                false
            }
        }
        return search.repair().map { .refused(fault.unpaired($0, in: code)) } ?? reading
    }

    /// Reads a whole file, in which nothing may be left out.
    package func read(wholeFile code: [UInt8]) -> CodeReading {
        switch reader {
        case .grammar(let grammar): grammar.read(code, as: grammar.whole)
        case .parser(let parse): parse(code, true)
        }
    }
}

extension CodeLanguage {
    /// The parts of code in order, without blanks and what is of no class; no two overlap.
    ///
    /// Any bytes are read; empty for a language that has a parser of its own. O(bytes).
    package func spans(of code: [UInt8]) -> [CodeSpan] {
        guard let grammar else { return [] }
        return SpanReader.spans(of: code, grammar.lex(Scanner(code)), grammar.classes)
    }
}

extension Grammar {
    /// What each kind of token is to a reader: words and signs by their literals, the usual classes by
    /// their names.
    func lexicalClasses(adding more: [String: LexicalClass]) -> [LexicalClass] {
        let quotesCharacters = kinds["CHAR"] != nil
        var classes = [LexicalClass](repeating: .none, count: 256)
        let usual: [String: LexicalClass] = [
            "NAME": .word, "NUMBER": .number, "CHAR": .character,
            "STRING": quotesCharacters ? .string : .doubleQuoted, "REGEX": .regularExpression,
        ]
        for (name, kind) in kinds {
            if let own = more[name] ?? usual[name] {
                classes[Int(kind)] = own
            } else if name.hasPrefix("\"") {
                classes[Int(kind)] = isWord(name) ? .word : .sign
            } else if nameClasses.contains(name) {
                classes[Int(kind)] = .word
            }
        }
        for (_, kind) in self.classes where classes[Int(kind)] == .none {
            classes[Int(kind)] = .word
        }
        return classes
    }
}

/// What reading a block of code found.
package enum CodeReading: Sendable, Hashable {
    case accepted(Acceptance)
    case refused(CodeFault)
    /// The code takes more work than any real code does.
    case gaveUp

    package struct Acceptance: Sendable, Hashable {
        /// The start symbol that matched: `file`, `fragment`.
        package let start: String
        /// How many places are left out.
        package var elisions = 0
        /// Whether the code ends inside of brackets, and nothing else is wrong with it.
        package var isCutOff = false
        /// Whether no more than brackets, quotes and what begins statements was read.
        package var isShape: Bool { start == "shape" }
    }
}

/// The first thing wrong with a block of code.
package struct CodeFault: Error, Sendable, Hashable {
    /// In bytes of the code; empty at its end.
    package let range: Range<Int>
    /// One line, without a full stop.
    package let message: String
    /// The bracket or quote that the fault has to do with.
    package var opened: Range<Int>?
    /// The one edit after which the code is accepted.
    package var edit: Edit?
    package var kind = Kind.grammar
    /// Whether no token more, less or other makes the code right at the fault: it may be a sketch, or
    /// of a language near this one, rather than code with a slip in it.
    package var isDebatable = false
    /// Whether one bracket or quote, more or less, makes all of the code right.
    package var isUnpaired = false

    package enum Kind: Sendable, Hashable {
        /// Bytes that are no token: an odd character, a string without its end.
        case token
        /// A bracket that nothing closes.
        case unclosed
        /// A token where the grammar allows others.
        case grammar
    }

    package struct Edit: Sendable, Hashable {
        package let range: Range<Int>
        package let replacement: String
    }
}
