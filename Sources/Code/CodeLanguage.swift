/// What galley knows of the syntax of one language.
///
/// Made once a language by its file under `Languages`; immutable.
package struct CodeLanguage: Sendable {
    /// Its name in galley's table of languages: `go`.
    package let name: String
    private let reader: Reader

    private enum Reader: Sendable {
        case grammar(LexedGrammar)
        case parser(@Sendable (_ code: [UInt8], _ isWhole: Bool) -> CodeReading)
    }

    /// A language with a grammar over tokens.
    ///
    /// - Parameter grammar: in the notation of ``GrammarReader``; a faulty one is a programming
    ///   error, which a test over all languages finds.
    init(
        _ name: String, grammar text: String, whole: [String], fragments: [String],
        blamesOpenBracket: Bool = false, blamesLineEnd: Bool = false, ignoresCase: Bool = false,
        lex: @escaping @Sendable (Scanner, Words) -> Tokens
    ) {
        do {
            let grammar = try GrammarReader.read(text)
            reader = .grammar(
                LexedGrammar(
                    program: try GrammarProgram(grammar, starts: whole + fragments),
                    words: Words(grammar, ignoresCase: ignoresCase), whole: whole,
                    fragments: fragments, blamesOpenBracket: blamesOpenBracket,
                    blamesLineEnd: blamesLineEnd, lex: lex))
        } catch {
            preconditionFailure("\(name): \(error)")
        }
        self.name = name
    }

    /// A language whose tokens depend on what surrounds them, so that a parser of its own reads it.
    init(
        _ name: String,
        parser: @escaping @Sendable (_ code: [UInt8], _ isWhole: Bool) -> CodeReading
    ) {
        self.name = name
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
        case .parser(let parse): parse(code, false)
        }
    }

    /// Reads a whole file, in which nothing may be left out.
    package func read(wholeFile code: [UInt8]) -> CodeReading {
        switch reader {
        case .grammar(let grammar): grammar.read(code, as: grammar.whole)
        case .parser(let parse): parse(code, true)
        }
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
