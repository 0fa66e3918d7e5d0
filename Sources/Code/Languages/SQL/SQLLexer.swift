/// The tokens of SQL: the signs, quotes, parameters and comments of all dialects, and the commands
/// of their clients, which end with their line.
///
/// A line that begins with the first word of a statement, outside of brackets, is preceded by a
/// ``TokenKind/softEnd``: the `;` before it may be missing.
struct SQLLexer {
    var scanner: Scanner
    var words: Words { kinds.words }
    var out: Tokens
    let kinds: Kinds
    /// The quote to report as unclosed, found by a first reading of the code.
    var culprit = -1
    /// The first quoted text that spans lines.
    var spanning = -1
    private var depth = 0
    /// Whether no token of the line was read yet.
    private var isLineStart = true
    /// What ends a statement beside `;`, by the command `DELIMITER`.
    private var delimiter: [UInt8] = []
    /// Whether the statement copies rows from the lines after it.
    private var copiesFromInput = false
    /// Whether no line of `\.` is left in the code.
    private var lacksRows = false
    /// Whether a comment that holds another one was not closed when both were counted.
    var isNestingOff = false

    init(_ scanner: Scanner, _ kinds: Kinds) {
        self.scanner = scanner
        self.kinds = kinds
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        let start = self
        while !scanner.isAtEnd { next() }
        if let last = out.complaints[out.count - 1], last.message == Self.openString, spanning >= 0,
            culprit < 0
        {
            // The quotes are paired the wrong way from the one on that is not closed in its line.
            let culprit = spanning
            self = start
            self.culprit = culprit
            while !scanner.isAtEnd { next() }
        }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    static let openString = "the string is not closed"

    /// The kind of the token before; that of the end of the code before the first one.
    var previous: UInt8 {
        var index = out.count - 1
        while index >= 0, TokenKind.isOptional(out.kinds[index]) { index -= 1 }
        return index < 0 ? TokenKind.end : out.kinds[index]
    }

    /// Whether a statement begins with the next token.
    private var isStatementStart: Bool {
        let kind = previous
        return kind == TokenKind.end || kind == kinds.semicolon || kind == kinds.command
    }

    /// Whether the token before is a value, so that a sign after it is an operator.
    var followsOperand: Bool { kinds.operands.contains(previous) }

    /// Whether the token before ends where the next one begins.
    var isAdjacent: Bool {
        out.count > 0 && Int(out.ends[out.count - 1]) == scanner.index
    }

    private mutating func next() {
        let byte = scanner.byte
        if byte == 0x0A {
            scanner.index += 1
            isLineStart = true
            return
        }
        if byte.isBlank || byte == 0x0B {
            scanner.index += 1
            return
        }
        let isFirst = isLineStart
        isLineStart = false
        if !delimiter.isEmpty, startsWithDelimiter {
            endStatement(length: delimiter.count)
        } else if isFirst, lineCommand() {
            isLineStart = true
        } else if byte.isWordStart {
            word(isFirst)
        } else if byte.isDigit || byte == UInt8(ascii: ".") && scanner.ahead(1).isDigit {
            number()
        } else if comment() {
            isLineStart = isFirst
        } else {
            other(byte)
        }
    }

    private mutating func other(_ byte: UInt8) {
        let start = scanner.index
        switch byte {
        case UInt8(ascii: "'"): quoted(byte, kinds.string)
        case UInt8(ascii: "\""): quoted(byte, kinds.quoted)
        case UInt8(ascii: "`"): quoted(byte, kinds.quoted)
        case UInt8(ascii: "("):
            depth += 1
            append(kinds.opener, 1)
        case UInt8(ascii: ")"):
            depth = max(0, depth - 1)
            append(kinds.closer, 1)
        case UInt8(ascii: ","): append(kinds.comma, 1)
        case UInt8(ascii: ";"): endStatement(length: 1)
        case UInt8(ascii: "\\"): backslash()
        case 0x80...:
            if scanner.letterLength() != nil {
                word(false)
            } else if scanner.isEllipsis {
                while scanner.isEllipsis { scanner.index += 3 }
                out.append(kinds.dots, start, scanner.index)
            } else {
                scanner.skipUnknown(into: &out, language: "SQL", lineComment: "--")
            }
        default: if !parameter(byte) { sign() }
        }
    }

    mutating func append(_ kind: UInt8, _ length: Int) {
        out.append(kind, scanner.index, scanner.index + length)
        scanner.index += length
    }

    // MARK: Ends of statements

    private var startsWithDelimiter: Bool {
        for (offset, byte) in delimiter.enumerated() where scanner.ahead(offset) != byte {
            return false
        }
        return true
    }

    private mutating func endStatement(length: Int) {
        if scanner.byte.isLetter { out.note(.word, scanner.index, scanner.index + length) }
        append(kinds.semicolon, length)
        depth = 0
        guard copiesFromInput else { return }
        copiesFromInput = false
        // The rows end with a line of `\.`, where they are given at all.
        guard !lacksRows else { return }
        var index = scanner.index
        while index < scanner.count {
            if scanner[index] == 0x0A, scanner.starts(with: "\\.", at: index + 1),
                isAlone(index + 3)
            {
                scanner.index = index + 3
                return
            }
            index += 1
        }
        lacksRows = true
    }

    /// `\G` and the like end a statement; `\d` and the like are commands of `psql`.
    private mutating func backslash() {
        let start = scanner.index
        let after = scanner.ahead(1)
        if after == UInt8(ascii: ";") || after == UInt8(ascii: "G") {
            endStatement(length: 2)
        } else if isStatementStart || out.count == 0 {
            scanner.skipLine()
            out.append(kinds.command, start, scanner.index)
        } else if after.isLetter {
            // `\gset`, `\watch`, and what is said after them
            scanner.skipLine()
            out.append(kinds.semicolon, start, scanner.index)
            depth = 0
        } else {
            scanner.skipUnknown(into: &out, language: "SQL", lineComment: "--")
        }
    }

    // MARK: Lines of their own

    /// Takes a line that is a command of a client, or no SQL at all.
    private mutating func lineCommand() -> Bool {
        let start = scanner.index
        let byte = scanner.byte
        if byte == UInt8(ascii: "/"), isAlone(start + 1) {
            endStatement(length: 1)
            return true
        }
        if byte | 0x20 == UInt8(ascii: "g"), scanner.ahead(1) | 0x20 == UInt8(ascii: "o"),
            isAlone(start + 2), depth == 0
        {
            endStatement(length: 2)
            return true
        }
        if byte == UInt8(ascii: "+"), scanner.starts(with: "+--"), !followsOperand || depth == 0 {
            scanner.skipLine()
            out.complain("a table of results is no SQL", start, scanner.index)
            return true
        }
        if byte == UInt8(ascii: "."), scanner.ahead(1).isLetter, isStatementStart {
            scanner.skipLine()
            out.append(kinds.command, start, scanner.index)
            return true
        }
        if byte == UInt8(ascii: "<"), scanner.starts(with: "<<") {
            var index = start + 2
            while scanner[index].isWordPart || scanner[index].isBlank { index += 1 }
            if scanner.starts(with: ">>", at: index) {
                append(kinds.command, index + 2 - start)
                return true
            }
        }
        return isStatementStart && clientCommand()
    }

    /// Whether nothing but blanks follows in the line.
    private func isAlone(_ index: Int) -> Bool {
        var index = index
        while scanner[index].isBlank { index += 1 }
        return index >= scanner.count || scanner[index] == 0x0A
    }

    /// `DELIMITER //`, `source file`, `PROMPT text`: words whose arguments are not SQL.
    private mutating func clientCommand() -> Bool {
        let start = scanner.index
        var index = start
        while scanner[index].isWordPart { index += 1 }
        guard index - start > 3, scanner[index].isBlank || scanner[index] == 0x0A else {
            return false
        }
        let word = scanner.text(start..<min(index, start + 12)).lowercased()
        guard Self.commands.contains(word) else { return false }
        out.note(.word, start, index)
        scanner.index = index
        scanner.skipLine()
        if word == "delimiter" {
            let rest = scanner.code[index..<scanner.index].drop { $0.isBlank }
            delimiter = Array(rest.prefix { !$0.isBlank })
            if delimiter == [UInt8(ascii: ";")] { delimiter = [] }
        }
        out.append(kinds.command, start, scanner.index)
        return true
    }

    private static let commands: Set<String> = [
        "delimiter", "source", "prompt", "spool", "pager", "nopager", "tee", "notee", "system",
        "whenever", "column", "accept", "host", "remark",
    ]

    // MARK: Words

    private mutating func word(_ isFirst: Bool) {
        let start = scanner.index
        var kind = scanner.word(words, name: kinds.name, also: UInt8(ascii: "$"))
        let next = scanner.byte
        if next == UInt8(ascii: "&"), scanner.index - start == 1,
            scanner.code[start] | 0x20 == 0x75,
            scanner.ahead(1) == 0x27 || scanner.ahead(1) == 0x22
        {
            scanner.index += 1
            let quote = scanner.byte
            return quoted(quote, quote == 0x27 ? kinds.string : kinds.quoted)
        }
        if next == UInt8(ascii: "'"), scanner.index - start <= 2, scanner.index > start,
            prefixedString(start)
        {
            return
        }
        if next == UInt8(ascii: "#"), isNameEnd(scanner.ahead(1)) {
            scanner.index += 1
            kind = kinds.name
        }
        while joinsPlaceholder() { kind = kinds.name }
        if previous == kinds.dot {
            kind = kinds.name
        } else if kind == kinds.begin, opensTransaction() {
            kind = kinds.opening
        } else if kind == kinds.verb, isStatementStart,
            scanner.index - start == 4, scanner.code[start] | 0x20 == UInt8(ascii: "c")
        {
            copiesFromInput = readsInput(start)
        }
        if isFirst, depth == 0, kinds.starts.contains(kind), kinds.ends.contains(previous),
            startsStatement(kind)
        {
            out.appendOptional(TokenKind.softEnd, start, start)
        }
        out.append(kind, start, scanner.index)
    }

    /// Whether `#` before a byte is the end of a name of Oracle, as in `serial#,`.
    private func isNameEnd(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: "="): true
        case UInt8(ascii: " "): scanner.ahead(2) == UInt8(ascii: "(")
        default: byte.isDigit
        }
    }

    /// Whether a `COPY` statement ends with `FROM stdin`, with options or without.
    private func readsInput(_ start: Int) -> Bool {
        guard scanner.text(start..<start + 4).lowercased() == "copy" else { return false }
        var index = start
        while index < scanner.count, scanner[index] != UInt8(ascii: ";") {
            if scanner[index] | 0x20 == UInt8(ascii: "s"), index + 5 <= scanner.count,
                scanner.text(index..<index + 5).lowercased() == "stdin"
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// The word after blanks and line ends, in small letters, and where it ends.
    private func peekWord(_ index: Int) -> (text: String, end: Int) {
        var index = min(index, scanner.count)
        while scanner[index].isBlank || scanner[index] == 0x0A { index += 1 }
        let start = index
        while scanner[index].isWordPart, index - start < 20 { index += 1 }
        return (scanner.text(start..<index).lowercased(), index)
    }

    /// Whether the `BEGIN` just read opens a transaction, not a block.
    private func opensTransaction() -> Bool {
        let word = peekWord(scanner.index)
        if word.text.isEmpty {
            return scanner[word.end] == UInt8(ascii: ";") || word.end >= scanner.count
                || scanner[word.end] == UInt8(ascii: "\\")
        }
        return [
            "tran", "transaction", "work", "deferred", "immediate", "exclusive", "isolation",
            "read",
        ].contains(word.text)
    }

    /// Whether a word that begins a line and may begin a statement does so, by the one after it.
    private func startsStatement(_ kind: UInt8) -> Bool {
        if kinds.certainStarts.contains(kind) { return true }
        let word = peekWord(scanner.index)
        let byte = scanner[word.end]
        if word.text.isEmpty { return byte != UInt8(ascii: "=") && byte != UInt8(ascii: "(") }
        if kind == kinds.with {
            return word.text == "recursive" || opensCommonTable(word.end)
        }
        if kind == kinds.merge { return word.text != "range" }
        if ["instead", "also", "nothing", "update"].contains(word.text) { return false }
        if kind == kinds.replace { return word.text == "into" }
        if kind == kinds.insert || kind == kinds.update || kind == kinds.delete {
            return !["or", "of", "on"].contains(word.text)
        }
        return !["by", "in", "index", "key", "first", "next", "with", "to", "on"]
            .contains(word.text) || kind == kinds.comment && word.text == "on"
    }

    /// Whether `AS (` follows the name of a common table, with its columns between them or not.
    private func opensCommonTable(_ end: Int) -> Bool {
        var end = peekWord(end).text.isEmpty ? peekWord(end).end : end
        if scanner[end] == UInt8(ascii: "(") {
            let limit = end + 500
            while end < min(limit, scanner.count), scanner[end] != UInt8(ascii: ")") { end += 1 }
            end += 1
        }
        let next = peekWord(end)
        return next.text == "as" && ["", "materialized", "not"].contains(peekWord(next.end).text)
    }
}
