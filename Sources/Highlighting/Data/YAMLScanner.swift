/// Scans YAML once and records its tokens.
struct YAMLScanner {
    private var sink: TokenSink
    /// Open flow collections.
    private var flowDepth = 0
    /// The column of the key or item of the current value: text of a block scalar is to the right
    /// of it. -1 without one.
    private var column = -1
    private var lineStart = 0

    init(_ sink: inout TokenSink) {
        self.sink = TokenSink([])
        swap(&self.sink, &sink)
    }

    mutating func giveBack(_ sink: inout TokenSink) {
        swap(&self.sink, &sink)
    }

    mutating func run() {
        while sink.index < sink.end {
            if flowDepth == 0 { line() } else { flow() }
        }
    }

    // MARK: Lines

    /// One line in a block collection, from its first byte on.
    private mutating func line() {
        let start = sink.index
        while sink[sink.index].isBlank, sink.index < sink.end { sink.index += 1 }
        column = -1
        lineStart = start
        if sink.index == start {
            if sink.starts(with: "---", at: start) || sink.starts(with: "...", at: start),
                sink[start + 3].isSpace || start + 3 >= sink.end
            {
                sink.put(.nn, to: start + 3)
            } else if sink[start] == UInt8(ascii: "%") {
                sink.put(.nt, to: sink.lineEnd(from: start))
            }
        }
        items()
        value(canBeKey: true)
    }

    /// `- ` and `? `, perhaps several.
    private mutating func items() {
        while sink.index < sink.end {
            let byte = sink.code[sink.index]
            let isItem = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
            guard isItem, sink[sink.index + 1].isSpace || sink.index + 1 >= sink.end else { return }
            column = sink.index - lineStart
            sink.put(.p, to: sink.index + 1)
            sink.index = sink.afterBlanks(sink.index)
        }
    }

    /// The rest of a line: a key and its value, or a value.
    private mutating func value(canBeKey: Bool) {
        var canBeKey = canBeKey
        while sink.index < sink.end {
            let byte = sink.code[sink.index]
            switch byte {
            case .lineFeed:
                sink.index += 1
                return
            case _ where byte.isBlank: sink.index += 1
            case .hash where sink.index == 0 || sink.code[sink.index - 1].isSpace:
                sink.put(.c1, to: sink.lineEnd(from: sink.index))
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): property(byte)
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                if isBlockScalar() { return blockScalar() }
                plain(&canBeKey)
            case UInt8(ascii: "{") where sink[sink.index + 1] == byte: template()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                flowDepth = 1
                sink.put(.p, to: sink.index + 1)
                return
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                quoted(byte, &canBeKey)
            case UInt8(ascii: ":") where sink[sink.index + 1].isSpace:
                sink.put(.p, to: sink.index + 1)
                canBeKey = false
            default:
                plain(&canBeKey)
            }
        }
    }

    // MARK: Scalars

    /// A plain scalar up to `: `, ` #` or the end of the line; a key if a colon follows.
    private mutating func plain(_ canBeKey: inout Bool) {
        let start = sink.index
        var end = start
        var i = start
        while i < sink.end {
            let byte = sink.code[i]
            if byte == .lineFeed { break }
            if byte == UInt8(ascii: ":"), sink[i + 1].isSpace || i + 1 >= sink.end {
                if canBeKey {
                    sink.put(.nt, to: end)
                    column = start - lineStart
                    sink.index = i
                    sink.put(.p, to: i + 1)
                    canBeKey = false
                    return
                }
            }
            if byte == .hash, i > start, sink.code[i - 1].isBlank { break }
            if byte == UInt8(ascii: "{"), sink[i + 1] == byte, i > start { break }
            i += 1
            if !byte.isBlank { end = i }
        }
        sink.index = max(end, start + 1)
        sink.put(kind(of: start..<sink.index), from: start)
        canBeKey = false
    }

    private func kind(of range: Range<Int>) -> TokenClass {
        let constant = YAMLGrammar.constants.kind(of: range, in: sink.code)
        return constant == .none ? Scalar.kind(of: range, in: sink.code) ?? .l : constant
    }

    private mutating func quoted(_ quote: UInt8, _ canBeKey: inout Bool) {
        let start = sink.index
        if canBeKey, let end = quotedKeyEnd(quote) {
            sink.put(.nt, to: end)
            if flowDepth == 0 { column = start - lineStart }
            canBeKey = false
            return
        }
        canBeKey = false
        var from = start
        sink.index += 1
        while sink.index < sink.end {
            let byte = sink.code[sink.index]
            if byte == .backslash, quote == UInt8(ascii: "\"") {
                sink.put(.s2, from: from)
                sink.put(.se, to: sink.index + 2)
                from = sink.index
                continue
            }
            sink.index += 1
            if byte != quote { continue }
            if quote == UInt8(ascii: "'"), sink[sink.index] == quote {
                sink.index += 1
                continue
            }
            break
        }
        sink.put(quote == UInt8(ascii: "\"") ? .s2 : .s1, from: from)
    }

    /// The end of a quoted key; nil for a string that is not a key. On one line.
    private func quotedKeyEnd(_ quote: UInt8) -> Int? {
        var i = sink.index + 1
        while i < sink.end, sink.code[i] != .lineFeed {
            if sink.code[i] == .backslash, quote == UInt8(ascii: "\"") { i += 1 }
            if sink[i] == quote {
                let after = sink.afterBlanks(i + 1)
                let isColon = sink[after] == UInt8(ascii: ":")
                return isColon && (sink[after + 1].isSpace || flowDepth > 0) ? i + 1 : nil
            }
            i += 1
        }
        return nil
    }

    /// Whether `|`, `>-` or `|2+` follows, with nothing after it but a comment.
    private func isBlockScalar() -> Bool {
        var i = sink.index + 1
        while sink[i].isDigit || sink[i] == UInt8(ascii: "+") || sink[i] == UInt8(ascii: "-") {
            if i > sink.index + 3 { return false }
            i += 1
        }
        i = sink.afterBlanks(i)
        return i >= sink.end || sink.code[i] == .lineFeed || sink.code[i] == .hash
    }

    /// The lines to the right of the key.
    private mutating func blockScalar() {
        let header = sink.lineEnd(from: sink.index)
        var mark = sink.index
        while mark < header, !sink.code[mark].isBlank { mark += 1 }
        sink.put(.p, to: mark)
        sink.index = sink.afterBlanks(sink.index)
        if sink[sink.index] == .hash { sink.put(.c1, to: header) }
        sink.index = min(header + 1, sink.end)
        let start = sink.index
        while sink.index < sink.end {
            let text = sink.afterBlanks(sink.index)
            let isEmpty = text >= sink.end || sink.code[text] == .lineFeed
            if !isEmpty, text - sink.index <= column { break }
            sink.index = min(sink.lineEnd(from: text) + 1, sink.end)
        }
        sink.put(.no, from: start)
    }

    /// `&anchor`, `*alias`, `!tag`.
    private mutating func property(_ byte: UInt8) {
        var end = sink.index + 1
        while end < sink.end, !sink.code[end].isSpace,
            flowDepth == 0 || !",[]{}".utf8.contains(sink.code[end])
        {
            end += 1
        }
        let kind: TokenClass =
            byte == UInt8(ascii: "&") ? .nl : byte == UInt8(ascii: "*") ? .nv : .kt
        sink.put(end > sink.index + 1 || byte == UInt8(ascii: "!") ? kind : .l, to: end)
    }

    /// `{{ .Values.x }}` of a template language.
    private mutating func template() {
        let limit = sink.lineEnd(from: sink.index)
        let end = sink.find(Array("}}".utf8), from: sink.index, before: limit).map { $0 + 2 }
        sink.put(.nv, to: end ?? limit)
    }

    // MARK: Flow collections

    /// One token in `[…]` or `{…}`, which may span lines.
    private mutating func flow() {
        let byte = sink.code[sink.index]
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            flowDepth += 1
            sink.put(.p, to: sink.index + 1)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            flowDepth -= 1
            sink.put(.p, to: sink.index + 1)
            if flowDepth == 0 { value(canBeKey: false) }
        case UInt8(ascii: ","), UInt8(ascii: ":"): sink.put(.p, to: sink.index + 1)
        case _ where byte.isSpace: sink.index += 1
        case .hash where sink.index > 0 && sink.code[sink.index - 1].isSpace:
            sink.put(.c1, to: sink.lineEnd(from: sink.index))
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            var canBeKey = true
            quoted(byte, &canBeKey)
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): property(byte)
        default: flowScalar()
        }
    }

    private mutating func flowScalar() {
        let start = sink.index
        var end = start
        var i = start
        while i < sink.end {
            let byte = sink.code[i]
            if byte == .lineFeed || ",[]{}".utf8.contains(byte) { break }
            if byte == UInt8(ascii: ":"), sink[i + 1].isSpace || i + 1 >= sink.end { break }
            if byte == .hash, i > start, sink.code[i - 1].isBlank { break }
            i += 1
            if !byte.isBlank { end = i }
        }
        sink.index = max(end, start + 1)
        let isKey = sink[i] == UInt8(ascii: ":")
        sink.put(isKey ? .nt : kind(of: start..<sink.index), from: start)
    }
}
