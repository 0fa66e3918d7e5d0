import Languages

/// Markdown, line by line; fenced code is in its own language.
struct MarkdownGrammar: Grammar {
    func read(_ tape: inout Tape) {
        while !tape.isAtEnd {
            let end = tape.lineEnd(from: tape.index)
            let start = tape.afterBlanks(tape.index)
            tape.index = min(start, end)
            switch tape[start] {
            case .hash: heading(&tape, end)
            case UInt8(ascii: "`") where tape.starts(with: "```", at: start),
                UInt8(ascii: "~") where tape.starts(with: "~~~", at: start):
                fence(&tape, tape[start], end)
            case UInt8(ascii: ">"):
                tape.put(.k, to: start + 1)
                text(&tape, end)
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                if tape[start + 1].isBlank { tape.put(.k, to: start + 1) }
                text(&tape, end)
            case _ where tape[start].isDigit:
                var i = start
                while tape[i].isDigit { i += 1 }
                if tape[i] == UInt8(ascii: "."), tape[i + 1].isBlank { tape.put(.k, to: i + 1) }
                text(&tape, end)
            default: text(&tape, end)
            }
            if tape[tape.index] == .lineFeed { tape.index += 1 }
        }
    }

    private func heading(_ tape: inout Tape, _ end: Int) {
        var i = tape.index
        while tape[i] == .hash { i += 1 }
        let isHeading = tape[i].isSpace || i >= end
        guard isHeading else { return text(&tape, end) }
        tape.put(i - tape.index == 1 ? .gh : .gu, to: end)
    }

    private func fence(_ tape: inout Tape, _ mark: UInt8, _ end: Int) {
        var i = tape.index
        while tape[i] == mark { i += 1 }
        let count = i - tape.index
        var label = tape.afterBlanks(i)
        let name = label
        while label < end, !tape.code[label].isSpace, tape.code[label] != UInt8(ascii: "{") {
            label += 1
        }
        let language = Language.named(
            String(decoding: tape.code[name..<max(name, label)], as: UTF8.self))
        tape.put(.s, to: end)
        tape.index = min(end + 1, tape.end)
        let close = [UInt8](repeating: mark, count: count)
        var line = tape.index
        while line < tape.end, !tape.starts(with: close, at: tape.afterBlanks(line)) {
            line = min(tape.lineEnd(from: line) + 1, tape.end)
        }
        if let language, let grammar = GrammarTable.grammar(of: language.name) {
            tape.embed(grammar, to: line)
        }
        tape.index = line
        if line < tape.end { tape.put(.s, to: tape.lineEnd(from: line)) }
    }

    /// Code spans, emphasis and links of a line.
    private func text(_ tape: inout Tape, _ end: Int) {
        // A mark without a partner on this line is not looked up again.
        var lonely: Set<UInt8> = []
        while tape.index < end {
            let byte = tape.code[tape.index]
            switch byte {
            case .backslash: tape.index = min(tape.index + 2, end)
            case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"):
                if lonely.contains(byte) || !span(byte, &tape, end) {
                    lonely.insert(byte)
                    tape.index += 1
                }
            case UInt8(ascii: "<") where tape.starts(with: "<!--", at: tape.index):
                let close = tape.find(Array("-->".utf8), from: tape.index, before: tape.end)
                tape.put(.cm, to: close.map { $0 + 3 } ?? tape.end)
            case UInt8(ascii: "]") where tape[tape.index + 1] == UInt8(ascii: "("):
                guard !lonely.contains(byte),
                    let close = tape.find([UInt8(ascii: ")")], from: tape.index, before: end)
                else {
                    lonely.insert(byte)
                    tape.index += 1
                    continue
                }
                tape.index += 2
                tape.put(.na, to: close)
            default: tape.index += 1
            }
        }
    }

    private func span(_ mark: UInt8, _ tape: inout Tape, _ end: Int) -> Bool {
        let start = tape.index
        let isInWord = start > 0 && tape.code[start - 1].isNamePart && mark == UInt8(ascii: "_")
        var count = 1
        while count < 3, tape[start + count] == mark { count += 1 }
        guard !isInWord, !tape[start + count].isBlank,
            let close = tape.find(
                [UInt8](repeating: mark, count: count), from: start + count, before: end)
        else { return false }
        tape.put(mark == UInt8(ascii: "`") ? .sb : count == 1 ? .ge : .gs, to: close + count)
        return true
    }
}
