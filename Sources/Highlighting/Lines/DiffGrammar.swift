/// Differences, unified or not: each line is of one kind.
struct DiffGrammar: Grammar {
    func read(_ tape: inout Tape) {
        while !tape.isAtEnd {
            let end = tape.lineEnd(from: tape.index)
            let kind = kind(tape)
            if kind == .none { tape.index = end } else { tape.put(kind, to: end) }
            tape.index = min(end + 1, tape.end)
        }
    }

    private func kind(_ tape: Tape) -> TokenClass {
        let i = tape.index
        for head: StaticString in ["diff ", "index ", "Index:", "--- ", "+++ ", "====", "new file"]
        where tape.starts(with: head, at: i) {
            return .gh
        }
        if tape.starts(with: "@@", at: i) || tape.starts(with: "***", at: i) { return .gu }
        switch tape[i] {
        case UInt8(ascii: "+"), UInt8(ascii: ">"): return .gi
        case UInt8(ascii: "-"), UInt8(ascii: "<"): return .gd
        case UInt8(ascii: "!"): return .gs
        default: return .none
        }
    }
}
