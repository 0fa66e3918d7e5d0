/// A request or a response of HTTP (RFC 9112), its body by its content type.
struct HTTPGrammar: Grammar {
    private static let methods = WordTable([
        .nf: "GET POST PUT DELETE HEAD OPTIONS TRACE PATCH CONNECT PRI"
    ])

    func read(_ sink: inout TokenSink) {
        var body: String?
        while !sink.isAtEnd {
            let end = sink.lineEnd(from: sink.index)
            var text = sink.afterBlanks(sink.index)
            if text >= end {
                sink.index = min(end + 1, sink.end)
                if let body, let grammar = GrammarTable.grammar(of: body) {
                    sink.embed(grammar, to: sink.end)
                }
                continue
            }
            for mark: StaticString in ["> ", "< ", "* "] where sink.starts(with: mark, at: text) {
                sink.put(.p, to: text + 1)
                text += 2
                sink.index = text
            }
            line(&sink, end, &body)
            sink.index = min(end + 1, sink.end)
        }
    }

    private func line(_ sink: inout TokenSink, _ end: Int, _ body: inout String?) {
        let start = sink.index
        let word = sink.afterName(start)
        if sink.starts(with: "HTTP/", at: start) { return status(&sink, end) }
        if Self.methods.kind(of: start..<word, in: sink.code) != .none, sink[word] == .space {
            sink.put(.nf, to: word)
            sink.index = word + 1
            var target = sink.index
            while target < end, !sink.code[target].isBlank { target += 1 }
            sink.put(.nn, to: target)
            sink.index = sink.afterBlanks(target)
            sink.put(.kr, to: end)
            return
        }
        var colon = start
        while colon < end, sink.code[colon] != UInt8(ascii: ":"), !sink.code[colon].isBlank {
            colon += 1
        }
        guard colon < end, sink.code[colon] == UInt8(ascii: ":"), colon > start else { return }
        sink.put(.na, to: colon)
        sink.put(.o, to: colon + 1)
        sink.index = min(sink.afterBlanks(colon + 1), end)
        if sink.code[start] | 0x20 == UInt8(ascii: "c") { body = self.body(sink, end) ?? body }
        sink.put(.l, to: end)
    }

    private func body(_ sink: TokenSink, _ end: Int) -> String? {
        for (type, language): (StaticString, String) in [
            ("application/json", "json"), ("text/html", "html"), ("application/xml", "xml"),
            ("text/xml", "xml"),
        ] where sink.starts(with: type, at: sink.index) {
            return language
        }
        return nil
    }

    /// `HTTP/1.1 200 OK`.
    private func status(_ sink: inout TokenSink, _ end: Int) {
        var i = sink.index
        while i < end, !sink.code[i].isBlank { i += 1 }
        sink.put(.kr, to: i)
        i = sink.afterBlanks(i)
        sink.index = min(i, end)
        while i < end, sink.code[i].isDigit { i += 1 }
        sink.put(.mi, to: i)
        sink.index = min(sink.afterBlanks(i), end)
        sink.put(.ne, to: end)
    }
}
