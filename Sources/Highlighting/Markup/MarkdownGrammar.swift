import Languages

/// Markdown, line by line; fenced code is in its own language.
struct MarkdownGrammar: Grammar {
    func read(_ sink: inout TokenSink) {
        while !sink.isAtEnd {
            let end = sink.lineEnd(from: sink.index)
            let start = sink.afterBlanks(sink.index)
            sink.index = min(start, end)
            switch sink[start] {
            case .hash: heading(&sink, end)
            case UInt8(ascii: "`") where sink.starts(with: "```", at: start),
                UInt8(ascii: "~") where sink.starts(with: "~~~", at: start):
                fence(&sink, sink[start], end)
            case UInt8(ascii: ">"):
                sink.put(.k, to: start + 1)
                text(&sink, end)
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                if sink[start + 1].isBlank { sink.put(.k, to: start + 1) }
                text(&sink, end)
            case _ where sink[start].isDigit:
                var i = start
                while sink[i].isDigit { i += 1 }
                if sink[i] == UInt8(ascii: "."), sink[i + 1].isBlank { sink.put(.k, to: i + 1) }
                text(&sink, end)
            default: text(&sink, end)
            }
            if sink[sink.index] == .lineFeed { sink.index += 1 }
        }
    }

    private func heading(_ sink: inout TokenSink, _ end: Int) {
        var i = sink.index
        while sink[i] == .hash { i += 1 }
        let isHeading = sink[i].isSpace || i >= end
        guard isHeading else { return text(&sink, end) }
        sink.put(i - sink.index == 1 ? .gh : .gu, to: end)
    }

    private func fence(_ sink: inout TokenSink, _ mark: UInt8, _ end: Int) {
        var i = sink.index
        while sink[i] == mark { i += 1 }
        let count = i - sink.index
        var label = sink.afterBlanks(i)
        let name = label
        while label < end, !sink.code[label].isSpace, sink.code[label] != UInt8(ascii: "{") {
            label += 1
        }
        let language = Language.named(
            String(decoding: sink.code[name..<max(name, label)], as: UTF8.self))
        sink.put(.s, to: end)
        sink.index = min(end + 1, sink.end)
        let close = [UInt8](repeating: mark, count: count)
        var line = sink.index
        while line < sink.end, !sink.starts(with: close, at: sink.afterBlanks(line)) {
            line = min(sink.lineEnd(from: line) + 1, sink.end)
        }
        if let language, let grammar = GrammarTable.grammar(of: language.name) {
            sink.embed(grammar, to: line)
        }
        sink.index = line
        if line < sink.end { sink.put(.s, to: sink.lineEnd(from: line)) }
    }

    /// Code spans, emphasis and links of a line.
    private func text(_ sink: inout TokenSink, _ end: Int) {
        // A mark without a partner on this line is not looked up again.
        var lonely: Set<UInt8> = []
        while sink.index < end {
            let byte = sink.code[sink.index]
            switch byte {
            case .backslash: sink.index = min(sink.index + 2, end)
            case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"):
                if lonely.contains(byte) || !span(byte, &sink, end) {
                    lonely.insert(byte)
                    sink.index += 1
                }
            case UInt8(ascii: "<") where sink.starts(with: "<!--", at: sink.index):
                let close = sink.find(Array("-->".utf8), from: sink.index, before: sink.end)
                sink.put(.cm, to: close.map { $0 + 3 } ?? sink.end)
            case UInt8(ascii: "]") where sink[sink.index + 1] == UInt8(ascii: "("):
                guard !lonely.contains(byte),
                    let close = sink.find([UInt8(ascii: ")")], from: sink.index, before: end)
                else {
                    lonely.insert(byte)
                    sink.index += 1
                    continue
                }
                sink.index += 2
                sink.put(.na, to: close)
            default: sink.index += 1
            }
        }
    }

    private func span(_ mark: UInt8, _ sink: inout TokenSink, _ end: Int) -> Bool {
        let start = sink.index
        let isInWord = start > 0 && sink.code[start - 1].isNamePart && mark == UInt8(ascii: "_")
        var count = 1
        while count < 3, sink[start + count] == mark { count += 1 }
        guard !isInWord, !sink[start + count].isBlank,
            let close = sink.find(
                [UInt8](repeating: mark, count: count), from: start + count, before: end)
        else { return false }
        sink.put(mark == UInt8(ascii: "`") ? .sb : count == 1 ? .ge : .gs, to: close + count)
        return true
    }
}
