extension CodeLanguage {
    /// Templates with `{% … %}` and `{{ … }}` as far as tags, quotes and brackets tell: Jinja, Django,
    /// Nunjucks and Twig. https://jinja.palletsprojects.com/en/stable/templates/,
    /// https://docs.djangoproject.com/en/stable/ref/templates/language/,
    /// https://twig.symfony.com/doc/3.x/templates.html
    package static let jinja = template("jinja")
    /// The same of Liquid: https://shopify.github.io/liquid/
    package static let liquid = template("liquid")

    private static func template(_ name: String) -> CodeLanguage {
        CodeLanguage(
            shapeOf: name,
            vocabulary: Vocabulary(
                words: [
                    .keyword: """
                    if elif elsif elseif else endif for endfor in not and or is block endblock extends
                    include import from macro endmacro call endcall filter endfilter set endset with
                    endwith raw endraw verbatim endverbatim autoescape endautoescape unless endunless
                    case when endcase assign capture endcapture comment endcomment tablerow
                    endtablerow cycle render layout load url trans blocktrans endblocktrans embed
                    endembed do break continue increment decrement contains as only recursive
                    """,
                    .constant: "true false none null nil True False None empty blank",
                    .own: "loop forloop self super",
                ], marksCalls: true)
        ) { scanner, words in
            var lexer = TagLexer(scanner, words)
            return lexer.tokens()
        }
    }
}

/// Tokens of `{% … %}` and `{{ … }}`; what is outside is not one.
private struct TagLexer {
    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    private var blocks: BlockStack
    private let marker: UInt8
    /// Ends that are not in the rest of the code.
    private var lacking: Set<String> = []

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        blocks = BlockStack(scanner)
        marker = words["SIGN"]
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd {
            switch (scanner.byte, scanner.ahead(1)) {
            case (UInt8(ascii: "{"), UInt8(ascii: "%")): tag(close: "%}")
            case (UInt8(ascii: "{"), UInt8(ascii: "{")): tag(close: "}}")
            case (UInt8(ascii: "{"), UInt8(ascii: "#")): comment()
            default: scanner.index += 1
            }
        }
        blocks.finish(scanner, &out)
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    /// Outside of tags `{#` may be anything.
    private mutating func comment() {
        let start = scanner.index
        scanner.index += 2
        let inside = scanner.index
        if scanner.skip(past: "#}") {
            out.note(.blockComment, start, scanner.index)
            if scanner.isElision(inside..<scanner.index - 2) { out.elisions += 1 }
        } else {
            scanner.index = inside
        }
    }

    // MARK: Tags

    private mutating func tag(close: StaticString) {
        let start = scanner.index
        guard let end = tagEnd(from: start + 2, close) else {
            scanner.index = start + 2
            let sign = scanner.text(start..<start + 2)
            return out.complain("'\(sign)' is never closed", start, start + 2)
        }
        let isTag = scanner[start + 1] == UInt8(ascii: "%")
        scanner.index = start + 2
        if "-+~".utf8.contains(scanner.byte) { scanner.index += 1 }
        out.append(marker, start, scanner.index)
        let first = out.count
        content(end - 2)
        complainOfBrackets(from: first)
        scanner.index = end
        out.append(marker, end - 2, end)
        guard isTag, first < out.count, out.kinds[first] == words["NAME"] else { return }
        name(out.range(of: first), end)
    }

    /// Brackets are closed in the tag in which they are opened.
    private mutating func complainOfBrackets(from first: Int) {
        let brackets = Brackets(words)
        var open: [Range<Int>] = []
        for token in first..<out.count {
            if brackets.closer(of: out.kinds[token]) != nil {
                open.append(out.range(of: token))
            } else if brackets.isCloser(out.kinds[token]) {
                _ = open.popLast()
            }
        }
        guard let last = open.last else { return }
        out.complain(
            "'\(scanner.text(last))' is not closed in its tag", last.lowerBound, last.upperBound)
    }

    /// Where the tag ends: at the first closer outside of quotes and braces.
    private func tagEnd(from start: Int, _ close: StaticString) -> Int? {
        var index = start
        var depth = 0
        var plain: Int?
        let limit = min(scanner.count, start + Self.longestTag)
        while index < limit {
            let byte = scanner[index]
            if plain == nil, scanner.starts(with: close, at: index) { plain = index + 2 }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if let after = quoteEnd(index) { index = after - 1 }
            } else if depth == 0, scanner.starts(with: close, at: index) {
                return index + 2
            } else if scanner.starts(with: "{%", at: index)
                || depth == 0 && scanner[start - 1] == UInt8(ascii: "{")
                    && scanner.starts(with: "{{", at: index)
            {
                return plain.flatMap { $0 <= index ? $0 : nil }
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}"), depth > 0 {
                depth -= 1
            }
            index += 1
        }
        return plain
    }

    private static let longestTag = 20_000

    /// Where a quoted text ends that begins at an index: on its line, and before another tag; nil for
    /// an apostrophe, and where it is not closed.
    private func quoteEnd(_ start: Int) -> Int? {
        let quote = scanner[start]
        guard isQuoteStart(start) else { return nil }
        var index = start + 1
        var hasCloser = false
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner[index] == quote { return index + 1 }
            if scanner.starts(with: "%}", at: index) || scanner.starts(with: "}}", at: index) {
                hasCloser = true
            }
            if hasCloser, scanner[index] == UInt8(ascii: "{"),
                "%{".utf8.contains(scanner[index + 1])
            {
                return nil
            }
            index += scanner[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func isQuoteStart(_ index: Int) -> Bool {
        let before = scanner[index - 1]
        return before.isBlank || before == 0x0A || "([{,=:|!~+-%".utf8.contains(before)
    }

    private mutating func content(_ end: Int) {
        while scanner.index < end {
            let start = scanner.index
            let byte = scanner.byte
            if byte.isBlank || byte == 0x0A {
                scanner.index += 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), isQuoteStart(start) {
                if let after = quoteEnd(start), after <= end {
                    scanner.index = after
                    out.append(
                        words[byte == UInt8(ascii: "'") ? "CHAR" : "STRING"], start, after)
                } else {
                    scanner.index = end
                    out.complain("the string is not closed", start, end)
                }
            } else if byte.isWordStart || byte >= 0x80 && scanner.letterLength() != nil {
                _ = scanner.word(words, name: words["NAME"])
                out.append(words["NAME"], start, scanner.index)
            } else if byte.isDigit {
                scanner.index += 1
                while scanner.byte.isWordPart { scanner.index += 1 }
                out.append(words["NUMBER"], start, scanner.index)
            } else if scanner.starts(with: "...") || scanner.isEllipsis {
                scanner.index += 3
                out.append(words["\"...\""], start, scanner.index)
            } else if let sign = words.sign(in: scanner, at: start) {
                scanner.index += sign.count
                out.append(sign.kind, start, scanner.index)
            } else {
                scanner.skipCharacter()
                out.append(marker, start, scanner.index)
            }
        }
    }

    // MARK: Blocks

    private mutating func name(_ range: Range<Int>, _ end: Int) {
        let name = scanner.text(range)
        if let skipped = Self.skipping[name] { return skip(to: skipped, range) }
        if name.hasPrefix("end"), name.utf8.count > 3 {
            close(String(name.dropFirst(3)), range)
        } else if name == "end" {
            blocks.close([], range, in: scanner, &out)
        } else if Self.parts.contains(name) {
            blocks.part(range, of: Self.blocks, in: scanner)
        } else if !Self.single.contains(name) {
            let words = scanner.text(range.upperBound..<max(range.upperBound, end - 2))
                .split(whereSeparator: \.isWhitespace)
            let isShort = name == "block" && words.count > (words.last == "-" ? 2 : 1)
            blocks.open(
                name, range, isSure: Self.blocks.contains(name) && !isShort, in: scanner)
        }
    }

    /// `endif` and the like; of a word that opened nothing only where another one of these might.
    private mutating func close(_ word: String, _ range: Range<Int>) {
        blocks.close([Self.openers[word] ?? word], range, in: scanner, &out)
    }

    private mutating func skip(to end: String, _ range: Range<Int>) {
        var search = scanner
        while !lacking.contains(end), search.skip(past: "{%") {
            var index = search.index
            while search[index].isBlank || "-+".utf8.contains(search[index]) { index += 1 }
            guard search.starts(with: Array(end.utf8), at: index) else { continue }
            let start = index
            guard search.skip(past: "%}") else { break }
            if end == "endcomment" { out.note(.blockComment, scanner.index, start) }
            scanner.index = search.index
            return
        }
        // A fragment may show the code inside: it is read.
        lacking.insert(end)
        blocks.open(scanner.text(range), range, in: scanner)
    }

    /// Tags whose text is not read.
    private static let skipping = [
        "comment": "endcomment", "verbatim": "endverbatim",
    ]
    /// Other words that an `end…` may be of.
    private static let openers = ["translate": "trans", "blocktranslate": "blocktranslate"]
    /// Tags that always have an end.
    private static let blocks: Set<String> = [
        "if", "for", "unless", "case", "capture", "macro", "tablerow", "block", "raw", "filter",
        "autoescape", "spaceless", "ifchanged", "blocktrans", "blocktranslate", "comment",
        "verbatim", "call", "embed", "sandbox", "apply",
    ]
    private static let parts: Set<String> = [
        "else", "elif", "elsif", "elseif", "when", "empty", "plural", "pluralize",
    ]
    /// Tags that never have one.
    private static let single: Set<String> = [
        "include", "extends", "import", "from", "assign", "load", "url", "csrf_token", "break",
        "continue", "increment", "decrement", "do", "render", "layout", "now", "static", "super",
    ]
}
