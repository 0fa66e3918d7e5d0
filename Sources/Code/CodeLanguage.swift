/// What galley knows of the syntax of one language: its tokens and its grammar.
///
/// Made once a language by its file under `Languages`; immutable.
package struct CodeLanguage: Sendable {
    /// Its name in galley's table of languages: `go`.
    package let name: String
    let program: GrammarProgram
    let words: Words
    /// Start symbols of whole files, without elisions; the tests over source trees use them.
    let whole: [String]
    /// Start symbols of what a block may hold, in the order in which they are tried.
    let fragments: [String]
    /// Whether an open bracket is the fault to report, whatever follows it: where line ends mean
    /// nothing inside brackets, the code after it is read wrongly.
    let blamesOpenBracket: Bool
    let lex: @Sendable (Scanner, Words) -> Tokens

    /// - Parameter grammar: in the notation of ``GrammarReader``; a faulty one is a programming
    ///   error, which a test over all languages finds.
    init(
        _ name: String, grammar text: String, whole: [String], fragments: [String],
        blamesOpenBracket: Bool = false, ignoresCase: Bool = false,
        lex: @escaping @Sendable (Scanner, Words) -> Tokens
    ) {
        do {
            let grammar = try GrammarReader.read(text)
            program = try GrammarProgram(grammar, starts: whole + fragments)
            words = Words(grammar, ignoresCase: ignoresCase)
        } catch {
            preconditionFailure("\(name): \(error)")
        }
        self.name = name
        self.whole = whole
        self.fragments = fragments
        self.blamesOpenBracket = blamesOpenBracket
        self.lex = lex
    }

    /// Reads a block of code: a whole file, declarations, statements, an expression, whatever its
    /// start symbols allow, with `...` in the place of what was left out.
    ///
    /// Any bytes are read; invalid UTF-8 is refused at its place. Linear in the bytes for real code;
    /// never more than ``GrammarMachine/stepsPerToken`` steps a token.
    package func read(_ code: [UInt8]) -> CodeReading {
        read(code, as: fragments)
    }

    /// Reads a whole file, in which nothing may be left out.
    package func read(wholeFile code: [UInt8]) -> CodeReading {
        read(code, as: whole)
    }

    private func read(_ code: [UInt8], as starts: [String]) -> CodeReading {
        let tokens = lex(Scanner(code), words)
        var machine = GrammarMachine(program, tokens.kinds)
        var furthest = (token: -1, start: starts[0])
        for start in starts {
            switch machine.run(start) {
            case .accepted:
                let elisions = tokens.elisions + machine.elided.count
                return .accepted(.init(start: start, elisions: elisions))
            case .gaveUp: return .gaveUp
            case .refused(let token):
                if token > furthest.token { furthest = (token, start) }
            }
        }
        let refusal = Refusal(
            language: self, code: code, tokens: tokens, token: furthest.token, start: furthest.start
        )
        return refusal.reading()
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
    }
}

/// The first thing wrong with a block of code.
package struct CodeFault: Sendable, Hashable {
    /// In bytes of the code; empty at its end.
    package let range: Range<Int>
    /// One line, without a full stop.
    package let message: String
    /// The bracket or quote that the fault has to do with.
    package var opened: Range<Int>?
    /// The one edit after which the code is accepted.
    package var edit: Edit?

    package struct Edit: Sendable, Hashable {
        package let range: Range<Int>
        package let replacement: String
    }
}
