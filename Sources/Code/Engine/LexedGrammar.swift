/// A grammar, compiled, with the lexer of its tokens.
struct LexedGrammar: Sendable {
    let program: GrammarProgram
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
    let lex: @Sendable (Scanner, Words) -> Tokens

    /// Reads code as the first of the start symbols that matches it.
    func read(_ code: [UInt8], as starts: [String]) -> CodeReading {
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
