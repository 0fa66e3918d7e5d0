/// Scans YAML once and records its tokens.
struct YAMLScanner {
    private var tape: Tape
    /// Open flow collections.
    private var flowDepth = 0
    /// The column of the key or item of the current value: text of a block scalar is to the right
    /// of it. -1 without one.
    private var column = -1
    private var lineStart = 0

    init(_ tape: inout Tape) {
        self.tape = Tape([])
        swap(&self.tape, &tape)
    }

    mutating func giveBack(_ tape: inout Tape) {
        swap(&self.tape, &tape)
    }

    mutating func run() {
        while tape.index < tape.end {
            if flowDepth == 0 { line() } else { flow() }
        }
    }

    // MARK: Lines

    /// One line in a block collection, from its first byte on.
    private mutating func line() {
        let start = tape.index
        while tape[tape.index].isBlank, tape.index < tape.end { tape.index += 1 }
        column = -1
        lineStart = start
        if tape.index == start {
            if tape.starts(with: "---", at: start) || tape.starts(with: "...", at: start),
                tape[start + 3].isSpace || start + 3 >= tape.end
            {
                tape.put(.nn, to: start + 3)
            } else if tape[start] == UInt8(ascii: "%") {
                tape.put(.nt, to: tape.lineEnd(from: start))
            }
        }
        items()
        value(canBeKey: true)
    }

    /// `- ` and `? `, perhaps several.
    private mutating func items() {
        while tape.index < tape.end {
            let byte = tape.code[tape.index]
            let isItem = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
            guard isItem, tape[tape.index + 1].isSpace || tape.index + 1 >= tape.end else { return }
            column = tape.index - lineStart
            tape.put(.p, to: tape.index + 1)
            tape.index = tape.afterBlanks(tape.index)
        }
    }

    /// The rest of a line: a key and its value, or a value.
    private mutating func value(canBeKey: Bool) {
        var canBeKey = canBeKey
        while tape.index < tape.end {
            let byte = tape.code[tape.index]
            switch byte {
            case .lineFeed:
                tape.index += 1
                return
            case _ where byte.isBlank: tape.index += 1
            case .hash where tape.index == 0 || tape.code[tape.index - 1].isSpace:
                tape.put(.c1, to: tape.lineEnd(from: tape.index))
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): property(byte)
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                if isBlockScalar() { return blockScalar() }
                plain(&canBeKey)
            case UInt8(ascii: "{") where tape[tape.index + 1] == byte: template()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                flowDepth = 1
                tape.put(.p, to: tape.index + 1)
                return
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                quoted(byte, &canBeKey)
            case UInt8(ascii: ":") where tape[tape.index + 1].isSpace:
                tape.put(.p, to: tape.index + 1)
                canBeKey = false
            default:
                plain(&canBeKey)
            }
        }
    }

    // MARK: Scalars

    /// A plain scalar up to `: `, ` #` or the end of the line; a key if a colon follows.
    private mutating func plain(_ canBeKey: inout Bool) {
        let start = tape.index
        var end = start
        var i = start
        while i < tape.end {
            let byte = tape.code[i]
            if byte == .lineFeed { break }
            if byte == UInt8(ascii: ":"), tape[i + 1].isSpace || i + 1 >= tape.end {
                if canBeKey {
                    tape.put(.nt, to: end)
                    column = start - lineStart
                    tape.index = i
                    tape.put(.p, to: i + 1)
                    canBeKey = false
                    return
                }
            }
            if byte == .hash, i > start, tape.code[i - 1].isBlank { break }
            if byte == UInt8(ascii: "{"), tape[i + 1] == byte, i > start { break }
            i += 1
            if !byte.isBlank { end = i }
        }
        tape.index = max(end, start + 1)
        tape.put(kind(of: start..<tape.index), from: start)
        canBeKey = false
    }

    private func kind(of range: Range<Int>) -> TokenClass {
        let constant = YAMLGrammar.constants.kind(of: range, in: tape.code)
        return constant == .none ? Scalar.kind(of: range, in: tape.code) ?? .l : constant
    }

    private mutating func quoted(_ quote: UInt8, _ canBeKey: inout Bool) {
        let start = tape.index
        if canBeKey, let end = quotedKeyEnd(quote) {
            tape.put(.nt, to: end)
            if flowDepth == 0 { column = start - lineStart }
            canBeKey = false
            return
        }
        canBeKey = false
        var from = start
        tape.index += 1
        while tape.index < tape.end {
            let byte = tape.code[tape.index]
            if byte == .backslash, quote == UInt8(ascii: "\"") {
                tape.put(.s2, from: from)
                tape.put(.se, to: tape.index + 2)
                from = tape.index
                continue
            }
            tape.index += 1
            if byte != quote { continue }
            if quote == UInt8(ascii: "'"), tape[tape.index] == quote {
                tape.index += 1
                continue
            }
            break
        }
        tape.put(quote == UInt8(ascii: "\"") ? .s2 : .s1, from: from)
    }

    /// The end of a quoted key; nil for a string that is not a key. On one line.
    private func quotedKeyEnd(_ quote: UInt8) -> Int? {
        var i = tape.index + 1
        while i < tape.end, tape.code[i] != .lineFeed {
            if tape.code[i] == .backslash, quote == UInt8(ascii: "\"") { i += 1 }
            if tape[i] == quote {
                let after = tape.afterBlanks(i + 1)
                let isColon = tape[after] == UInt8(ascii: ":")
                return isColon && (tape[after + 1].isSpace || flowDepth > 0) ? i + 1 : nil
            }
            i += 1
        }
        return nil
    }

    /// Whether `|`, `>-` or `|2+` follows, with nothing after it but a comment.
    private func isBlockScalar() -> Bool {
        var i = tape.index + 1
        while tape[i].isDigit || tape[i] == UInt8(ascii: "+") || tape[i] == UInt8(ascii: "-") {
            if i > tape.index + 3 { return false }
            i += 1
        }
        i = tape.afterBlanks(i)
        return i >= tape.end || tape.code[i] == .lineFeed || tape.code[i] == .hash
    }

    /// The lines to the right of the key.
    private mutating func blockScalar() {
        let header = tape.lineEnd(from: tape.index)
        var mark = tape.index
        while mark < header, !tape.code[mark].isBlank { mark += 1 }
        tape.put(.p, to: mark)
        tape.index = tape.afterBlanks(tape.index)
        if tape[tape.index] == .hash { tape.put(.c1, to: header) }
        tape.index = min(header + 1, tape.end)
        let start = tape.index
        while tape.index < tape.end {
            let text = tape.afterBlanks(tape.index)
            let isEmpty = text >= tape.end || tape.code[text] == .lineFeed
            if !isEmpty, text - tape.index <= column { break }
            tape.index = min(tape.lineEnd(from: text) + 1, tape.end)
        }
        tape.put(.no, from: start)
    }

    /// `&anchor`, `*alias`, `!tag`.
    private mutating func property(_ byte: UInt8) {
        var end = tape.index + 1
        while end < tape.end, !tape.code[end].isSpace,
            flowDepth == 0 || !",[]{}".utf8.contains(tape.code[end])
        {
            end += 1
        }
        let kind: TokenClass =
            byte == UInt8(ascii: "&") ? .nl : byte == UInt8(ascii: "*") ? .nv : .kt
        tape.put(end > tape.index + 1 || byte == UInt8(ascii: "!") ? kind : .l, to: end)
    }

    /// `{{ .Values.x }}` of a template language.
    private mutating func template() {
        let limit = tape.lineEnd(from: tape.index)
        let end = tape.find(Array("}}".utf8), from: tape.index, before: limit).map { $0 + 2 }
        tape.put(.nv, to: end ?? limit)
    }

    // MARK: Flow collections

    /// One token in `[…]` or `{…}`, which may span lines.
    private mutating func flow() {
        let byte = tape.code[tape.index]
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            flowDepth += 1
            tape.put(.p, to: tape.index + 1)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            flowDepth -= 1
            tape.put(.p, to: tape.index + 1)
            if flowDepth == 0 { value(canBeKey: false) }
        case UInt8(ascii: ","), UInt8(ascii: ":"): tape.put(.p, to: tape.index + 1)
        case _ where byte.isSpace: tape.index += 1
        case .hash where tape.index > 0 && tape.code[tape.index - 1].isSpace:
            tape.put(.c1, to: tape.lineEnd(from: tape.index))
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            var canBeKey = true
            quoted(byte, &canBeKey)
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): property(byte)
        default: flowScalar()
        }
    }

    private mutating func flowScalar() {
        let start = tape.index
        var end = start
        var i = start
        while i < tape.end {
            let byte = tape.code[i]
            if byte == .lineFeed || ",[]{}".utf8.contains(byte) { break }
            if byte == UInt8(ascii: ":"), tape[i + 1].isSpace || i + 1 >= tape.end { break }
            if byte == .hash, i > start, tape.code[i - 1].isBlank { break }
            i += 1
            if !byte.isBlank { end = i }
        }
        tape.index = max(end, start + 1)
        let isKey = tape[i] == UInt8(ascii: ":")
        tape.put(isKey ? .nt : kind(of: start..<tape.index), from: start)
    }
}
