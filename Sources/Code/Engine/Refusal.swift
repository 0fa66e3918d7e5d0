/// Makes a fault of the token at which no rule of a grammar could go on.
struct Refusal {
    private let language: LexedGrammar
    private let code: [UInt8]
    private let tokens: Tokens
    /// The furthest token that no rule took, and the start symbol that got there.
    private let token: Int
    private let start: String
    private let brackets: Brackets

    /// More open brackets than this are not looked at: each look reads the lines that follow.
    private static let mostBrackets = 50

    init(language: LexedGrammar, code: [UInt8], tokens: Tokens, token: Int, start: String) {
        self.language = language
        self.code = code
        self.tokens = tokens
        self.token = token
        self.start = start
        brackets = Brackets(language.words)
    }

    func reading() -> CodeReading {
        let reading = firstReading()
        guard case .refused(let fault) = reading else { return reading }
        if fault.isDebatable || fault.edit == nil { return .refused(unpaired(fault) ?? fault) }
        // A closer that is too many may be one whose opener is missing, lines above.
        guard brackets.isCloser(tokens.kinds[token]), let found = unpaired(fault),
            found.range.upperBound < fault.range.lowerBound
        else { return reading }
        return .refused(found)
    }

    /// The fault with the bracket or quote that is missing or too many; nil where no single one is.
    private func unpaired(_ fault: CodeFault) -> CodeFault? {
        let mending = SingleEditRepair(
            language: language, tokens: tokens, code: code, token: token, start: start,
            wanted: TokenSet())
        guard !mending.isSketch else { return nil }
        let language = language
        let starts = [start] + language.fragments.filter { $0 != start }
        // A string of SQL that ends early is what an article on injection shows.
        let isSQL = language.words["\"SELECT\""] != TokenKind.bad
        var search = PairRepair(
            code, faults: [Int(tokens.starts[token]), fault.range.lowerBound],
            leavesOut: tokens.elisions > 0, looksForQuotes: !isSQL
        ) { edited in
            let tokens = language.lex(Scanner(edited))
            var machine = GrammarMachine(language.program, tokens.kinds)
            return starts.contains { machine.run($0) == .accepted }
        }
        return search.repair().map { fault.unpaired($0, in: code) }
    }

    private func firstReading() -> CodeReading {
        if let complaint = tokens.complaints[token] {
            return .refused(fault(of: complaint))
        }
        let open = brackets.open(in: tokens, before: token)
        let unclosed = unclosedBrackets(open)
        if let culprit = unclosed.prefix(Self.mostBrackets).first(where: dedentsInside) {
            var fault = fault(ofUnclosed: culprit)
            fault.isDebatable = isBraceLeftOut(fault)
            return .refused(fault)
        }
        if tokens.kinds[token] == TokenKind.end, !open.isEmpty {
            return .accepted(.init(start: start, elisions: tokens.elisions, isCutOff: true))
        }
        if language.blamesOpenBracket, let last = unclosed.last {
            return .refused(fault(ofUnclosed: last))
        }
        if language.blamesLineEnd, open.isEmpty, brackets.isCloser(tokens.kinds[token]) {
            return .refused(
                CodeFault(
                    range: tokens.range(of: token),
                    message: "\(name(tokens.kinds[token])) closes no bracket"))
        }
        var machine = GrammarMachine(language.program, tokens.kinds)
        _ = machine.run(start, explains: true)
        var fault = expectation(open, machine)
        // The head of a statement alone.
        if tokens.kinds[token] == TokenKind.end, machine.labels == ["a statement"],
            !language.blamesOpenBracket
        {
            return .accepted(.init(start: start, elisions: tokens.elisions, isCutOff: true))
        }
        let repair = SingleEditRepair(
            language: language, tokens: tokens, code: code, token: token, start: start,
            wanted: machine.wanted)
        if fault.edit == nil { fault.edit = repair.edit() }
        fault.isDebatable = !repair.isPossible(by: fault.edit) || isBraceLeftOut(fault)
        // What is missing is missing at the end of its line, not lines below where the code goes on.
        if let edit = fault.edit, edit.range.isEmpty,
            edit.range.lowerBound < fault.range.lowerBound,
            code[edit.range.lowerBound..<fault.range.lowerBound].count(where: { $0 == 0x0A }) > 1
        {
            let isDebatable = fault.isDebatable
            fault = CodeFault(
                range: edit.range, message: fault.message, opened: fault.opened, edit: edit)
            fault.isDebatable = isDebatable
        }
        return .refused(misspelling(fault) ?? fault)
    }

    /// The same fault at the misspelled word that it follows from.
    private func misspelling(_ fault: CodeFault) -> CodeFault? {
        guard let edit = fault.edit, !edit.range.isEmpty,
            edit.replacement.utf8.first?.isWordStart == true,
            edit.range.upperBound <= fault.range.lowerBound
        else { return nil }
        let word = String(decoding: code[edit.range], as: UTF8.self)
        var found = CodeFault(
            range: edit.range, message: "expected '\(edit.replacement)', found '\(word)'",
            edit: edit)
        found.isDebatable = fault.isDebatable
        return found
    }

    // MARK: Brackets that stay open

    /// The brackets before the refused token that are never closed, the outermost first.
    private func unclosedBrackets(_ open: [Int]) -> [Int] {
        let all = brackets.unclosed(in: tokens)
        guard language.blamesLineEnd, !all.isEmpty else { return open.filter(all.contains) }
        var columns: [Int32] = []
        var lineStart = 0
        var next = 0
        for start in tokens.starts {
            while next < start {
                if code[next] == 0x0A { lineStart = next + 1 }
                next += 1
            }
            columns.append(Int32(lineStart))
        }
        for (index, start) in columns.enumerated() {
            var first = Int(start)
            while first < tokens.starts[index], code[first].isBlank { first += 1 }
            columns[index] = Int32(first) - start
        }
        let better = brackets.unclosed(in: tokens) { token in
            let start = Int(tokens.starts[token])
            let isFirst = code[..<start].last { !$0.isBlank } ?? 0x0A == 0x0A
            return (
                Int(
                    columns[
                        brackets.isCloser(tokens.kinds[token])
                            ? token : statementStart(of: token)]), isFirst
            )
        }
        return better.filter { $0 < token }.sorted()
    }

    /// The first token of the statement that a bracket belongs to, whose line may be an earlier one.
    private func statementStart(of opener: Int) -> Int {
        guard language.blamesLineEnd else { return opener }
        var depth = 0
        var index = opener
        while index > 0, opener - index < 200 {
            let kind = tokens.kinds[index - 1]
            if brackets.closer(of: kind) != nil {
                if depth == 0 { break }
                depth -= 1
            } else if brackets.isCloser(kind) {
                if depth == 0, kind == language.words["\"}\""] { break }
                depth += 1
            } else if depth == 0, kind == language.words["\";\""] {
                break
            }
            index -= 1
        }
        while index < opener, TokenKind.isOptional(tokens.kinds[index]) { index += 1 }
        return index
    }

    /// Whether the code up to the refused token goes on, inside a bracket, at the indentation of the
    /// bracket's line or left of it: then the closer was forgotten, and the code is not cut off.
    private func dedentsInside(_ opener: Int) -> Bool {
        let start = Int(tokens.starts[opener])
        let head =
            language.blamesLineEnd
            ? Int(tokens.starts[statementStart(of: opener)]) : joinedLinesStart(start)
        let indentation = indentation(ofLineAt: head)
        var lineStart = nextLine(start)
        var next = opener
        while lineStart < min(code.count, Int(tokens.ends[token])) {
            let end = nextLine(lineStart)
            let first = code[lineStart..<end].firstIndex { !$0.isBlank && $0 != 0x0A }
            while let first, next < token, tokens.starts[next] < first { next += 1 }
            // Lines of comments and of multi-line strings may begin at any column.
            if let first, first - lineStart <= indentation, tokens.starts[next] == first,
                !isAside(first), !isDots(first), tokens.kinds[next] != TokenKind.elision
            {
                // A lone closer at the bracket's own indentation closes it, or another one.
                let isCloser = [0x29, 0x5D, 0x7D].contains(code[first])
                if !isCloser || first - lineStart < indentation - 1 { return true }
            }
            lineStart = end
        }
        return false
    }

    /// The start of the statement that an offset is in: the first of the lines before it that are
    /// joined, since none but the last of them ends in a sign that ends a statement.
    private func joinedLinesStart(_ offset: Int) -> Int {
        var start = lineStart(offset)
        while start > 0 {
            let before = lineStart(start - 1)
            let last = code[before..<start].last { !$0.isBlank && $0 != 0x0A }
            guard let last, !";{}:>".utf8.contains(last) || continuesHead(start) else {
                return start
            }
            start = before
        }
        return start
    }

    /// Whether a line goes on with the head of a class or a method: `implements List<E> {`.
    private func continuesHead(_ lineStart: Int) -> Bool {
        let line = code[lineStart...].drop(while: \.isBlank)
        return ["extends ", "implements ", "throws ", "permits ", "where "].contains {
            line.starts(with: $0.utf8)
        }
    }

    private func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, code[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// Whether three dots begin there; they may begin at any column.
    private func isDots(_ start: Int) -> Bool {
        code[start...].starts(with: "...".utf8) || code[start...].starts(with: "…".utf8)
    }

    /// Whether a line may begin left of the code around it: a label, a case, what is no token.
    private func isAside(_ start: Int) -> Bool {
        guard language.blamesLineEnd else { return false }
        var low = 0
        var high = token
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens.starts[middle]) < start { low = middle + 1 } else { high = middle }
        }
        guard low < tokens.count, Int(tokens.starts[low]) == start else { return true }
        let kind = tokens.kinds[low]
        if kind == language.words["\"case\""] || kind == language.words["\"default\""] {
            return true
        }
        return low + 1 < tokens.count && tokens.kinds[low + 1] == language.words["\":\""]
    }

    private func indentation(ofLineAt offset: Int) -> Int {
        let start = lineStart(offset)
        var index = start
        while index < code.count, code[index].isBlank { index += 1 }
        return index - start
    }

    /// The start of the line after that of an offset.
    private func nextLine(_ offset: Int) -> Int {
        (code[offset...].firstIndex(of: 0x0A) ?? code.count - 1) + 1
    }

    /// Whether a brace is missing, or is one too many, in code that leaves statements out before: the
    /// other brace may be among these.
    private func isBraceLeftOut(_ fault: CodeFault) -> Bool {
        let isBrace =
            fault.kind == .unclosed
            ? code[fault.range.lowerBound] == UInt8(ascii: "{")
            : fault.edit.map { $0.replacement == "{" || $0.replacement == "}" } ?? false
        guard isBrace else { return false }
        let first = fault.kind == .unclosed ? fault.range.lowerBound : 0
        let dots = ["\"...\"", "\"…\"", "ELISION"].map { language.words[$0] }
            .filter { $0 != TokenKind.bad }
        return tokens.kinds.indices.prefix(token).contains { index in
            let start = Int(tokens.starts[index])
            guard start >= first else { return false }
            if tokens.kinds[index] == TokenKind.elision { return true }
            return dots.contains(tokens.kinds[index])
                && (code[..<start].last { !$0.isBlank } ?? 0x0A) == 0x0A
        }
    }

    private func fault(ofUnclosed opener: Int) -> CodeFault {
        CodeFault(
            range: tokens.range(of: opener),
            message: "\(name(tokens.kinds[opener])) is never closed", kind: .unclosed)
    }

    // MARK: What was expected

    /// - Parameter machine: after it explained the refusal.
    private func expectation(_ open: [Int], _ machine: GrammarMachine) -> CodeFault {
        let wanted = machine.expected.members
        let statementEnds = ["\";\"", "NEWLINE"].map { language.words[$0] }
            .filter { $0 != TokenKind.bad && wanted.contains($0) }
        if let last = open.last,
            statementEnds.isEmpty || tokens.kinds[last] != language.words["\"{\""],
            let closer = brackets.closer(of: tokens.kinds[last]),
            wanted.contains(closer)
        {
            let comma = wanted.contains(language.words["\",\""]) ? "',' or " : ""
            return CodeFault(
                range: place,
                message: "expected \(comma)\(name(closer)) to close "
                    + "\(name(tokens.kinds[last])) of line \(line(of: last)), found \(found)",
                opened: tokens.range(of: last))
        }
        var list = machine.labels
        if let end = endOfEarlierLine(wanted) {
            return CodeFault(
                range: end..<end, message: "expected ';' at the end of the statement",
                edit: CodeFault.Edit(range: end..<end, replacement: ";"))
        }
        if !statementEnds.isEmpty {
            list.insert("the end of the statement", at: 0)
        } else {
            let names = plain(wanted).map(name)
            list += names.prefix(list.isEmpty ? 4 : 2)
        }
        let words = list.prefix(4).joined(separator: " or ")
        return CodeFault(
            range: place,
            message: list.isEmpty ? "unexpected \(found)" : "expected \(words), found \(found)")
    }

    /// Where a `;` is missing that nothing else replaces: the end of the last token of an earlier
    /// line, if the refused one begins a line with a word or closes a block.
    private func endOfEarlierLine(_ wanted: [UInt8]) -> Int? {
        let semicolon = language.words["\";\""]
        guard language.blamesLineEnd, semicolon != TokenKind.bad,
            wanted.contains(semicolon), token > 0
        else { return nil }
        let start = Int(tokens.starts[token])
        guard start < code.count, code[start].isWordStart || code[start] == UInt8(ascii: "}"),
            let last = tokens.kinds[..<token].lastIndex(where: { $0 > TokenKind.softEnd })
        else { return nil }
        let ends = ["\";\"", "\"{\"", "\":\""].map { language.words[$0] }
        let isClosed =
            code[start] == UInt8(ascii: "}") && code[Int(tokens.starts[last])] == code[start]
        if ends.contains(tokens.kinds[last]) || isClosed { return nil }
        let end = Int(tokens.ends[last])
        return end <= start && code[end..<start].contains(0x0A) ? end : nil
    }

    /// Kinds, separators first, without optional ones and those of left-out code and, where a name is
    /// wanted, without the words that are one too.
    private func plain(_ wanted: [UInt8]) -> [UInt8] {
        let grammar = language.program.grammar
        let isName = wanted.contains(language.words["NAME"])
        let names = grammar.kinds.filter {
            grammar.nameClasses.contains($0.key) || grammar.isSoftWord($0.key)
        }
        let hidden = isName ? Set(names.values) : []
        let signs = [",", ";", ":", ")", "]", "}"].map { language.words["\"\($0)\""] }
        let dots = ["...", "…"].map { language.words["\"\($0)\""] }
        return signs.filter { $0 != TokenKind.bad && wanted.contains($0) }
            + wanted.filter {
                !TokenKind.isOptional($0) && !hidden.contains($0) && !signs.contains($0)
                    && !dots.contains($0)
            }
    }

    private func fault(of complaint: Tokens.Complaint) -> CodeFault {
        let range = tokens.range(of: token)
        return CodeFault(
            range: range, message: complaint.message,
            edit: complaint.replacement.map { CodeFault.Edit(range: range, replacement: $0) },
            kind: .token,
            isDebatable: complaint.isForeign
                || Punctuation(
                    code, range, isSQL: language.words["\"SELECT\""] != TokenKind.bad,
                    isBracketed: !brackets.open(in: tokens, before: token).isEmpty
                ).isOfSentence)
    }

    /// The token's place; of the end of the code, where the last real token ends.
    private var place: Range<Int> {
        guard tokens.kinds[token] == TokenKind.end else { return tokens.range(of: token) }
        let last = tokens.kinds.indices.last {
            $0 < token && tokens.kinds[$0] > TokenKind.softEnd && !tokens.range(of: $0).isEmpty
                && code[Int(tokens.starts[$0])] != 0x0A
        }
        let end = last.map { Int(tokens.ends[$0]) } ?? code.count
        return end..<end
    }

    private func name(_ kind: UInt8) -> String { language.program.grammar.names[Int(kind)] }

    private func line(of token: Int) -> Int {
        code[..<Int(tokens.starts[token])].count { $0 == 0x0A } + 1
    }

    /// The token as messages show it.
    private var found: String {
        let range = tokens.range(of: token)
        if tokens.kinds[token] == TokenKind.end { return "the end of the code" }
        if range.isEmpty || code[range.lowerBound] == 0x0A { return "the end of the line" }
        var end = min(range.upperBound, range.lowerBound + 30)
        while end < range.upperBound, code[end] & 0xC0 == 0x80 { end += 1 }
        let line = code[range.lowerBound..<end].prefix { $0 != 0x0A }
        return "'" + String(decoding: line, as: UTF8.self) + "'"
    }
}
