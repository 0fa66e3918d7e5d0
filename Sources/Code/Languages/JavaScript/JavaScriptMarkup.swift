/// Where elements of JSX begin: `<` is also a comparison, and in TypeScript a list of types.
struct JavaScriptMarkup {
    private let isTyped: Bool
    /// Where the last `</` or `/>` is; no element begins after it.
    private var lastEnd = -1
    /// Where each name is closed last, `</name`.
    private var closings: [[UInt8]: Int] = [:]

    /// How far the end of an empty element, `/>`, is looked for.
    private static let longestTag = 4_000

    init(_ scanner: Scanner, isTyped: Bool) {
        self.isTyped = isTyped
        let slash = UInt8(ascii: "/")
        for index in 0..<scanner.count where scanner[index] == slash {
            if scanner[index + 1] == UInt8(ascii: ">") { lastEnd = index }
            guard scanner[index - 1] == UInt8(ascii: "<") else { continue }
            lastEnd = index
            let name = Self.name(scanner, at: index + 1)
            closings[Array(scanner.code[name])] = index
        }
    }

    /// The name of an element, with its dots: `a`, `Menu.Item`; empty for `<>`.
    static func name(_ scanner: Scanner, at index: Int) -> Range<Int> {
        var end = index
        while scanner[end].isWordPart || scanner[end] >= 0x80 || ".:-$".utf8.contains(scanner[end])
        {
            end += 1
        }
        return index..<end
    }

    /// Whether the `<` that is next begins an element.
    func beginsElement(_ scanner: Scanner) -> Bool {
        let start = scanner.index
        let first = scanner.ahead(1)
        guard start < lastEnd,
            first.isWordStart || first == UInt8(ascii: ">") || first == UInt8(ascii: "$")
                || first >= 0x80
        else { return false }
        guard isTyped else { return true }
        let name = Self.name(scanner, at: start + 1)
        return isClosed(scanner, name) || isEmptyElement(scanner, from: name.upperBound)
    }

    private func isClosed(_ scanner: Scanner, _ name: Range<Int>) -> Bool {
        guard let closing = closings[Array(scanner.code[name])] else { return false }
        return closing > name.lowerBound
    }

    /// Where the `<your id>` that is next ends, which stands for a value; nil for anything else.
    func endOfPlaceholder(_ scanner: Scanner) -> Int? {
        let start = scanner.index + 1
        guard scanner[start].isWordStart else { return nil }
        var end = start
        while scanner[end].isWordPart || scanner[end] >= 0x80 || " -.".utf8.contains(scanner[end]) {
            end += 1
        }
        guard scanner[end] == UInt8(ascii: ">"),
            !isClosed(scanner, Self.name(scanner, at: start))
        else { return nil }
        var next = end + 1
        while scanner[next].isBlank { next += 1 }
        return next >= scanner.count || ",;)]}\n".utf8.contains(scanner[next]) ? end + 1 : nil
    }

    /// Whether the next `>` outside of braces and quotes is that of `/>`.
    private func isEmptyElement(_ scanner: Scanner, from start: Int) -> Bool {
        var depth = 0
        var index = start
        while index < min(scanner.count, start + Self.longestTag) {
            switch scanner[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quote = scanner[index]
                repeat { index += 1 } while index < scanner.count && scanner[index] != quote
            case UInt8(ascii: ">") where depth == 0: return scanner[index - 1] == UInt8(ascii: "/")
            default: break
            }
            index += 1
        }
        return false
    }
}

extension JavaScriptLexer {
    mutating func beginElement() {
        let start = scanner.index
        scanner.index += 1
        elements.append(JavaScriptMarkup.name(scanner, at: scanner.index))
        brackets.append(.tag)
        add(kinds.tag, from: start)
    }

    private mutating func endElement() {
        _ = elements.popLast()
        endsValue = true
        endsElement = true
    }

    /// One token between `<` or `</` and its `>`.
    mutating func nextInTag() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case 0x09...0x0D, 0x20: scanner.index += 1
        case UInt8(ascii: "/") where scanner.ahead(1) == UInt8(ascii: ">"):
            scanner.index += 2
            _ = brackets.popLast()
            add(kinds.emptyEnd, from: start)
            endElement()
        case UInt8(ascii: "/")
        where [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(scanner.ahead(1)):
            comment()
            if out.kinds.last == TokenKind.bad { scanner.index = scanner.count }
        case UInt8(ascii: ">"):
            scanner.index += 1
            out.note(.punctuation, start, scanner.index)
            let isOpening = brackets.popLast() == .tag
            add(kinds.greater, from: start)
            if isOpening {
                brackets.append(.children)
            } else {
                if brackets.last == .children { _ = brackets.popLast() }
                endElement()
            }
        case UInt8(ascii: "{"):
            scanner.index += 1
            brackets.append(.child)
            add(kinds.brace, from: start)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): attributeValue(byte)
        case UInt8(ascii: "<"): beginElement()
        case _
        where byte.isWordStart || byte == UInt8(ascii: "$")
            || byte >= 0x80 && scanner.letterLength() != nil:
            var end = JavaScriptMarkup.name(scanner, at: start)
            while let last = end.last, ".:".utf8.contains(scanner[last]) { end = start..<last }
            let colon = scanner.code[end].firstIndex { ".:".utf8.contains($0) }
            scanner.index = max(start + 1, colon ?? end.upperBound)
            noteName(from: start)
            add(kinds.name, from: start)
        case _ where scanner.isEllipsis:
            scanner.index += 3
            add(kinds.dots, from: start)
        default:
            if let sign = words.sign(in: scanner, at: start) {
                scanner.index += sign.count
                add(sign.kind, from: start)
            } else {
                scanner.skipUnknown(into: &out, language: "a tag")
            }
        }
    }

    /// Notes a name in a tag: that of the element with its dots, or of an attribute.
    private mutating func noteName(from start: Int) {
        let before = scanner[start - 1]
        let isElement = before == UInt8(ascii: "<") || before == UInt8(ascii: "/")
        if isElement {
            out.note(.tag, start, JavaScriptMarkup.name(scanner, at: start).upperBound)
        } else if before != UInt8(ascii: "."), before != UInt8(ascii: ":") {
            out.note(.attribute, start, scanner.index)
        }
    }

    private mutating func attributeValue(_ quote: UInt8) {
        let start = scanner.index
        scanner.index += 1
        while !scanner.isAtEnd, scanner.byte != quote { scanner.index += 1 }
        guard !scanner.isAtEnd else {
            return complain("the value of the attribute is not closed", from: start)
        }
        scanner.index += 1
        add(kinds.string, from: start)
    }

    /// The text of an element up to a `{` or a `<`, which is the next token.
    mutating func nextInChildren() {
        let first = scanner.index
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "<"), scanner.byte != UInt8(ascii: "{")
        {
            scanner.index += 1
        }
        let start = scanner.index
        if !isInner, let element = elements.last, scanner.text(element) == "script" {
            noteCode(first..<start)
        }
        if scanner.isAtEnd { return }
        if scanner.byte == UInt8(ascii: "{") {
            scanner.index += 1
            brackets.append(.child)
            add(kinds.brace, from: start)
        } else if scanner.ahead(1) == UInt8(ascii: "/") {
            closingTag()
        } else {
            beginElement()
        }
    }

    /// Notes the text of a `<script>`, which HTML has in place of text.
    private mutating func noteCode(_ range: Range<Int>) {
        var inner = scanner
        inner.index = range.lowerBound
        inner.count = range.upperBound
        var lexer = JavaScriptLexer(inner, kinds, isTyped: isTyped)
        lexer.isInner = true
        out.drop(lexer.tokens())
    }

    private mutating func closingTag() {
        let start = scanner.index
        scanner.index += 2
        let name = JavaScriptMarkup.name(scanner, at: scanner.index)
        let open = elements.last ?? name
        let isName = !name.isEmpty || scanner.byte == UInt8(ascii: ">")
        guard isName, scanner.code[name] != scanner.code[open] else {
            brackets.append(.closingTag)
            return add(kinds.closer, from: start)
        }
        scanner.index = name.upperBound
        if scanner.byte == UInt8(ascii: ">") { scanner.index += 1 }
        out.note(.punctuation, start, name.lowerBound)
        out.note(.tag, name.lowerBound, name.upperBound)
        let due = "</" + scanner.text(open) + ">"
        complain(
            "'\(due)' expected, found '\(scanner.text(start..<scanner.index))'", from: start,
            replacement: due)
        _ = brackets.popLast()
        endElement()
    }

    /// Complains about the innermost element that is open at the end.
    mutating func closeElements() {
        guard let element = elements.last, brackets.last == .children else { return }
        out.complain(
            "'<\(scanner.text(element))>' is never closed", element.lowerBound - 1,
            element.upperBound)
    }
}
