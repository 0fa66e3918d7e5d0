/// Texts and regular expressions of Swift.
extension SwiftLexer {
    /// A text with some `#` before it, up to its end or its first hole.
    mutating func text(hashes: Int) {
        let start = scanner.index
        scanner.index += hashes
        let isMultiline = scanner.starts(with: "\"\"\"") && !isRawOnOneLine(hashes)
        scanner.index += isMultiline ? 3 : 1
        if isMultiline, let end = textAfterOpening() {
            let from = scanner.index
            scanner.index = end
            skipToEnd(of: Quote(hashes: hashes, isMultiline: true))
            return complain(
                "the text of a multi-line string begins on the line after its quotes", from, end)
        }
        scan(Quote(hashes: hashes, isMultiline: isMultiline), from: start, isFirst: true)
    }

    /// Goes on with a text after the bracket that closes a hole.
    mutating func goOn(_ text: Quote) {
        scan(text, from: scanner.index, isFirst: false)
    }

    /// Whether `#"""#` is a text of one line that begins with quotes.
    private func isRawOnOneLine(_ hashes: Int) -> Bool {
        guard hashes > 0 else { return false }
        var index = scanner.index + 1
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner[index] == UInt8(ascii: "\""), isHashes(hashes, at: index + 1) { return true }
            index += 1
        }
        return false
    }

    private func isHashes(_ hashes: Int, at index: Int) -> Bool {
        for offset in 0..<hashes where scanner[index + offset] != UInt8(ascii: "#") { return false }
        return true
    }

    /// Where the text ends that follows the opening quotes of a multi-line string on their line; nil
    /// if it is missing.
    private func textAfterOpening() -> Int? {
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        guard index < scanner.count, scanner[index] != 0x0A else { return nil }
        while index < scanner.count, scanner[index] != 0x0A { index += 1 }
        return index
    }

    private mutating func skipToEnd(of text: Quote) {
        while !scanner.isAtEnd {
            if isEnd(of: text) {
                scanner.index += 3 + text.hashes
                return
            }
            scanner.index += 1
        }
    }

    private func isEnd(of text: Quote) -> Bool {
        guard scanner.byte == UInt8(ascii: "\"") else { return false }
        if !text.isMultiline { return isHashes(text.hashes, at: scanner.index + 1) }
        return scanner.starts(with: "\"\"\"") && isHashes(text.hashes, at: scanner.index + 3)
    }

    private mutating func scan(_ text: Quote, from start: Int, isFirst: Bool) {
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if isEnd(of: text) {
                scanner.index += (text.isMultiline ? 3 : 1) + text.hashes
                return add(isFirst ? string : quote, from: start)
            }
            if byte == 0x0A, !text.isMultiline { break }
            guard byte == UInt8(ascii: "\\"), isHashes(text.hashes, at: scanner.index + 1) else {
                scanner.index += 1
                continue
            }
            let escape = scanner.index
            scanner.index += 1 + text.hashes
            if scanner.byte == UInt8(ascii: "(") {
                out.append(quote, start, escape)
                scanner.index += 1
                brackets.append(text)
                return add(hole, from: escape)
            }
            if !skipEscape(isMultiline: text.isMultiline) {
                let end = min(scanner.index + 1, scanner.count)
                let sign = scanner.text(escape..<end)
                skipToClose(text)
                return complain("'\(sign)' is no escape of Swift", escape, end)
            }
        }
        let opening = (text.isMultiline ? 3 : 1) + text.hashes
        let from = isFirst ? start : max(0, start - 1)
        complain(
            "the string is not closed", from,
            text.isMultiline || !isFirst ? from + (isFirst ? opening : 1) : scanner.index)
    }

    /// Moves past what follows the backslash of an escape; false if there is no such escape.
    private mutating func skipEscape(isMultiline: Bool) -> Bool {
        switch scanner.byte {
        case UInt8(ascii: "0"), UInt8(ascii: "\\"), UInt8(ascii: "t"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            scanner.index += 1
            return true
        case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "x"):
            // `\u0041` and `\x41` are forms of editions before the first.
            scanner.index += 1
            return true
        case 0x0A, 0x20, 0x09, 0x0D: return isMultiline
        default: return scanner.isAtEnd
        }
    }

    /// Moves past the rest of a text that is wrong.
    private mutating func skipToClose(_ text: Quote) {
        while !scanner.isAtEnd, text.isMultiline || scanner.byte != 0x0A {
            if isEnd(of: text) {
                scanner.index += (text.isMultiline ? 3 : 1) + text.hashes
                return
            }
            scanner.index += scanner.byte == UInt8(ascii: "\\") && text.hashes == 0 ? 2 : 1
        }
    }

    // MARK: Regular expressions

    /// `/…/` where a value may begin; false where `/` is an operator.
    mutating func bareRegex() -> Bool {
        let start = scanner.index
        guard !isDeclaringOperator, !isLeftBound(start), !scanner.ahead(1).isBlank,
            scanner.ahead(1) != 0x0A
        else { return false }
        var index = start + 1
        var depth = 0
        var isInClass = false
        while index < scanner.count, scanner[index] != 0x0A {
            switch scanner[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "(") where !isInClass: depth += 1
            case UInt8(ascii: ")") where !isInClass:
                depth -= 1
                if depth < 0 { return false }
            case UInt8(ascii: "/"):
                guard !scanner[index - 1].isBlank, index > start + 1 else { return false }
                scanner.index = index + 1
                add(regex, from: start)
                return true
            default: break
            }
            index += 1
        }
        return false
    }

    /// `#/…/#`, of several lines if its first is empty.
    mutating func extendedRegex(hashes: Int) {
        let start = scanner.index
        scanner.index += hashes + 1
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        let isMultiline = scanner[index] == 0x0A
        while !scanner.isAtEnd, isMultiline || scanner.byte != 0x0A {
            if scanner.byte == UInt8(ascii: "/"), isHashes(hashes, at: scanner.index + 1) {
                scanner.index += 1 + hashes
                return add(regex, from: start)
            }
            scanner.index += scanner.byte == UInt8(ascii: "\\") ? 2 : 1
        }
        complain(
            "the regular expression is not closed", start,
            isMultiline ? start + hashes + 1 : scanner.index)
    }
}
