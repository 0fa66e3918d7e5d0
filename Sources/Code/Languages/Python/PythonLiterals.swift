/// Words, strings and numbers of Python.
extension PythonLexer {
    /// A name or a keyword; letters right before a quote are a string's prefix.
    mutating func word() {
        let start = scanner.index
        let kind = scanner.word(words, name: kinds.name)
        let isQuote = scanner.byte == UInt8(ascii: "\"") || scanner.byte == UInt8(ascii: "'")
        guard isQuote, scanner.index - start <= 2 else {
            return out.append(kind, start, scanner.index)
        }
        let prefix = scanner.text(start..<scanner.index).lowercased()
        switch prefix {
        case "f", "t", "fr", "rf", "tr", "rt": startFormat(at: start)
        case "r", "u", "b", "br", "rb": quoted(kinds.string, from: start)
        case "ur", "ru": quoted(kinds.oldString, from: start)
        default: out.append(kind, start, scanner.index)
        }
    }

    mutating func quoted(_ kind: UInt8, from start: Int) {
        let quote = scanner.byte
        let isTriple = scanner.ahead(1) == quote && scanner.ahead(2) == quote
        scanner.index += isTriple ? 3 : 1
        let inside = scanner.index
        while !scanner.isAtEnd {
            if scanner.byte == UInt8(ascii: "\\") {
                scanner.index += scanner.ahead(1) == 0x0D && scanner.ahead(2) == 0x0A ? 3 : 2
            } else if scanner.byte == quote,
                !isTriple || scanner.ahead(1) == quote && scanner.ahead(2) == quote
            {
                scanner.index += isTriple ? 3 : 1
                return out.append(kind, start, scanner.index)
            } else if scanner.byte == 0x0A, !isTriple {
                break
            } else {
                scanner.index += 1
            }
        }
        scanner.index = min(scanner.index, scanner.count)
        noteOpen(from: start, quote)
        out.complain("the string is not closed", start, isTriple ? inside : scanner.index)
    }

    /// Notes a string that is not closed; an apostrophe in a text is not one.
    private mutating func noteOpen(from start: Int, _ quote: UInt8) {
        let isTriple = scanner.starts(with: "'''", at: start)
        if quote == UInt8(ascii: "'"), !isTriple { return }
        out.note(.doubleQuoted, start, scanner.index)
    }

    // MARK: Numbers

    mutating func numeral() {
        let start = scanner.index
        var fault: String?
        var isOld = false
        let base = scanner.ahead(1) | 0x20
        if scanner.byte == UInt8(ascii: "0"), "xob".utf8.contains(base) {
            scanner.index += 2
            let digits = scanner.index
            while scanner.byte.isHexDigit && (base == UInt8(ascii: "x") || scanner.byte.isDigit)
                || scanner.byte == UInt8(ascii: "_")
            {
                let isWrong =
                    base == UInt8(ascii: "b") && scanner.byte.isDigit && scanner.byte > 0x31
                    || base == UInt8(ascii: "o") && scanner.byte == 0x38
                    || base == UInt8(ascii: "o") && scanner.byte == 0x39
                if isWrong { fault = "no such digit in this number" }
                scanner.index += 1
            }
            if scanner.index == digits { fault = "the number has no digits" }
        } else {
            isOld = decimal(from: start)
        }
        if scanner.byte | 0x20 == UInt8(ascii: "l") {
            scanner.index += 1
            isOld = true
        }
        if scanner.byte.isWordStart, !isKeywordAhead {
            while scanner.byte.isWordPart { scanner.index += 1 }
            fault = "no such number"
        }
        if let fault {
            out.complain(fault, start, scanner.index)
        } else {
            out.append(isOld ? kinds.oldNumber : kinds.number, start, scanner.index)
        }
    }

    /// Whether it is an octal number of Python 2: `0777`.
    private mutating func decimal(from start: Int) -> Bool {
        scanner.skipDigits()
        let whole = start..<scanner.index
        if scanner.byte == UInt8(ascii: ".") {
            scanner.index += 1
            if scanner.byte.isDigit { scanner.skipDigits() }
        }
        if scanner.byte | 0x20 == UInt8(ascii: "e") {
            let sign =
                scanner.ahead(1) == UInt8(ascii: "+") || scanner.ahead(1) == UInt8(ascii: "-")
            if scanner.ahead(sign ? 2 : 1).isDigit {
                scanner.index += 2
                scanner.skipDigits()
            }
        }
        if scanner.byte | 0x20 == UInt8(ascii: "j") {
            scanner.index += 1
            return false
        }
        return scanner.index == whole.upperBound && scanner[start] == 0x30
            && scanner.code[whole].contains { $0 != 0x30 && $0 != UInt8(ascii: "_") }
    }

    /// `1if x else 2`: a keyword may follow a number without a blank.
    private var isKeywordAhead: Bool {
        var end = scanner.index
        while scanner[end].isWordPart { end += 1 }
        guard end - scanner.index < 5 else { return false }
        let keywords = ["and", "else", "for", "if", "in", "is", "not", "or"]
        return keywords.contains(scanner.text(scanner.index..<end))
    }
}
