import Text

/// Looks for the one edit near a fault after which a block is accepted: a keyword that was misspelt, a
/// bracket or a comma that is missing, a token too many.
struct Mending {
    private let language: LexedGrammar
    private let tokens: Tokens
    private let code: [UInt8]
    private let token: Int
    private let start: String

    /// More tokens than this are not tried: each try reads them all again.
    private static let mostTokens = 20_000

    init(language: LexedGrammar, tokens: Tokens, code: [UInt8], token: Int, start: String) {
        self.language = language
        self.tokens = tokens
        self.code = code
        self.token = token
        self.start = start
    }

    /// nil where no single edit is enough, or several kinds of edit would do as well.
    func edit() -> CodeFault.Edit? {
        guard tokens.count <= Self.mostTokens else { return nil }
        return misspeltKeyword() ?? missingSign() ?? needlessToken()
    }

    /// `fro` for `for`: the refused token, or one of the two before it.
    private func misspeltKeyword() -> CodeFault.Edit? {
        let keywords = language.program.grammar.keywords.filter { $0.utf8.count > 2 }.sorted()
        let name = language.words["NAME"]
        for index in stride(from: token, through: max(0, token - 2), by: -1)
        where tokens.kinds[index] == name {
            let range = tokens.range(of: index)
            let word = String(decoding: code[range], as: UTF8.self)
            guard word.utf8.count > 2, word.utf8.count < 20,
                let keyword = nearestName(
                    to: word, in: keywords, within: word.utf8.count < 5 ? 1 : 2),
                keyword != word
            else { continue }
            let kinds = tokens.kinds(replacing: index, with: language.words["\"\(keyword)\""])
            if accepts(kinds) { return CodeFault.Edit(range: range, replacement: keyword) }
        }
        return nil
    }

    private func missingSign() -> CodeFault.Edit? {
        for sign in [")", "]", "}", ",", ";", ":"] {
            let kind = language.words["\"\(sign)\""]
            guard kind != TokenKind.bad else { continue }
            guard accepts(tokens.kinds(inserting: kind, at: token)) else { continue }
            let end = token > 0 ? Int(tokens.ends[token - 1]) : 0
            return CodeFault.Edit(range: end..<end, replacement: sign)
        }
        return nil
    }

    private func needlessToken() -> CodeFault.Edit? {
        guard tokens.kinds[token] > TokenKind.softEnd,
            accepts(tokens.kinds(replacing: token, with: nil))
        else { return nil }
        return CodeFault.Edit(range: tokens.range(of: token), replacement: "")
    }

    private func accepts(_ kinds: [UInt8]) -> Bool {
        var machine = GrammarMachine(language.program, kinds)
        return machine.run(start) == .accepted
    }
}
