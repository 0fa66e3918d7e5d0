/// Reads directives, each with its words, and blocks of them.
struct NginxParser {
    /// A block that is not closed yet.
    struct Block {
        let brace: Range<Int>
        let name: String
        /// How far the line of its directive is indented.
        let column: Int
        /// Whether its first directive is indented further.
        var isIndented: Bool?
    }

    var scanner: Scanner
    /// Whether the code is a part of an article: placeholders and `...` may be in it.
    let isFragment: Bool
    var elisions = 0
    var blocks: [Block] = []
    /// The words of the directive that is read.
    var words: [Range<Int>] = []
    private var isAfterElision = false
    private var directives = 0
    /// The first block that should have been closed before a line.
    var unclosed: (block: Block, line: Int)?
    /// The first quoted text that goes over a line that looks as if it ended in it.
    var openQuote: Int?

    init(_ code: [UInt8], isFragment: Bool) {
        scanner = Scanner(code)
        self.isFragment = isFragment
    }

    /// O(bytes).
    mutating func reading() -> CodeReading {
        do throws(CodeFault) {
            var isCutOff = false
            while true {
                skipBlanks()
                if scanner.isAtEnd { break }
                if try !readToken() {
                    isCutOff = true
                    break
                }
            }
            if try !checkEnd() { isCutOff = true }
            return .accepted(.init(start: "file", elisions: elisions, isCutOff: isCutOff))
        } catch {
            return .refused(error)
        }
    }

    private mutating func skipBlanks() {
        while true {
            if scanner.byte.isBlank || scanner.byte == 0x0A, !scanner.isAtEnd {
                scanner.index += 1
            } else if scanner.byte == UInt8(ascii: "#") {
                let start = scanner.index + 1
                scanner.skipLine()
                if scanner.isElision(start..<scanner.index) { elisions += 1 }
            } else if isFragment, scanner.starts(with: "{%") {
                scanner.skipLine()
            } else {
                return
            }
        }
    }

    /// - Returns: false where the code ends in a program of Lua.
    private mutating func readToken() throws(CodeFault) -> Bool {
        let start = scanner.index
        let wasAfterElision = isAfterElision
        isAfterElision = false
        switch scanner.byte {
        case UInt8(ascii: ";"):
            if words.isEmpty, !wasAfterElision {
                throw CodeFault(
                    range: start..<start + 1, message: "';' ends no directive",
                    edit: .init(range: start..<start + 1, replacement: ""))
            }
            words = []
            directives += 1
            scanner.index += 1
        case UInt8(ascii: "{") where !(isFragment && templateEnd("{{", "}}") != nil):
            return try openBlock()
        case UInt8(ascii: "}"): try closeBlock()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try checkStart(start)
            try quoted()
        default:
            try checkStart(start)
            if words.isEmpty, isFragment, try elided() {
                isAfterElision = true
                elisions += 1
                return true
            }
            try word()
        }
        return true
    }

    // MARK: Blocks

    private mutating func openBlock() throws(CodeFault) -> Bool {
        let start = scanner.index
        guard let first = words.first else {
            throw CodeFault(range: start..<start + 1, message: "'{' follows no directive")
        }
        let name = scanner.text(first).filter { $0 != "\"" && $0 != "'" }
        if name == "if" { try checkCondition(start) }
        let column = scanner.column(ofLineAt: first.lowerBound)
        words = []
        directives += 1
        scanner.index += 1
        if name.hasSuffix("_by_lua_block") { return try readLua(from: start) }
        blocks.append(Block(brace: start..<start + 1, name: name, column: column))
        return true
    }

    private mutating func closeBlock() throws(CodeFault) {
        let start = scanner.index
        if !words.isEmpty { throw missingEnd() }
        guard let block = blocks.popLast() else {
            throw CodeFault(
                range: start..<start + 1, message: "'}' closes no block",
                edit: .init(range: start..<start + 1, replacement: ""))
        }
        if unclosed == nil, block.isIndented == true, scanner.isFirstOfLine(start),
            scanner.column(ofLineAt: start) < block.column
        {
            unclosed = (block, start)
        }
        scanner.index += 1
    }

    /// Whether the code is complete.
    private func checkEnd() throws(CodeFault) -> Bool {
        if let block = blocks.last {
            if let unclosed, isFragment { throw fault(ofUnclosed: unclosed.block, unclosed.line) }
            guard isFragment else { throw fault(ofUnclosed: block, nil) }
            return false
        }
        guard !words.isEmpty else { return true }
        guard isFragment, directives == 0,
            !words.dropFirst().contains(where: { scanner.isFirstOfLine($0.lowerBound) })
        else { throw missingEnd() }
        return false
    }

    private func fault(ofUnclosed block: Block, _ line: Int?) -> CodeFault {
        var fault = CodeFault(
            range: block.brace, message: "'{' of '\(block.name)' is never closed",
            opened: block.brace, kind: .unclosed)
        if let line {
            let start = scanner.lineStart(line)
            let first = scanner.lineStart(block.brace.lowerBound)
            let blanks = scanner.code[first...].prefix { $0 == 0x20 || $0 == 0x09 }
            fault.edit = .init(
                range: start..<start,
                replacement: String(decoding: blanks, as: UTF8.self) + "}\n")
        }
        return fault
    }

    // MARK: Words

    private mutating func word() throws(CodeFault) {
        let start = scanner.index
        reading: while !scanner.isAtEnd {
            switch scanner.byte {
            case 0x0A, UInt8(ascii: ";"): break reading
            case let byte where byte.isBlank: break reading
            case UInt8(ascii: "\\"): scanner.index += 2
            case UInt8(ascii: "$") where scanner.ahead(1) == UInt8(ascii: "{"):
                scanner.index += 2
            case UInt8(ascii: "{"):
                if isFragment, let end = templateEnd("{{", "}}") {
                    scanner.index = end
                    continue
                }
                if let end = repetitionEnd() { throw unquoted(start, end) }
                break reading
            case UInt8(ascii: "<"):
                scanner.index =
                    isFragment ? templateEnd("<%", "%>") ?? scanner.index + 1 : scanner.index + 1
            case 0x80...: try checkSign(start)
            default: scanner.index += 1
            }
        }
        scanner.index = min(scanner.index, scanner.count)
        let range = start..<scanner.index
        if !words.isEmpty, isFragment, Code.isElision(in: scanner.code[range]) { elisions += 1 }
        if isFragment { try checkLoneQuote(range) }
        words.append(range)
    }

    /// Where `{{ … }}` or `<% … %>` ends on its line, if that is next.
    private func templateEnd(_ opener: StaticString, _ closer: StaticString) -> Int? {
        guard scanner.starts(with: opener) else { return nil }
        var index = scanner.index + 2
        while index < min(scanner.count, scanner.index + 200), scanner[index] != 0x0A {
            if scanner.starts(with: closer, at: index) { return index + 2 }
            index += 1
        }
        return nil
    }

    /// Where `{2}` or `{2,}` ends that is next.
    private func repetitionEnd() -> Int? {
        var index = scanner.index + 1
        guard scanner[index].isDigit else { return nil }
        while scanner[index].isDigit || scanner[index] == UInt8(ascii: ",") { index += 1 }
        return scanner[index] == UInt8(ascii: "}") ? index + 1 : nil
    }

    private func unquoted(_ start: Int, _ repetition: Int) -> CodeFault {
        var end = repetition
        while end < scanner.count, scanner[end] > 0x20, scanner[end] != UInt8(ascii: ";") {
            if scanner[end] == UInt8(ascii: "{"), !scanner[end + 1].isDigit { break }
            end += 1
        }
        let text = scanner.text(start..<end)
        return CodeFault(
            range: start..<end,
            message: "a regular expression with '{' is quoted, else '{' begins a block",
            edit: text.contains("\"") ? nil : .init(range: start..<end, replacement: "\"\(text)\""))
    }

    private mutating func quoted() throws(CodeFault) {
        let start = scanner.index
        let quote = scanner.byte
        scanner.index += 1
        var isOverLines = false
        while scanner.byte != quote {
            guard !scanner.isAtEnd else { throw fault(ofQuote: openQuote ?? start) }
            if scanner.byte == 0x0A, !isOverLines {
                isOverLines = true
                if openQuote == nil, endsDirective(scanner.index, from: start) { openQuote = start }
            }
            scanner.index += scanner.byte == UInt8(ascii: "\\") ? 2 : 1
        }
        scanner.index = min(scanner.index + 1, scanner.count)
        words.append(start..<scanner.index)
        let next = scanner.byte
        switch next {
        case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: ")"), 0x0A: return
        case 0 where scanner.isAtEnd: return
        default:
            if next.isBlank { return }
            if let openQuote, isOverLines { throw fault(ofQuote: openQuote) }
            if isFragment, scanner.starts(with: "；") {
                try checkSign(start)
            }
            throw CodeFault(
                range: scanner.index..<scanner.index + 1,
                message: "expected a blank or ';' after the quoted text")
        }
    }

    /// Whether the line that ends at an index looks like the end of a directive with a quoted text.
    private func endsDirective(_ end: Int, from quote: Int) -> Bool {
        var end = end
        while end > quote, scanner[end - 1].isBlank { end -= 1 }
        return scanner[end - 1] == UInt8(ascii: ";") && end > quote + 2
    }

    private func fault(ofQuote start: Int) -> CodeFault {
        let quote = scanner.text(start..<start + 1)
        var fault = CodeFault(
            range: start..<start + 1,
            message: "the \(quote == "'" ? "single" : "double") quote is never closed",
            opened: start..<start + 1, kind: .token)
        var end = scanner.lineEnd(start)
        while end > start, scanner[end - 1].isBlank { end -= 1 }
        if scanner[end - 1] == UInt8(ascii: ";") {
            fault.edit = .init(range: end - 1..<end - 1, replacement: quote)
        }
        return fault
    }

    /// Moves past a character beyond ASCII, and refuses signs of other keyboards.
    private mutating func checkSign(_ start: Int) throws(CodeFault) {
        let index = scanner.index
        let (length, value) = scanner.scalar(at: index)
        let end = min(scanner.count, index + length)
        let isLast = scanner[end].isBlank || scanner[end] == 0x0A || end >= scanner.count
        let isFault =
            switch value {
            case 0xFF1B: isLast
            case 0x201C, 0x201D, 0x2018: index == start
            case 0xFF5B, 0xFF5D: isLast || index == start
            case 0x00A0, 0x3000: true
            default: false
            }
        if isFault, let plain = OddSigns.plain(value) {
            throw CodeFault(
                range: index..<end,
                message: "\(OddSigns.name(scanner, index..<end)) is not '\(plain)'",
                edit: .init(range: index..<end, replacement: plain), kind: .token)
        }
        scanner.skipCharacter()
    }
}
