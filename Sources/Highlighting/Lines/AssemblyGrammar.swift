/// Assembly of GNU as, NASM and Go, and objdump's output: a label, an instruction, operands.
struct AssemblyGrammar: Grammar {
    func read(_ tape: inout Tape) {
        while !tape.isAtEnd {
            let end = tape.lineEnd(from: tape.index)
            line(&tape, end)
            tape.index = max(tape.index, min(end + 1, tape.end))
        }
    }

    private func line(_ tape: inout Tape, _ end: Int) {
        var hasMnemonic = false
        while tape.index < end {
            let byte = tape.code[tape.index]
            switch byte {
            case _ where byte.isBlank: tape.index += 1
            case _ where isComment(tape, byte): return comment(&tape, end)
            case UInt8(ascii: "\""): string(&tape, end)
            case UInt8(ascii: "%") where tape[tape.index + 1].isNameStart:
                tape.put(.nv, to: tape.afterName(tape.index + 1))
            case UInt8(ascii: "$"), UInt8(ascii: "#"): tape.put(.o, to: tape.index + 1)
            case UInt8(ascii: ".") where tape[tape.index + 1].isNameStart,
                _ where byte.isNameStart:
                word(&tape, &hasMnemonic)
            case _ where byte.isDigit: number(&tape)
            case _ where "()[]{},:;".utf8.contains(byte): tape.put(.p, to: tape.index + 1)
            default: tape.put(.o, to: tape.index + 1)
            }
        }
    }

    /// `;` and `//` anywhere, `#` and `@` before a blank, because `#4` is a value and `f@plt` a
    /// name.
    private func isComment(_ tape: Tape, _ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"): true
        case UInt8(ascii: "/"):
            tape[tape.index + 1] == byte || tape[tape.index + 1] == UInt8(ascii: "*")
        case .hash, UInt8(ascii: "@"):
            tape[tape.index + 1].isSpace
                && (tape.index == 0 || tape.code[tape.index - 1].isSpace)
        default: false
        }
    }

    private func comment(_ tape: inout Tape, _ end: Int) {
        guard tape.starts(with: "/*", at: tape.index) else { return tape.put(.c1, to: end) }
        let close = tape.find(Array("*/".utf8), from: tape.index + 2, before: tape.end)
        tape.put(.cm, to: close.map { $0 + 2 } ?? tape.end)
    }

    private func string(_ tape: inout Tape, _ end: Int) {
        var i = tape.index + 1
        while i < end, tape.code[i] != UInt8(ascii: "\"") {
            i += tape.code[i] == .backslash ? 2 : 1
        }
        tape.put(.s2, to: min(i + 1, end))
    }

    private func word(_ tape: inout Tape, _ hasMnemonic: inout Bool) {
        let start = tape.index
        var end = tape.afterName(start + 1)
        while tape[end] == UInt8(ascii: "."), tape[end + 1].isNamePart {
            end = tape.afterName(end + 1)
        }
        if tape[end] == UInt8(ascii: ":"), !hasMnemonic {
            let isAddress = end - start >= 4 && tape.code[start..<end].allSatisfy(\.isHexDigit)
            return tape.put(isAddress ? .mh : .nl, to: end)
        }
        if isBytes(tape, start..<end), !hasMnemonic { return tape.put(.mh, to: end) }
        if !hasMnemonic {
            hasMnemonic = true
            return tape.put(tape[start] == UInt8(ascii: ".") ? .k : .nf, to: end)
        }
        tape.put(.none, to: end)
    }

    /// `5d`: a byte of machine code, as objdump prints it before an instruction.
    private func isBytes(_ tape: Tape, _ range: Range<Int>) -> Bool {
        range.count == 2 && tape.code[range].allSatisfy(\.isHexDigit) && range.lowerBound > 0
            && tape.code[range.lowerBound - 1].isSpace && tape[range.upperBound].isSpace
            && tape.code[range].contains(where: \.isDigit)
    }

    private func number(_ tape: inout Tape) {
        let end = tape.afterName(tape.index)
        let isHex =
            tape[tape.index + 1] | 0x20 == UInt8(ascii: "x")
            || !tape.code[tape.index..<end].allSatisfy(\.isDigit)
        tape.put(isHex ? .mh : .mi, to: end)
    }
}
