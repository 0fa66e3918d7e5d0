/// Lines of `key = value` below `[sections]`: INI files, Java's properties and TOML.
struct PropertiesGrammar: Grammar {
    enum Dialect: Sendable {
        case ini
        /// https://toml.io/en/v1.0.0: values have types.
        case toml
    }

    let dialect: Dialect

    func read(_ tape: inout Tape) {
        while !tape.isAtEnd {
            let start = tape.afterBlanks(tape.index)
            tape.index = start
            let end = tape.lineEnd(from: start)
            switch tape[start] {
            case .hash: tape.put(.c1, to: end)
            case UInt8(ascii: ";") where dialect == .ini, UInt8(ascii: "!") where dialect == .ini:
                tape.put(.c1, to: end)
            case UInt8(ascii: "["): section(&tape, end)
            default: pair(&tape, end)
            }
            if dialect == .ini { tape.index = end }
            if tape[tape.index] == .lineFeed { tape.index += 1 }
        }
    }

    private func section(_ tape: inout Tape, _ end: Int) {
        var close = tape.index
        while close < end, tape.code[close] != UInt8(ascii: "]") { close += 1 }
        while tape[close] == UInt8(ascii: "]") { close += 1 }
        tape.put(.k, to: close)
        comment(&tape, end)
    }

    private func comment(_ tape: inout Tape, _ end: Int) {
        tape.index = tape.afterBlanks(tape.index)
        if tape[tape.index] == .hash || tape[tape.index] == UInt8(ascii: ";") {
            tape.put(.c1, to: end)
        }
        tape.index = end
    }

    private func pair(_ tape: inout Tape, _ end: Int) {
        var sign = tape.index
        let quote = tape[sign]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            sign += 1
            while sign < end, tape.code[sign] != quote { sign += 1 }
        }
        while sign < end, tape.code[sign] != UInt8(ascii: "="),
            dialect == .toml || tape.code[sign] != UInt8(ascii: ":")
        {
            sign += 1
        }
        guard sign < end else {
            tape.index = end
            return
        }
        var key = sign
        while key > tape.index, tape.code[key - 1].isBlank { key -= 1 }
        tape.put(.na, to: key)
        tape.index = sign
        tape.put(.o, to: sign + 1)
        tape.index = tape.afterBlanks(tape.index)
        if dialect == .toml {
            TOMLValue.grammar.readValue(&tape)
        } else {
            var last = end
            while last > tape.index, tape.code[last - 1].isBlank { last -= 1 }
            tape.put(Scalar.kind(of: tape.index..<last, in: tape.code) ?? .s, to: last)
        }
    }
}

/// A value of TOML, which may span lines in brackets and in three quotes.
private struct TOMLValue {
    static let grammar = TOMLValue()

    func readValue(_ tape: inout Tape) {
        var depth = 0
        while !tape.isAtEnd {
            let byte = tape.code[tape.index]
            switch byte {
            case .lineFeed:
                if depth == 0 { return }
                tape.index += 1
            case .hash: tape.put(.c1, to: tape.lineEnd(from: tape.index))
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                tape.put(.p, to: tape.index + 1)
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                tape.put(.p, to: tape.index + 1)
                if depth < 0 { depth = 0 }
            case UInt8(ascii: ","), UInt8(ascii: "="): tape.put(.p, to: tape.index + 1)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &tape)
            case _ where byte.isSpace: tape.index += 1
            default: word(&tape)
            }
        }
    }

    private func string(_ quote: UInt8, _ tape: inout Tape) {
        let isLong = tape[tape.index + 1] == quote && tape[tape.index + 2] == quote
        let close = [UInt8](repeating: quote, count: isLong ? 3 : 1)
        var i = tape.index + close.count
        while i < tape.end, !tape.starts(with: close, at: i) {
            if tape.code[i] == .lineFeed, !isLong { break }
            i += tape.code[i] == .backslash && quote == UInt8(ascii: "\"") ? 2 : 1
        }
        if tape[i] == quote { i += close.count }
        tape.put(quote == UInt8(ascii: "\"") ? .s2 : .s1, to: i)
    }

    private func word(_ tape: inout Tape) {
        var end = tape.index
        while end < tape.end, !tape.code[end].isSpace, !",]}[{=#\"'".utf8.contains(tape.code[end]) {
            end += 1
        }
        end = max(end, tape.index + 1)
        let after = tape.afterBlanks(end)
        let isConstant =
            tape.starts(with: "true", at: tape.index)
            || tape.starts(with: "false", at: tape.index)
        let kind = Scalar.kind(of: tape.index..<end, in: tape.code)
        tape.put(
            tape[after] == UInt8(ascii: "=") ? .na : isConstant ? .kc : kind ?? .none, to: end)
    }
}
