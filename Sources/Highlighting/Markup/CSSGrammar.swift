import Languages

/// CSS and SCSS: selectors outside of a block, declarations inside.
struct CSSGrammar: Grammar {
    /// Whether `//` comments, `$variables` and nesting are there.
    let isSCSS: Bool

    func read(_ tape: inout Tape) {
        while !tape.isAtEnd {
            let byte = tape.code[tape.index]
            switch byte {
            case UInt8(ascii: "/") where tape[tape.index + 1] == UInt8(ascii: "*"):
                let end = tape.find(Array("*/".utf8), from: tape.index + 2, before: tape.end)
                tape.put(.cm, to: end.map { $0 + 2 } ?? tape.end)
            case UInt8(ascii: "/") where isSCSS && tape[tape.index + 1] == byte:
                tape.put(.c1, to: tape.lineEnd(from: tape.index))
            case UInt8(ascii: "@"): tape.put(.k, to: afterIdentifier(tape, tape.index + 1))
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &tape)
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"):
                tape.put(.p, to: tape.index + 1)
            case _ where byte.isSpace: tape.index += 1
            default: statement(&tape)
            }
        }
    }

    private func afterIdentifier(_ tape: Tape, _ i: Int) -> Int {
        var i = i
        while tape[i].isNamePart || tape[i] == UInt8(ascii: "-") { i += 1 }
        return i
    }

    /// A selector up to `{`, or a declaration up to `;` or `}`, whichever comes first.
    private func statement(_ tape: inout Tape) {
        var i = tape.index
        var colon: Int?
        while i < tape.end, !"{};".utf8.contains(tape.code[i]) {
            if tape.code[i] == UInt8(ascii: ":"), colon == nil { colon = i }
            if tape.code[i] == UInt8(ascii: "/"), tape[i + 1] == UInt8(ascii: "*") { break }
            i += 1
        }
        let isInterpolation = tape[i] == UInt8(ascii: "{") && tape.code[max(i, 1) - 1] == .hash
        guard tape[i] != UInt8(ascii: "{") || isInterpolation, let colon else {
            return selector(&tape, to: max(i, tape.index + 1))
        }
        let isVariable = tape[tape.index] == .dollar || tape.starts(with: "--", at: tape.index)
        tape.put(isVariable ? .nv : .k, to: max(colon, tape.index))
        tape.put(.p, to: colon + 1)
        value(&tape, to: max(i, colon + 1))
    }

    private func selector(_ tape: inout Tape, to end: Int) {
        while tape.index < end {
            let byte = tape.code[tape.index]
            switch byte {
            case UInt8(ascii: "."): tape.put(.nc, to: afterIdentifier(tape, tape.index + 1))
            case .hash: tape.put(.nn, to: afterIdentifier(tape, tape.index + 1))
            case UInt8(ascii: ":"):
                let name = tape.index + (tape[tape.index + 1] == byte ? 2 : 1)
                tape.put(.nd, to: max(afterIdentifier(tape, name), tape.index + 1))
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &tape)
            case .dollar: tape.put(.nv, to: afterIdentifier(tape, tape.index + 1))
            case _ where byte.isNameStart: tape.put(.nt, to: afterIdentifier(tape, tape.index))
            case _ where byte.isSpace: tape.index += 1
            case _ where "()[],".utf8.contains(byte): tape.put(.p, to: tape.index + 1)
            case _ where byte.isDigit: number(&tape)
            default: tape.put(.o, to: tape.index + 1)
            }
        }
    }

    private func value(_ tape: inout Tape, to end: Int) {
        while tape.index < end {
            let byte = tape.code[tape.index]
            let next = tape[tape.index + 1]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &tape)
            case .hash where next.isHexDigit:
                tape.put(.mh, to: afterIdentifier(tape, tape.index + 1))
            case .dollar: tape.put(.nv, to: afterIdentifier(tape, tape.index + 1))
            case UInt8(ascii: "!"): tape.put(.k, to: afterIdentifier(tape, tape.index + 1))
            case _ where byte.isDigit || ((byte == 0x2E || byte == 0x2D) && next.isDigit):
                number(&tape)
            case UInt8(ascii: "-") where tape[tape.index + 1] == byte:
                tape.put(.nv, to: afterIdentifier(tape, tape.index))
            case _ where byte.isNameStart:
                let name = afterIdentifier(tape, tape.index)
                tape.put(tape[name] == UInt8(ascii: "(") ? .nf : .kc, to: name)
            case _ where byte.isSpace: tape.index += 1
            case _ where "(),".utf8.contains(byte): tape.put(.p, to: tape.index + 1)
            case UInt8(ascii: "/") where isSCSS && next == byte:
                tape.put(.c1, to: tape.lineEnd(from: tape.index))
            default: tape.put(.o, to: tape.index + 1)
            }
        }
    }

    /// `1.5em`: the number and its unit.
    private func number(_ tape: inout Tape) {
        var i = tape.index
        if tape[i] == UInt8(ascii: "-") { i += 1 }
        var isFloat = false
        while tape[i].isDigit || (tape[i] == UInt8(ascii: ".") && tape[i + 1].isDigit) {
            if tape[i] == UInt8(ascii: ".") { isFloat = true }
            i += 1
        }
        tape.put(isFloat ? .mf : .mi, to: max(i, tape.index + 1))
        let unit =
            tape[tape.index] == UInt8(ascii: "%") ? tape.index + 1 : tape.afterName(tape.index)
        if unit > tape.index { tape.put(.kt, to: unit) }
    }

    private func string(_ quote: UInt8, _ tape: inout Tape) {
        var i = tape.index + 1
        while i < tape.end, tape.code[i] != quote, tape.code[i] != .lineFeed {
            i += tape.code[i] == .backslash ? 2 : 1
        }
        tape.put(
            quote == UInt8(ascii: "\"") ? .s2 : .s1, to: tape[i] == quote ? i + 1 : i)
    }
}
