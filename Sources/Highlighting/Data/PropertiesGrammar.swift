/// Lines of `key = value` below `[sections]`: INI files, Java's properties and TOML.
struct PropertiesGrammar: Grammar {
    enum Dialect: Sendable {
        case ini
        /// https://toml.io/en/v1.0.0: values have types.
        case toml
    }

    let dialect: Dialect

    func read(_ sink: inout TokenSink) {
        while !sink.isAtEnd {
            let start = sink.afterBlanks(sink.index)
            sink.index = start
            let end = sink.lineEnd(from: start)
            switch sink[start] {
            case .hash: sink.put(.c1, to: end)
            case UInt8(ascii: ";") where dialect == .ini, UInt8(ascii: "!") where dialect == .ini:
                sink.put(.c1, to: end)
            case UInt8(ascii: "["): section(&sink, end)
            default: pair(&sink, end)
            }
            if dialect == .ini { sink.index = end }
            if sink[sink.index] == .lineFeed { sink.index += 1 }
        }
    }

    private func section(_ sink: inout TokenSink, _ end: Int) {
        var close = sink.index
        while close < end, sink.code[close] != UInt8(ascii: "]") { close += 1 }
        while sink[close] == UInt8(ascii: "]") { close += 1 }
        sink.put(.k, to: close)
        comment(&sink, end)
    }

    private func comment(_ sink: inout TokenSink, _ end: Int) {
        sink.index = sink.afterBlanks(sink.index)
        if sink[sink.index] == .hash || sink[sink.index] == UInt8(ascii: ";") {
            sink.put(.c1, to: end)
        }
        sink.index = end
    }

    private func pair(_ sink: inout TokenSink, _ end: Int) {
        var sign = sink.index
        let quote = sink[sign]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            sign += 1
            while sign < end, sink.code[sign] != quote { sign += 1 }
        }
        while sign < end, sink.code[sign] != UInt8(ascii: "="),
            dialect == .toml || sink.code[sign] != UInt8(ascii: ":")
        {
            sign += 1
        }
        guard sign < end else {
            sink.index = end
            return
        }
        var key = sign
        while key > sink.index, sink.code[key - 1].isBlank { key -= 1 }
        sink.put(.na, to: key)
        sink.index = sign
        sink.put(.o, to: sign + 1)
        sink.index = sink.afterBlanks(sink.index)
        if dialect == .toml {
            TOMLValueScanner.grammar.readValue(&sink)
        } else {
            var last = end
            while last > sink.index, sink.code[last - 1].isBlank { last -= 1 }
            sink.put(Scalar.kind(of: sink.index..<last, in: sink.code) ?? .s, to: last)
        }
    }
}

/// A value of TOML, which may span lines in brackets and in three quotes.
private struct TOMLValueScanner {
    static let grammar = TOMLValueScanner()

    func readValue(_ sink: inout TokenSink) {
        var depth = 0
        while !sink.isAtEnd {
            let byte = sink.code[sink.index]
            switch byte {
            case .lineFeed:
                if depth == 0 { return }
                sink.index += 1
            case .hash: sink.put(.c1, to: sink.lineEnd(from: sink.index))
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                sink.put(.p, to: sink.index + 1)
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                sink.put(.p, to: sink.index + 1)
                if depth < 0 { depth = 0 }
            case UInt8(ascii: ","), UInt8(ascii: "="): sink.put(.p, to: sink.index + 1)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &sink)
            case _ where byte.isSpace: sink.index += 1
            default: word(&sink)
            }
        }
    }

    private func string(_ quote: UInt8, _ sink: inout TokenSink) {
        let isLong = sink[sink.index + 1] == quote && sink[sink.index + 2] == quote
        let close = [UInt8](repeating: quote, count: isLong ? 3 : 1)
        var i = sink.index + close.count
        while i < sink.end, !sink.starts(with: close, at: i) {
            if sink.code[i] == .lineFeed, !isLong { break }
            i += sink.code[i] == .backslash && quote == UInt8(ascii: "\"") ? 2 : 1
        }
        if sink[i] == quote { i += close.count }
        sink.put(quote == UInt8(ascii: "\"") ? .s2 : .s1, to: i)
    }

    private func word(_ sink: inout TokenSink) {
        var end = sink.index
        while end < sink.end, !sink.code[end].isSpace, !",]}[{=#\"'".utf8.contains(sink.code[end]) {
            end += 1
        }
        end = max(end, sink.index + 1)
        let after = sink.afterBlanks(end)
        let isConstant =
            sink.starts(with: "true", at: sink.index)
            || sink.starts(with: "false", at: sink.index)
        let kind = Scalar.kind(of: sink.index..<end, in: sink.code)
        sink.put(
            sink[after] == UInt8(ascii: "=") ? .na : isConstant ? .kc : kind ?? .none, to: end)
    }
}
