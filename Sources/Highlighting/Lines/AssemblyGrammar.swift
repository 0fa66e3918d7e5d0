/// Assembly of GNU as, NASM and Go, and objdump's output: a label, an instruction, operands.
struct AssemblyGrammar: Grammar {
    func read(_ sink: inout TokenSink) {
        while !sink.isAtEnd {
            let end = sink.lineEnd(from: sink.index)
            line(&sink, end)
            sink.index = max(sink.index, min(end + 1, sink.end))
        }
    }

    private func line(_ sink: inout TokenSink, _ end: Int) {
        var hasMnemonic = false
        while sink.index < end {
            let byte = sink.code[sink.index]
            switch byte {
            case _ where byte.isBlank: sink.index += 1
            case _ where isComment(sink, byte): return comment(&sink, end)
            case UInt8(ascii: "\""): string(&sink, end)
            case UInt8(ascii: "%") where sink[sink.index + 1].isNameStart:
                sink.put(.nv, to: sink.afterName(sink.index + 1))
            case UInt8(ascii: "$"), UInt8(ascii: "#"): sink.put(.o, to: sink.index + 1)
            case UInt8(ascii: ".") where sink[sink.index + 1].isNameStart,
                _ where byte.isNameStart:
                word(&sink, &hasMnemonic)
            case _ where byte.isDigit: number(&sink)
            case _ where "()[]{},:;".utf8.contains(byte): sink.put(.p, to: sink.index + 1)
            default: sink.put(.o, to: sink.index + 1)
            }
        }
    }

    /// `;` and `//` anywhere, `#` and `@` before a blank, because `#4` is a value and `f@plt` a
    /// name.
    private func isComment(_ sink: TokenSink, _ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"): true
        case UInt8(ascii: "/"):
            sink[sink.index + 1] == byte || sink[sink.index + 1] == UInt8(ascii: "*")
        case .hash, UInt8(ascii: "@"):
            sink[sink.index + 1].isSpace
                && (sink.index == 0 || sink.code[sink.index - 1].isSpace)
        default: false
        }
    }

    private func comment(_ sink: inout TokenSink, _ end: Int) {
        guard sink.starts(with: "/*", at: sink.index) else { return sink.put(.c1, to: end) }
        let close = sink.find(Array("*/".utf8), from: sink.index + 2, before: sink.end)
        sink.put(.cm, to: close.map { $0 + 2 } ?? sink.end)
    }

    private func string(_ sink: inout TokenSink, _ end: Int) {
        var i = sink.index + 1
        while i < end, sink.code[i] != UInt8(ascii: "\"") {
            i += sink.code[i] == .backslash ? 2 : 1
        }
        sink.put(.s2, to: min(i + 1, end))
    }

    private func word(_ sink: inout TokenSink, _ hasMnemonic: inout Bool) {
        let start = sink.index
        var end = sink.afterName(start + 1)
        while sink[end] == UInt8(ascii: "."), sink[end + 1].isNamePart {
            end = sink.afterName(end + 1)
        }
        if sink[end] == UInt8(ascii: ":"), !hasMnemonic {
            let isAddress = end - start >= 4 && sink.code[start..<end].allSatisfy(\.isHexDigit)
            return sink.put(isAddress ? .mh : .nl, to: end)
        }
        if isBytes(sink, start..<end), !hasMnemonic { return sink.put(.mh, to: end) }
        if !hasMnemonic {
            hasMnemonic = true
            return sink.put(sink[start] == UInt8(ascii: ".") ? .k : .nf, to: end)
        }
        sink.put(.none, to: end)
    }

    /// `5d`: a byte of machine code, as objdump prints it before an instruction.
    private func isBytes(_ sink: TokenSink, _ range: Range<Int>) -> Bool {
        range.count == 2 && sink.code[range].allSatisfy(\.isHexDigit) && range.lowerBound > 0
            && sink.code[range.lowerBound - 1].isSpace && sink[range.upperBound].isSpace
            && sink.code[range].contains(where: \.isDigit)
    }

    private func number(_ sink: inout TokenSink) {
        let end = sink.afterName(sink.index)
        let isHex =
            sink[sink.index + 1] | 0x20 == UInt8(ascii: "x")
            || !sink.code[sink.index..<end].allSatisfy(\.isDigit)
        sink.put(isHex ? .mh : .mi, to: end)
    }
}
