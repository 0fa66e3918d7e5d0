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
    /// How far before the refused token a bracket may be missing.
    private static let mostSteps = 16
    /// How many near words are tried for one that may be misspelt.
    private static let mostWords = 4

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

    /// `fro` for `for`: the refused token, or one of the three before it. Words that may be names too are
    /// tried where no keyword is near.
    private func misspeltKeyword() -> CodeFault.Edit? {
        let grammar = language.program.grammar
        let keywords = grammar.keywords.filter { $0.utf8.count > 2 }.sorted()
        let names = Set((["NAME"] + grammar.nameClasses).map { language.words[$0] })
        for words in [keywords, softWords(of: grammar)] {
            for index in stride(from: token, through: max(0, token - 3), by: -1)
            where names.contains(tokens.kinds[index]) {
                let range = tokens.range(of: index)
                let word = String(decoding: code[range], as: UTF8.self)
                guard let found = self.word(of: words, near: word, at: index) else { continue }
                let isSmall = language.words.ignoresCase && word == word.lowercased()
                return CodeFault.Edit(
                    range: range, replacement: isSmall ? found.lowercased() : found)
            }
        }
        return nil
    }

    /// The nearest of some words with which a token makes the code right.
    private func word(of words: [String], near word: String, at index: Int) -> String? {
        guard word.utf8.count > 2, word.utf8.count < 20 else { return nil }
        let grammar = language.program.grammar
        var left = words
        for _ in 0..<Self.mostWords {
            guard
                let found = nearestName(to: word, in: left, within: word.utf8.count < 5 ? 1 : 2),
                found != word
            else { return nil }
            let kind = grammar.kinds["\"\(found)\""] ?? grammar.classes[found] ?? TokenKind.bad
            let kinds = tokens.kinds(replacing: index, with: kind)
            // With the right word the code may be a fragment of another sort.
            let starts = [start] + language.fragments.filter { $0 != start }
            if starts.contains(where: { accepts(kinds, as: $0) }) { return found }
            left.removeAll { $0 == found }
        }
        return nil
    }

    private func softWords(of grammar: Grammar) -> [String] {
        let literals = grammar.kinds.keys.filter(grammar.isSoftWord).map {
            String($0.dropFirst().dropLast())
        }
        return (literals + grammar.classes.keys).filter { $0.utf8.count > 2 }.sorted()
    }

    private func missingSign() -> CodeFault.Edit? {
        for sign in [")", "]", "}", "{", "(", ",", ";", ":"] {
            let kind = language.words["\"\(sign)\""]
            guard kind != TokenKind.bad else { continue }
            // The sign may be due where a line's end was taken for the end of a statement.
            guard
                accepts(tokens.kinds(inserting: kind, at: token))
                    || isLineEnd && accepts(tokens.kinds(replacing: token, with: kind))
            else { continue }
            let end = token > 0 ? Int(tokens.ends[token - 1]) : 0
            return CodeFault.Edit(range: end..<end, replacement: sign)
        }
        return missingCloser()
    }

    /// A closing bracket that is due some tokens before the refused one: `[a, b = c` is refused at the
    /// end of the statement.
    private func missingCloser() -> CodeFault.Edit? {
        let brackets = Brackets(language.words)
        guard let open = brackets.open(in: tokens, before: token).last,
            let closer = brackets.closer(of: tokens.kinds[open])
        else { return nil }
        for index in stride(from: token - 1, to: max(open, token - Self.mostSteps), by: -1)
        where accepts(tokens.kinds(inserting: closer, at: index)) {
            let end = Int(tokens.ends[index - 1])
            let name = language.program.grammar.names[Int(closer)]
            return CodeFault.Edit(
                range: end..<end, replacement: String(name.dropFirst().dropLast()))
        }
        return nil
    }

    private func needlessToken() -> CodeFault.Edit? {
        guard tokens.kinds[token] > TokenKind.softEnd, !isLineEnd,
            accepts(tokens.kinds(replacing: token, with: nil))
        else { return nil }
        return CodeFault.Edit(range: tokens.range(of: token), replacement: "")
    }

    /// Whether the refused token is no text but the end of a line.
    private var isLineEnd: Bool {
        let range = tokens.range(of: token)
        return !range.isEmpty && code[range].allSatisfy { $0.isBlank || $0 == 0x0A }
    }

    private func accepts(_ kinds: [UInt8], as other: String? = nil) -> Bool {
        var machine = GrammarMachine(language.program, kinds)
        return machine.run(other ?? start) == .accepted
    }
}
