extension CodeLanguage {
    /// Metrics as a program exposes them: the text formats of Prometheus and OpenMetrics.
    /// https://prometheus.io/docs/instrumenting/exposition_formats/,
    /// https://prometheus.io/docs/specs/om/open_metrics_spec/
    package static let openMetrics = CodeLanguage(
        "openmetrics", grammar: openMetricsGrammar, whole: ["file"], fragments: ["file"],
        lex: { scanner, words in
            var lexer = OpenMetricsLexer(scanner, words)
            return lexer.tokens()
        })

    /// Each line that is no comment is a sample.
    private static let openMetricsGrammar = #"""
        file       = { NEWLINE | sample ( NEWLINE | &END ) | elision ( NEWLINE | &END ) } END
        elision    = "..."
        sample 'a metric' = ( NAME [ labels ] | quoted ) value [ value ] [ start ] { exemplar }
        labels     = "{" [ label { "," label } [ "," ] ] "}"
        label 'a label' = ( NAME | STRING ) "=" STRING | elision
        quoted     = "{" STRING { "," label } [ "," ] "}"
        value@ 'a value' = NUMBER | "{" [ entry { "," entry } ] "}" | elision
        entry      = NAME ":" ( NUMBER | NAME | list )
        list       = "[" [ listed { "," listed } ] "]"
        listed     = NUMBER [ ":" NUMBER ]
        start      = NAME "@" NUMBER
        exemplar   = "#" labels NUMBER [ NUMBER ]
        """#
}

private struct OpenMetricsLexer {
    private var scanner: Scanner
    private let words: Words
    private var out: Tokens

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd {
            let start = scanner.index
            let byte = scanner.byte
            if byte == 0x0A {
                scanner.index += 1
                out.append(words["NEWLINE"], start, scanner.index)
            } else if byte.isBlank {
                scanner.index += 1
            } else if byte == UInt8(ascii: "#"), scanner.isFirstOfLine(start) {
                comment()
            } else if byte == UInt8(ascii: "\"") {
                quoted()
            } else if byte.isDigit || byte.isWordStart || ".:+-".utf8.contains(byte) {
                word()
            } else if let sign = words.sign(in: scanner, at: start) {
                scanner.index += sign.count
                out.append(sign.kind, start, scanner.index)
            } else if scanner.isEllipsis {
                scanner.index += 3
                out.append(words["\"...\""], start, scanner.index)
            } else {
                scanner.skipUnknown(into: &out, language: "metrics")
            }
        }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private static let types: Set<String> = [
        "counter", "gauge", "histogram", "summary", "untyped", "unknown", "stateset", "info",
        "gaugehistogram",
    ]

    /// A comment; `# TYPE` says what the metric is.
    private mutating func comment() {
        let start = scanner.index
        scanner.skipLine()
        out.note(.lineComment, start, scanner.index)
        let words = scanner.text(start..<scanner.index).split(whereSeparator: \.isWhitespace)
        guard words.count == 4, words[0] == "#", words[1] == "TYPE" else { return }
        let type = words[3]
        if Self.types.contains(String(type)) || type.hasPrefix("...") || type.hasPrefix("…")
            || type.hasPrefix("<")
        {
            return
        }
        let end = scanner.index
        out.complain("'\(type)' is no type of a metric", end - type.utf8.count, end)
    }

    private mutating func quoted() {
        let start = scanner.index
        scanner.index += 1
        if scanner.skip(.string("\"")) {
            out.append(words["STRING"], start, scanner.index)
        } else {
            out.complain("the string is not closed", start, scanner.index)
        }
    }

    /// A name, a number, `+Inf`, or a sign that begins like one.
    private mutating func word() {
        let start = scanner.index
        if scanner.starts(with: "...") {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
            return out.append(words["\"...\""], start, scanner.index)
        }
        if scanner.byte == UInt8(ascii: ":"),
            out.kinds.last == words["NAME"] || out.kinds.last == words["NUMBER"]
        {
            scanner.index += 1
            return out.append(words["\":\""], start, scanner.index)
        }
        let isNumber = scanner.byte.isDigit || "+-.".utf8.contains(scanner.byte)
        scanner.index += 1
        while scanner.byte.isWordPart
            || (isNumber ? "+-." : ":").utf8.contains(scanner.byte) && !endsName()
        {
            scanner.index += 1
        }
        let text = scanner.text(start..<scanner.index).lowercased()
        let isWord = ["nan", "inf", "infinity"].contains(text)
        out.append(words[isNumber || isWord ? "NUMBER" : "NAME"], start, scanner.index)
    }

    /// Whether `:` parts a name from a value in braces.
    private func endsName() -> Bool {
        scanner.byte == UInt8(ascii: ":")
            && (scanner.ahead(1).isDigit || "[+-".utf8.contains(scanner.ahead(1)))
    }
}
