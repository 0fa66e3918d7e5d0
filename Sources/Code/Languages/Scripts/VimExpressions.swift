/// Expressions of Vim script: their quotes and brackets.
extension VimLexer {
    /// Reads expressions up to the end of the command.
    mutating func expression(of command: String) {
        let takesMany = command.hasPrefix("ec") || command.hasPrefix("exe")
        var open: [Int] = []
        var isOperand = false
        while !scanner.isAtEnd {
            let start = scanner.index
            let byte = scanner.byte
            switch byte {
            case 0x0A:
                if let next = continuation() {
                    scanner.index = next
                } else if !open.isEmpty, isVim9 {
                    scanner.index += 1
                } else {
                    scanner.index += 1
                    return endExpression(open, start)
                }
            case _ where byte.isBlank: scanner.index += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let isComment =
                    byte == UInt8(ascii: "\"") && isOperand && !takesMany && open.isEmpty
                if isComment || isVim9 && byte == UInt8(ascii: "#") {
                    skipComment()
                } else {
                    string()
                    isOperand = true
                }
            case UInt8(ascii: "#")
            where isVim9 && scanner[start - 1].isBlank && scanner.ahead(1) != UInt8(ascii: "{"):
                skipComment()
            case UInt8(ascii: "@"):
                scanner.index += 2
                isOperand = true
            case UInt8(ascii: "|"):
                if scanner.ahead(1) == UInt8(ascii: "|") {
                    scanner.index += 2
                    isOperand = false
                } else {
                    scanner.index += 1
                    return endExpression(open, start)
                }
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                open.append(start)
                bracket()
                isOperand = false
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                _ = open.popLast()
                bracket()
                isOperand = true
            case _ where byte.isWordPart || byte >= 0x80:
                isOperand = word()
            default:
                scanner.index += 1
                out.append(words["SIGN"], start, scanner.index)
                isOperand = false
            }
        }
        scanner.index = min(scanner.index, scanner.count)
    }

    /// Brackets are closed on their line, unless the code ends there.
    private mutating func endExpression(_ open: [Int], _ end: Int) {
        guard let bracket = open.last,
            scanner.code[end...].contains(where: { !$0.isBlank && $0 != 0x0A })
        else { return }
        let name = Character(UnicodeScalar(scanner[bracket]))
        out.complain("'\(name)' is not closed on its line", bracket, bracket + 1)
    }

    private mutating func bracket() {
        let start = scanner.index
        scanner.index += 1
        let literal = "\"" + scanner.text(start..<start + 1) + "\""
        out.append(words[literal], start, scanner.index)
    }

    private mutating func skipComment() {
        let start = scanner.index
        scanner.skipLine()
        out.note(.lineComment, start, scanner.index)
    }

    /// - Returns: whether it is an operand.
    private mutating func word() -> Bool {
        let start = scanner.index
        while scanner.byte.isWordPart || scanner.byte >= 0x80
            || scanner.byte == UInt8(ascii: "#") && scanner.ahead(1).isWordPart
        {
            scanner.index += 1
        }
        let isNumber = scanner[start].isDigit
        out.append(words[isNumber ? "NUMBER" : "NAME"], start, scanner.index)
        return !["in", "is", "isnot"].contains(scanner.text(start..<scanner.index))
    }

    private mutating func string() {
        let start = scanner.index
        let quote = scanner.byte
        scanner.index += 1
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte == quote {
                scanner.index += 1
                guard quote == UInt8(ascii: "'"), scanner.byte == quote else {
                    let kind = words[quote == UInt8(ascii: "'") ? "CHAR" : "STRING"]
                    return out.append(kind, start, scanner.index)
                }
                scanner.index += 1
            } else if byte == 0x0A {
                guard let next = continuation() else { break }
                scanner.index = next
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""),
                scanner.ahead(1) != 0x0A
            {
                scanner.index += 2
            } else {
                scanner.index += 1
            }
        }
        scanner.index = min(scanner.index, scanner.count)
        out.complain("the string is not closed", start, scanner.index)
    }
}
