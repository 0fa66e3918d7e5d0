/// Differences, unified or not: each line is of one kind.
struct DiffGrammar: Grammar {
    func read(_ sink: inout TokenSink) {
        while !sink.isAtEnd {
            let end = sink.lineEnd(from: sink.index)
            let kind = kind(sink)
            if kind == .none { sink.index = end } else { sink.put(kind, to: end) }
            sink.index = min(end + 1, sink.end)
        }
    }

    private func kind(_ sink: TokenSink) -> TokenClass {
        let i = sink.index
        for head: StaticString in ["diff ", "index ", "Index:", "--- ", "+++ ", "====", "new file"]
        where sink.starts(with: head, at: i) {
            return .gh
        }
        if sink.starts(with: "@@", at: i) || sink.starts(with: "***", at: i) { return .gu }
        switch sink[i] {
        case UInt8(ascii: "+"), UInt8(ascii: ">"): return .gi
        case UInt8(ascii: "-"), UInt8(ascii: "<"): return .gd
        case UInt8(ascii: "!"): return .gs
        default: return .none
        }
    }
}
