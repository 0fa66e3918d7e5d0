// Strings of all four kinds (specification, section "String").
extension TOMLParser {
    /// Reads a string; the position is at its first quote.
    mutating func parseString(isKey: Bool) throws(TOMLProblem) -> TOMLNode.StringForm {
        let start = position
        let quote = current
        var form: TOMLNode.StringForm = quote == UInt8(ascii: "'") ? .literal : []
        if byte(at: start + 1) == quote, byte(at: start + 2) == quote {
            if isKey {
                throw TOMLProblem(
                    "a key has one quotation mark on either side, not three",
                    at: start..<(start + 3))
            }
            form.insert(.multiline)
        }
        position += form.contains(.multiline) ? 3 : 1
        while true {
            skipPlain(to: quote)
            let byte = current
            if byte == quote {
                if takeClosing(quote, form) { return form }
            } else if byte == UInt8(ascii: "\\"), !form.contains(.literal) {
                try takeEscape(isMultiline: form.contains(.multiline), string: start)
                form.insert(.escaped)
            } else if byte == UInt8(ascii: "\\") {
                position += 1
            } else if byte == 0x0A || byte == 0x0D && self.byte(at: position + 1) == 0x0A,
                form.contains(.multiline)
            {
                if byte == 0x0D { form.insert(.escaped) }
                position += byte == 0x0D ? 2 : 1
            } else if position == end || byte == 0x0A || byte == 0x0D {
                throw unclosedString(start, form)
            } else {
                throw controlCharacter(isEscapable: !form.contains(.literal))
            }
        }
    }

    /// Skips to the next quote, backslash or control character.
    private mutating func skipPlain(to quote: UInt8) {
        var index = position
        while index < end {
            let byte = bytes[index]
            if byte == quote || byte == UInt8(ascii: "\\") || !Self.isText(byte) { break }
            index += 1
        }
        position = index
    }

    /// Reads quotes; returns whether they close the string. Before closing `"""` two more quotes
    /// may be part of the text.
    private mutating func takeClosing(_ quote: UInt8, _ form: TOMLNode.StringForm) -> Bool {
        guard form.contains(.multiline) else {
            position += 1
            return true
        }
        var count = 0
        while count < 5, current == quote {
            position += 1
            count += 1
        }
        return count >= 3
    }

    private mutating func takeEscape(isMultiline: Bool, string: Int) throws(TOMLProblem) {
        let start = position
        position += 1
        switch current {
        case UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "f"),
            UInt8(ascii: "r"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            position += 1
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = current == UInt8(ascii: "u") ? 4 : 8
            position += 1
            let digits = bytes[position..<end].prefix(count).prefix(while: \.isHexDigit)
            guard digits.count == count, TOMLText.scalar(digits) != nil else {
                throw noCharacter(start..<digits.endIndex, count, string: string)
            }
            position = digits.endIndex
        case 0x20, 0x09, 0x0A, 0x0D:
            // At the end of a line it removes all white space up to the next character.
            guard isMultiline else { throw noEscape(start, string: string) }
            skipBlanks()
            guard current == 0x0A || current == 0x0D && byte(at: position + 1) == 0x0A else {
                throw noEscape(start, string: string)
            }
            while current == 0x20 || current == 0x09 || current == 0x0A
                || current == 0x0D && byte(at: position + 1) == 0x0A
            {
                position += 1
            }
        default: throw noEscape(start, string: string)
        }
    }

}
