import Synchronization

/// A grammar with the lexer of its tokens.
final class LexedGrammar: Sendable {
    private let compiled: Compiled
    /// Compiled when it is first asked for: colors need the lexer alone.
    var program: GrammarProgram { compiled.program }
    let words: Words
    /// Start symbols of whole files, without elisions; the tests over source trees use them.
    let whole: [String]
    /// Start symbols of what a block may hold, in the order in which they are tried.
    let fragments: [String]
    /// Whether an open bracket is the fault to report, whatever follows it: where line ends mean
    /// nothing inside brackets, the code after it is read wrongly.
    let blamesOpenBracket: Bool
    /// Whether a `;` that is missing is reported at the end of the line that lacks it.
    let blamesLineEnd: Bool
    let lex: @Sendable (Scanner) -> Tokens
    /// What each kind of token is to a reader.
    let classes: [LexicalClass]

    /// A faulty grammar is a programming error, which a test over all languages finds.
    init(
        _ grammar: Grammar, words: Words, whole: [String], fragments: [String],
        blamesOpenBracket: Bool, blamesLineEnd: Bool, classes: [LexicalClass],
        lex: @escaping @Sendable (Scanner) -> Tokens
    ) {
        compiled = Compiled(grammar, starts: whole + fragments)
        self.words = words
        self.whole = whole
        self.fragments = fragments
        self.blamesOpenBracket = blamesOpenBracket
        self.blamesLineEnd = blamesLineEnd
        self.classes = classes
        self.lex = lex
    }

    private final class Compiled: Sendable {
        private let grammar: Grammar
        private let starts: [String]
        private let known = Mutex<GrammarProgram?>(nil)

        init(_ grammar: Grammar, starts: [String]) {
            self.grammar = grammar
            self.starts = starts
        }

        var program: GrammarProgram {
            known.withLock { known in
                if let known { return known }
                do {
                    let program = try GrammarProgram(grammar, starts: starts)
                    known = program
                    return program
                } catch {
                    preconditionFailure("\(error)")
                }
            }
        }
    }

    /// Reads code as the first of the start symbols that matches it.
    func read(_ code: [UInt8], as starts: [String]) -> CodeReading {
        let tokens = lex(Scanner(code))
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
        if starts == fragments,
            let reading = readAfterCut(code, tokens, refusedAt: furthest.token)
        {
            return reading
        }
        let refusal = Refusal(
            language: self, code: code, tokens: tokens, token: furthest.token, start: furthest.start
        )
        return refusal.reading()
    }
}
