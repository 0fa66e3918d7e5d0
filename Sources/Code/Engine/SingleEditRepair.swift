import Text

/// Looks for the one edit near a fault after which a block is accepted: a keyword that was misspelled, a
/// bracket or a comma that is missing, a token too many.
struct SingleEditRepair {
    private let language: LexedGrammar
    private let tokens: Tokens
    private let code: [UInt8]
    private let token: Int
    private let start: String
    /// What the grammar would have taken in the place of the token.
    private let wanted: TokenSet
    /// The literals of the grammar that are words, and those that are not.
    private let keywords: TokenSet
    private let allSigns: TokenSet

    private static let operators: Set<String> = [
        "\"and\"", "\"as\"", "\"in\"", "\"instanceof\"", "\"is\"", "\"not\"", "\"of\"", "\"or\"",
        "\"xor\"",
    ]
    /// More tokens than this are not tried: each try reads them all again.
    private static let mostTokens = 20_000
    /// Each keyword that is due is tried in code of no more tokens than these.
    private static let mostWordsTokens = 4_000
    /// How far before the refused token a bracket may be missing.
    private static let mostSteps = 16
    /// How many lines before the refused token may begin with a keyword that was misspelled.
    private static let mostLines = 24
    /// How many near words are tried for one that may be misspelled.
    private static let mostWords = 4
    /// How many tokens the code must go on after an edit that is not enough for all of it.
    private static let farEnough = 12

    init(
        language: LexedGrammar, tokens: Tokens, code: [UInt8], token: Int, start: String,
        wanted: TokenSet
    ) {
        self.language = language
        self.tokens = tokens
        self.code = code
        self.token = token
        self.start = start
        self.wanted = wanted
        var (keywords, signs) = (TokenSet(), TokenSet())
        for (literal, kind) in language.program.grammar.kinds where literal.hasPrefix("\"") {
            let isWord = literal.utf8.dropFirst().first?.isWordStart == true
            // Operators that are words make code of words in a row.
            if isWord, !Self.operators.contains(literal) { keywords.insert(kind) }
            if !isWord { signs.insert(kind) }
        }
        self.keywords = keywords
        allSigns = signs
    }

    /// nil where no single edit is enough, or several kinds of edit would do as well.
    func edit() -> CodeFault.Edit? {
        guard tokens.count <= Self.mostTokens else { return nil }
        return capitalKeyword() ?? misspeltKeyword() ?? missingSign() ?? otherSign()
            ?? needlessToken()
    }

    // MARK: Whether it is a slip

    /// Whether one token more, less or other makes the code right, or lets it go on for a good while:
    /// a slip of who wrote it, and no sketch or other language.
    ///
    /// - Parameter edit: the one that was found.
    func isPossible(by edit: CodeFault.Edit?) -> Bool {
        if isSketch { return false }
        if let edit, isPlain(edit) { return true }
        guard tokens.count <= Self.mostTokens else { return false }
        let isWordy = isSQL
        let signs = signs.filter {
            wanted.contains($0.kind) && isPlain(insertion(of: $0.text))
                && (!isWordy || "();".contains($0.text))
        }
        let inserted = signs.map { tokens.kinds(inserting: $0.kind, at: token) }
        if inserted.contains(where: { isWordy ? accepts($0) : goesOn($0) }) { return true }
        if isSign(token), !isWordy,
            signs.contains(where: { goesOn(tokens.kinds(replacing: token, with: $0.kind)) })
        {
            return true
        }
        if isBracketMissing || isLongerSign { return true }
        if isWordMissing(orKeyword: !isWordy) { return true }
        return !isWordy && (isColonMissingBefore || isTextDue || isBlockDue)
    }

    /// Whether the refused token is, or follows, what authors write in the place of code, or is in a part
    /// taken out of it.
    var isSketch: Bool {
        isElision || beginsInBrackets || isPhrase || isAfterPlaceholder || isAfterNote
            || isInDescription
    }

    /// Whether words in a row, such as those of a dialect, are what statements are made of.
    private var isSQL: Bool { language.words["\"SELECT\""] != TokenKind.bad }

    /// Whether the code is one line that was taken out of brackets: `a != b) && (c == d)`.
    private var beginsInBrackets: Bool {
        let brackets = Brackets(language.words)
        let lines = code.split(separator: 0x0A).count { !$0.allSatisfy(\.isBlank) }
        guard lines == 1, brackets.isCloser(tokens.kinds[token]),
            brackets.open(in: tokens, before: token).isEmpty
        else { return false }
        let rest = tokens.kinds[(token + 1)...].filter { $0 > TokenKind.softEnd }
        return rest.contains { brackets.closer(of: $0) != nil }
            && rest.last.map(brackets.isCloser) == true
    }

    /// Whether the refused token is a word after `all`, `your` or the like: `send(all parameters)`.
    private var isPhrase: Bool {
        guard isBetweenWords else { return false }
        let word = code[tokens.range(of: token - 1)]
        return ["all", "any", "other", "some", "the", "your"].contains {
            word.elementsEqual($0.utf8)
        }
    }

    /// Whether what is missing is missing after `xxx`, which is written for any name.
    private var isAfterPlaceholder: Bool {
        guard token > 0 else { return false }
        let word = code[tokens.range(of: token - 1)]
        return word.count > 2 && word.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    }

    /// Whether a comment is in the place of the value that is missing: `while (/* condition */) {`.
    private var isAfterNote: Bool {
        guard token > 0 else { return false }
        // A refused string may end after the next token begins.
        let end = Int(tokens.ends[token - 1])
        let gap = code[end..<max(end, Int(tokens.starts[token]))]
        guard gap.drop(while: \.isBlank).starts(with: "/*".utf8) else { return false }
        return goesOn(tokens.kinds(inserting: language.words["NAME"], at: token))
    }

    /// Whether the refused token is in a line that says what would be there: `<enter the section>`.
    private var isInDescription: Bool {
        let scanner = Scanner(code)
        let start = Int(tokens.starts[token])
        let line = code[scanner.lineStart(start)..<max(start, scanner.lineEnd(start))]
            .drop(while: \.isBlank)
        guard line.first == UInt8(ascii: "<"), let end = line.lastIndex(where: { !$0.isBlank }),
            line[end] == UInt8(ascii: ">")
        else { return false }
        let words = line[line.startIndex + 1..<max(end, line.startIndex + 1)]
        return words.contains { $0 == 0x20 || $0 == UInt8(ascii: "-") }
            && words.allSatisfy { $0.isWordPart || $0 == 0x20 || $0 == UInt8(ascii: "-") }
    }

    /// Whether the refused token is dots that stand for what is left out, and no argument.
    private var isElision: Bool {
        let text = code[tokens.range(of: token)]
        let isDots = text.count > 1 && text.allSatisfy { $0 == UInt8(ascii: ".") }
        guard isDots || text.elementsEqual("…".utf8) else { return false }
        let start = Int(tokens.starts[token])
        let next = code[Int(tokens.ends[token])...].first { !$0.isBlank }
        return start == 0 || !code[start - 1].isBlank || next != UInt8(ascii: ")")
    }

    /// Whether an edit is what no one means to write otherwise.
    private func isPlain(_ edit: CodeFault.Edit) -> Bool {
        if edit.replacement.isEmpty {
            let isAfterSign = isSign(token) && token > 0 && isSign(token - 1)
            return edit.range.count == 1
                && (isAfterSign || ")]};,:".utf8.contains(code[edit.range.lowerBound]))
        }
        // Nearly any words are a label and a statement of SQL.
        if isSQL, edit.replacement.hasPrefix(":") { return false }
        switch edit.replacement {
        case ":": return !isInOneLine(edit) || !isKeyword(token) && !isKeyword(token - 1)
        // In SQL, words in a row may be what one dialect has.
        case ",":
            return !isSQL || !isInOneLine(edit) && !isBetweenParagraphs(edit) || !isBetweenWords
        case ";": if isInForHeader { return true }
        default: return true
        }
        // Between two words of one line a semicolon makes code of nearly any text, and before a block
        // a call of its head.
        let next = Int(tokens.starts[token])
        let isLineEnd = code[edit.range.upperBound..<max(next, edit.range.upperBound)].contains(
            0x0A)
        let sign = next < code.count ? code[next] : UInt8(ascii: "}")
        return (isLineEnd || sign == UInt8(ascii: "}")) && sign != UInt8(ascii: "{")
            && goesOn(tokens.kinds(inserting: language.words["\";\""], at: token), by: 2)
    }

    /// Whether the refused token is in the head of a loop: `for i := 1 i < n; i++ {`.
    private var isInForHeader: Bool {
        let scanner = Scanner(code)
        let start = Int(tokens.starts[token])
        let line = code[scanner.lineStart(start)..<max(start, scanner.lineEnd(start))]
        return line.drop(while: \.isBlank).starts(with: "for".utf8)
            && line.contains(UInt8(ascii: ";"))
    }

    /// Whether what an edit inserts has the refused token on its line.
    private func isInOneLine(_ edit: CodeFault.Edit) -> Bool {
        let next = max(Int(tokens.starts[token]), edit.range.upperBound)
        return !code[edit.range.upperBound..<min(next, code.count)].contains(0x0A) && !isLineEnd
    }

    /// Whether an empty line is between what an edit inserts and the refused token: two alternatives.
    private func isBetweenParagraphs(_ edit: CodeFault.Edit) -> Bool {
        let next = max(Int(tokens.starts[token]), edit.range.upperBound)
        return code[edit.range.upperBound..<min(next, code.count)]
            .split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst().dropLast()
            .contains { $0.allSatisfy(\.isBlank) }
    }

    private func isKeyword(_ token: Int) -> Bool {
        token >= 0 && keywords.contains(tokens.kinds[token])
    }

    private var isBetweenWords: Bool {
        token > 0 && !isSign(token - 1) && !isSign(token)
    }

    /// Whether no later bracket closes the one that the refused token is in.
    private var isBracketMissing: Bool {
        let brackets = Brackets(language.words)
        guard let open = brackets.open(in: tokens, before: token).last,
            let closer = brackets.closer(of: tokens.kinds[open])
        else { return false }
        let kind = tokens.kinds[open]
        var depth = 0
        for other in tokens.kinds[open...] {
            if other == kind { depth += 1 }
            if other == closer { depth -= 1 }
            if depth == 0 { return false }
        }
        return true
    }

    /// Whether a sign that begins as the refused one does is right: `:` for `::`, `=` for `==`.
    private var isLongerSign: Bool {
        guard isSign(token) else { return false }
        let first = code[Int(tokens.starts[token])]
        return language.program.grammar.kinds.contains { literal, kind in
            wanted.contains(kind) && literal.hasPrefix("\"")
                && literal.utf8.dropFirst().first == first
                && goesOn(tokens.kinds(replacing: token, with: kind))
        }
    }

    /// Whether a colon is missing before one of the last tokens: `color red;`.
    private var isColonMissingBefore: Bool {
        let colon = language.words["\":\""]
        return colon != TokenKind.bad
            && (max(1, token - 3)..<max(1, token)).contains {
                goesOn(tokens.kinds(inserting: colon, at: $0))
            }
    }

    /// Whether a keyword is due that is not there, or a name or a value between signs: `a,  = f()`.
    private func isWordMissing(orKeyword: Bool) -> Bool {
        guard tokens.count <= Self.mostWordsTokens else { return false }
        let values = ["NAME", "NUMBER", "STRING"].map { language.words[$0] }
        return wanted.members.contains { kind in
            (orKeyword && keywords.contains(kind) || isBetweenSigns && values.contains(kind))
                && kind >= TokenKind.firstOfGrammar
                && goesOn(tokens.kinds(inserting: kind, at: token))
        }
    }

    /// Whether the block of a head is not indented. Heads of functions alone are a list of them.
    private var isBlockDue: Bool {
        let block = language.words["INDENT"]
        let heads = ["def", "class", "async", "@"].map { language.words["\"\($0)\""] }
        return block != TokenKind.bad && wanted.contains(block)
            && tokens.kinds[token] > TokenKind.bad && !heads.contains(tokens.kinds[token])
    }

    /// Whether nothing but a text in quotes may follow: the quotes of what is there are missing.
    private var isTextDue: Bool {
        let kinds = wanted.members.filter { $0 >= TokenKind.firstOfGrammar }
        return !kinds.isEmpty && kinds.allSatisfy { $0 == language.words["STRING"] }
    }

    /// Whether a word may be missing there: after a sign or a keyword that ends nothing, before a sign or
    /// the end of a line.
    private var isBetweenSigns: Bool {
        guard token > 0 else { return false }
        let last = tokens.kinds[token - 1]
        return (allSigns.contains(last) || keywords.contains(last))
            && !Brackets(language.words).isCloser(last)
            && (isSign(token) || isSign(token - 1) && isKeyword(token) || isLineEnd
                || tokens.kinds[token] == TokenKind.end)
    }

    private func isSign(_ token: Int) -> Bool { allSigns.contains(tokens.kinds[token]) }

    /// Whether tokens are accepted, or the refused one and some after it are taken.
    private func goesOn(_ kinds: [UInt8], by count: Int = farEnough) -> Bool {
        var machine = GrammarMachine(language.program, kinds)
        switch machine.run(start) {
        case .accepted: return true
        case .gaveUp: return false
        case .refused(let place): return place >= token + count
        }
    }

    /// The signs that are left out or taken for each other most.
    private var signs: [(text: String, kind: UInt8)] {
        [")", "]", "}", "{", "(", "[", ",", ";", ":", "=", ":=", "==", "=>", "->", ".", ">"]
            .map { ($0, language.words["\"\($0)\""]) }
            .filter { $0.1 != TokenKind.bad }
    }

    private func insertion(of sign: String) -> CodeFault.Edit {
        let end = token > 0 ? Int(tokens.ends[token - 1]) : 0
        return CodeFault.Edit(range: end..<end, replacement: sign)
    }

    // MARK: The edit

    /// `Go f()` for `go f()`, wherever the word occurs: the refused token, or one of the two before it.
    private func capitalKeyword() -> CodeFault.Edit? {
        guard !language.words.ignoresCase else { return nil }
        let grammar = language.program.grammar
        let names = Set((["NAME"] + grammar.nameClasses).map { language.words[$0] })
        for index in stride(from: token, through: max(0, token - 2), by: -1)
        where names.contains(tokens.kinds[index]) {
            let word = code[tokens.range(of: index)]
            let small = String(decoding: word, as: UTF8.self).lowercased()
            guard word.first.map({ $0 < 0x61 }) == true, word.dropFirst().allSatisfy({ $0 > 0x60 }),
                grammar.keywords.contains(small), let kind = grammar.kinds["\"\(small)\""]
            else { continue }
            var kinds = tokens.kinds
            for other in kinds.indices where kinds[other] == tokens.kinds[index] {
                if code[tokens.range(of: other)].elementsEqual(word) { kinds[other] = kind }
            }
            if goesOn(kinds) {
                return CodeFault.Edit(range: tokens.range(of: index), replacement: small)
            }
        }
        return nil
    }

    /// `fro` for `for`: the refused token, or one of the three before it. Words that may be names too are
    /// tried where no keyword is near.
    private func misspeltKeyword() -> CodeFault.Edit? {
        let grammar = language.program.grammar
        let keywords = grammar.keywords.filter { $0.utf8.count > 2 }.sorted()
        let names = Set((["NAME"] + grammar.nameClasses).map { language.words[$0] })
        for words in [keywords, softWords(of: grammar)] {
            for index in Array(stride(from: token, through: max(0, token - 3), by: -1)) + lineStarts
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

    /// The first tokens of the refused token's line and of some lines before it: `fnction f()` is found
    /// at its `end`.
    private var lineStarts: [Int] {
        var found: [Int] = []
        var index = token - 1
        while index >= 0, found.count < Self.mostLines {
            if index < token - 3, beginsLine(index) { found.append(index) }
            index -= 1
        }
        return found
    }

    private func beginsLine(_ index: Int) -> Bool {
        var before = Int(tokens.starts[index]) - 1
        while before >= 0, code[before].isBlank { before -= 1 }
        return before < 0 || code[before] == 0x0A
    }

    /// The nearest of some words with which a token makes the code right.
    private func word(of words: [String], near word: String, at index: Int) -> String? {
        // Two letters are near many words: only the first word of a line counts.
        let isLong = word.utf8.count > 2 || word.utf8.count == 2 && beginsLine(index)
        guard isLong, word.utf8.count < 20 else { return nil }
        let grammar = language.program.grammar
        var left = words
        for _ in 0..<Self.mostWords {
            guard
                let found = nearestName(to: word, in: left, within: word.utf8.count < 7 ? 1 : 2),
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
            return insertion(of: sign)
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

    /// `;` for `,`, `:=` for `=`: the one sign that may be there instead.
    private func otherSign() -> CodeFault.Edit? {
        guard isSign(token), !isLineEnd else { return nil }
        let brackets = Brackets(language.words)
        let isCloser = brackets.isCloser(tokens.kinds[token])
        // `map<string, i64)`
        let isRound = tokens.kinds[token] == language.words["\")\""]
        let right = signs.filter {
            wanted.contains($0.kind)
                && (brackets.isCloser($0.kind) || $0.text == ">" && isRound) == isCloser
                && accepts(tokens.kinds(replacing: token, with: $0.kind))
        }
        guard right.count == 1 else { return nil }
        return CodeFault.Edit(range: tokens.range(of: token), replacement: right[0].text)
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
