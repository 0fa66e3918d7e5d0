import Text

/// Reads a Dockerfile: instructions, each on a line that may go on, and here-documents after them.
struct DockerfileParser {
    let code: [UInt8]
    /// Whether the code is a part of an article: placeholders and `...` may be in it.
    let isFragment: Bool
    var elisions = 0
    var isCutOff = false
    /// What ends a line that goes on.
    private(set) var escape = UInt8(ascii: "\\")
    /// The code with comments between continued lines blanked, and `\` in the end of all such lines.
    private(set) var shellCode: [UInt8]
    /// Whether commands are those of a shell as ``CodeLanguage/shell`` reads it.
    var readsCommands = true
    /// Where the line begins that is read next.
    private(set) var index: Int

    init(_ code: [UInt8], isFragment: Bool) {
        self.code = code
        self.isFragment = isFragment
        shellCode = code
        index = Scanner(code).index
    }

    /// O(bytes).
    mutating func reading() -> CodeReading {
        do throws(CodeFault) {
            readDirectives()
            while index < code.count { try readLine() }
        } catch {
            return .refused(error)
        }
        return .accepted(.init(start: "file", elisions: elisions, isCutOff: isCutOff))
    }

    /// `` # escape=` `` before all else.
    private mutating func readDirectives() {
        var start = index
        while start < code.count {
            let end = lineEnd(start)
            let text = code[trimmed(start..<end)]
            guard text.first == UInt8(ascii: "#"),
                let equals = text.firstIndex(of: UInt8(ascii: "="))
            else { return }
            let name = String(decoding: text[..<equals].dropFirst(), as: UTF8.self)
                .filter { $0 != " " }.lowercased()
            guard ["escape", "syntax", "check"].contains(name) else { return }
            if name == "escape", text.last == UInt8(ascii: "`") {
                escape = UInt8(ascii: "`")
                readsCommands = false
            }
            start = end + 1
        }
    }

    private mutating func readLine() throws(CodeFault) {
        let line = trimmed(index..<lineEnd(index))
        guard let first = code[line].first else { return skipLine() }
        if first == UInt8(ascii: "#") {
            if isElision(comment: line) { elisions += 1 }
            return skipLine()
        }
        if isFragment, isElidedLine(line) {
            elisions += 1
            return skipLine()
        }
        let text = try readText()
        try readInstruction(text, from: 0)
    }

    private mutating func skipLine() { index = lineEnd(index) + 1 }

    private func isElision(comment line: Range<Int>) -> Bool {
        Scanner(code).isElision(line.lowerBound + 1..<line.upperBound)
    }

    /// A line in the place of left-out ones, or is one of a template.
    private func isElidedLine(_ line: Range<Int>) -> Bool {
        let text = code[line]
        if Code.isElision(in: text) { return true }
        guard let first = text.first, let last = text.last else { return false }
        if text.starts(with: "...".utf8) || text.starts(with: "…".utf8) {
            return text.last != escape
        }
        return first == UInt8(ascii: "<") && last == UInt8(ascii: ">")
            || text.starts(with: "{{".utf8) || text.starts(with: "{%".utf8)
    }

    // MARK: Lines

    func lineEnd(_ index: Int) -> Int { code[index...].firstIndex(of: 0x0A) ?? code.count }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, code[start].isBlank { start += 1 }
        while end > start, code[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// Where the sign is that continues a line; nil where the line ends.
    private func continuation(_ line: Range<Int>) -> Int? {
        let text = trimmed(line)
        guard let last = code[text].last, last == escape else { return nil }
        if text.count > 1, code[text.upperBound - 2] == escape { return nil }
        return text.upperBound - 1
    }

    /// Reads the line of an instruction, and those that it goes on in.
    private mutating func readText() throws(CodeFault) -> DockerfileText {
        var text = DockerfileText()
        let first = trimmed(index..<lineEnd(index))
        let column = first.lowerBound - index
        var line = first.lowerBound..<lineEnd(index)
        while true {
            let sign = continuation(line)
            let end = sign ?? trimmed(line).upperBound
            text.append(code, line.lowerBound..<max(line.lowerBound, end))
            index = line.upperBound + 1
            if let sign {
                continueShellLine(sign, line.upperBound)
            } else {
                guard goesOnAfterElision(line) else { return text }
                elisions += 1
                standIn(for: trimmed(line), line.upperBound)
            }
            let isBroken = try skipBetween(sign ?? line.lowerBound)
            line = index..<lineEnd(index)
            if let sign {
                try checkContinued(text, sign, line, column, isBroken: isBroken)
            }
        }
    }

    /// Makes a `\` at its very end of what continues a line.
    private mutating func continueShellLine(_ sign: Int, _ end: Int) {
        for index in sign..<end { shellCode[index] = 0x20 }
        if end > sign { shellCode[end - 1] = UInt8(ascii: "\\") }
    }

    /// Makes a command of a line that is `...`, for the shell.
    private mutating func standIn(for elision: Range<Int>, _ end: Int) {
        continueShellLine(elision.lowerBound, end)
        shellCode[elision.lowerBound] = UInt8(ascii: "x")
    }

    /// Whether a line of a continued instruction is `...`, and the next is no instruction.
    private func goesOnAfterElision(_ line: Range<Int>) -> Bool {
        guard isFragment, Code.isElision(in: code[trimmed(line)]), index < code.count else {
            return false
        }
        let next = trimmed(index..<lineEnd(index))
        guard let first = code[next].first, first != UInt8(ascii: "#") else { return false }
        return next.lowerBound > index && instruction(at: next.lowerBound) == nil
    }

    /// Moves past comments and empty lines inside of an instruction.
    ///
    /// - Returns: whether there was an empty one.
    private mutating func skipBetween(_ sign: Int) throws(CodeFault) -> Bool {
        var isBroken = false
        while index < code.count {
            let end = lineEnd(index)
            let line = trimmed(index..<end)
            if line.isEmpty {
                isBroken = true
            } else if code[line.lowerBound] == UInt8(ascii: "#") {
                if isElision(comment: line) { elisions += 1 }
            } else {
                return isBroken
            }
            if end > index {
                continueShellLine(index, end)
            } else if index > 1 {
                shellCode[index - 2] = 0x20
                shellCode[index - 1] = UInt8(ascii: "\\")
            }
            index = end + 1
        }
        throw CodeFault(
            range: sign..<sign + 1,
            message: "the line goes on by '\(Character(UnicodeScalar(escape)))', but nothing "
                + "follows", edit: removal(ofContinuation: sign))
    }

    /// Refuses a line that goes on in another instruction.
    private func checkContinued(
        _ text: DockerfileText, _ sign: Int, _ line: Range<Int>, _ column: Int, isBroken: Bool
    ) throws(CodeFault) {
        let start = trimmed(line).lowerBound
        guard start - line.lowerBound <= column, let found = instruction(at: start),
            code[start].isUpper
        else { return }
        let outer = instruction(at: text.place(0))
        if outer == .onbuild { return }
        if outer == .healthcheck, found == .cmd { return }
        if text.quotedWords(from: 0, escape: escape).open != nil { return }
        throw CodeFault(
            range: sign..<sign + 1,
            message: "the line goes on by '\(Character(UnicodeScalar(escape)))' in the instruction "
                + "'\(found.rawValue)'", edit: removal(ofContinuation: sign))
    }

    /// Takes out the sign, the blanks before it, and an operator that then has no command.
    private func removal(ofContinuation sign: Int) -> CodeFault.Edit {
        var start = sign
        while start > 0, code[start - 1].isBlank { start -= 1 }
        if start > 1, code[start - 2..<start].elementsEqual("&&".utf8) { start -= 2 }
        while start > 0, code[start - 1].isBlank { start -= 1 }
        return CodeFault.Edit(range: start..<sign + 1, replacement: "")
    }

    /// The instruction whose name is at an index, followed by a blank.
    func instruction(at start: Int) -> DockerInstruction? {
        var end = start
        while end < code.count, code[end].isLetter { end += 1 }
        guard end > start, end - start < 12, end < code.count, code[end].isBlank else {
            return nil
        }
        let name = String(decoding: code[start..<end], as: UTF8.self).uppercased()
        return DockerInstruction(rawValue: name)
    }

    // MARK: Here-documents

    /// Reads the texts of here-documents whose words are in an instruction.
    mutating func readHereDocuments(
        _ text: DockerfileText, from start: Int
    ) throws(CodeFault) -> [(word: Range<Int>, body: Range<Int>)] {
        var documents: [(word: Range<Int>, body: Range<Int>)] = []
        for word in text.quotedWords(from: start, escape: escape).words {
            guard let (delimiter, stripsTabs) = delimiter(text, word) else { continue }
            let bodyStart = min(index, code.count)
            var lineStart = bodyStart
            var bodyEnd: Int?
            while lineStart < code.count {
                let end = lineEnd(lineStart)
                var line = code[lineStart..<end]
                if line.last == 0x0D { line.removeLast() }
                if stripsTabs { line = line.drop { $0 == 0x09 } }
                if line.elementsEqual(delimiter) {
                    bodyEnd = lineStart
                    index = end + 1
                    break
                }
                lineStart = end + 1
            }
            guard let bodyEnd else {
                throw unclosed(text.place(word), delimiter, from: bodyStart)
            }
            documents.append((word, bodyStart..<bodyEnd))
        }
        return documents
    }

    /// What ends the here-document that a word begins: `<<EOF`, `3<<-"EOF"`.
    private func delimiter(
        _ text: DockerfileText, _ word: Range<Int>
    ) -> (delimiter: [UInt8], stripsTabs: Bool)? {
        var start = word.lowerBound
        while text[start].isDigit { start += 1 }
        guard text.starts(with: "<<", at: start) else { return nil }
        start += 2
        let stripsTabs = text[start] == UInt8(ascii: "-")
        if stripsTabs { start += 1 }
        guard start < word.upperBound else { return nil }
        var rest = text.bytes[start..<word.upperBound]
        guard !rest.contains(UInt8(ascii: "<")) else { return nil }
        // `<<EOF>x` is not taken for one.
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            rest = rest.dropFirst()
            if rest.last == quote { rest = rest.dropLast() }
        }
        guard let first = rest.first, first.isWordPart else { return nil }
        return (Array(rest), stripsTabs)
    }

    private func unclosed(
        _ range: Range<Int>, _ delimiter: [UInt8], from start: Int
    ) -> CodeFault {
        let name = String(decoding: delimiter, as: UTF8.self)
        var fault = CodeFault(
            range: range,
            message: "the here-document is never closed: no line is just '\(name)'")
        var lineStart = start
        while lineStart < code.count {
            let end = lineEnd(lineStart)
            if code[trimmed(lineStart..<end)].elementsEqual(delimiter) {
                fault = CodeFault(
                    range: lineStart..<end,
                    message: "the line that ends a here-document has no blanks around '\(name)'",
                    opened: range, edit: .init(range: lineStart..<end, replacement: name))
                break
            }
            lineStart = end + 1
        }
        return fault
    }

    // MARK: Commands

    /// Reads commands of the shell.
    mutating func readCommands(_ range: Range<Int>) throws(CodeFault) {
        guard readsCommands, !range.isEmpty else { return }
        var parser = ShellParser(
            shellCode, isZsh: false, isFragment: isFragment, reading: range.count)
        parser.scanner.index = range.lowerBound
        parser.scanner.count = range.upperBound
        switch parser.run() {
        case .gaveUp: break
        case .accepted(let acceptance):
            elisions += acceptance.elisions
            if acceptance.isCutOff { try checkCutOff(range) }
        case .refused(let fault):
            // The cause is looked for in a text that holds nothing but the commands.
            var commands = Array(shellCode[..<range.upperBound])
            for index in 0..<range.lowerBound where commands[index] != 0x0A {
                commands[index] = 0x20
            }
            if case .refused(let cause) = CodeLanguage.shell.read(commands) { throw cause }
            throw fault
        }
    }

    /// Commands that end in `&&` lack what continues their line, unless the code ends there.
    private mutating func checkCutOff(_ range: Range<Int>) throws(CodeFault) {
        let end = trimmed(range).upperBound
        guard code[end...].contains(where: { !$0.isBlank && $0 != 0x0A }) else {
            isCutOff = true
            return
        }
        let start = code[..<end].lastIndex { $0.isBlank }.map { $0 + 1 } ?? range.lowerBound
        let sign = Character(UnicodeScalar(escape))
        throw CodeFault(
            range: start..<end,
            message: "a command is missing here: the line goes on only with '\(sign)' at its end",
            edit: .init(range: end..<end, replacement: " \(sign)"))
    }
}
