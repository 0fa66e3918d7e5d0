/// A request or a response of HTTP (RFC 9112), its body by its content type.
struct HTTPGrammar: Grammar {
    private static let methods = WordTable([
        .nf: "GET POST PUT DELETE HEAD OPTIONS TRACE PATCH CONNECT PRI"
    ])

    func read(_ tape: inout Tape) {
        var body: String?
        while !tape.isAtEnd {
            let end = tape.lineEnd(from: tape.index)
            var text = tape.afterBlanks(tape.index)
            if text >= end {
                tape.index = min(end + 1, tape.end)
                if let body, let grammar = GrammarTable.grammar(of: body) {
                    tape.embed(grammar, to: tape.end)
                }
                continue
            }
            for mark: StaticString in ["> ", "< ", "* "] where tape.starts(with: mark, at: text) {
                tape.put(.p, to: text + 1)
                text += 2
                tape.index = text
            }
            line(&tape, end, &body)
            tape.index = min(end + 1, tape.end)
        }
    }

    private func line(_ tape: inout Tape, _ end: Int, _ body: inout String?) {
        let start = tape.index
        let word = tape.afterName(start)
        if tape.starts(with: "HTTP/", at: start) { return status(&tape, end) }
        if Self.methods.kind(of: start..<word, in: tape.code) != .none, tape[word] == .space {
            tape.put(.nf, to: word)
            tape.index = word + 1
            var target = tape.index
            while target < end, !tape.code[target].isBlank { target += 1 }
            tape.put(.nn, to: target)
            tape.index = tape.afterBlanks(target)
            tape.put(.kr, to: end)
            return
        }
        var colon = start
        while colon < end, tape.code[colon] != UInt8(ascii: ":"), !tape.code[colon].isBlank {
            colon += 1
        }
        guard colon < end, tape.code[colon] == UInt8(ascii: ":"), colon > start else { return }
        tape.put(.na, to: colon)
        tape.put(.o, to: colon + 1)
        tape.index = min(tape.afterBlanks(colon + 1), end)
        if tape.code[start] | 0x20 == UInt8(ascii: "c") { body = self.body(tape, end) ?? body }
        tape.put(.l, to: end)
    }

    private func body(_ tape: Tape, _ end: Int) -> String? {
        for (type, language): (StaticString, String) in [
            ("application/json", "json"), ("text/html", "html"), ("application/xml", "xml"),
            ("text/xml", "xml"),
        ] where tape.starts(with: type, at: tape.index) {
            return language
        }
        return nil
    }

    /// `HTTP/1.1 200 OK`.
    private func status(_ tape: inout Tape, _ end: Int) {
        var i = tape.index
        while i < end, !tape.code[i].isBlank { i += 1 }
        tape.put(.kr, to: i)
        i = tape.afterBlanks(i)
        tape.index = min(i, end)
        while i < end, tape.code[i].isDigit { i += 1 }
        tape.put(.mi, to: i)
        tape.index = min(tape.afterBlanks(i), end)
        tape.put(.ne, to: end)
    }
}
