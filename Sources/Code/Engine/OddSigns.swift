/// Signs of other keyboards and of typesetting that are pasted into code, with what they should be.
enum OddSigns {
    /// The sign that a character looks like; nil for one that looks like none of ASCII.
    static func plain(_ value: UInt32) -> String? {
        switch value {
        // Full-width forms: U+FF01 is `!`.
        case 0xFF01...0xFF5E: return String(UnicodeScalar(UInt8(value - 0xFF01 + 0x21)))
        case 0x2018, 0x2019: return "'"
        case 0x201C, 0x201D: return "\""
        case 0x2032, 0x00B4: return "'"
        case 0x2033: return "\""
        case 0x2013, 0x2014, 0x2212: return "-"
        case 0x223C: return "~"
        case 0x2227: return "^"
        case 0x2217: return "*"
        case 0x2215: return "/"
        case 0x2236: return ":"
        case 0x3001: return ","
        case 0x3002: return "."
        case 0x3010: return "["
        case 0x3011: return "]"
        case 0x3000, 0x00A0, 0x2002, 0x2003, 0x2009, 0x202F: return " "
        case 0x00D7: return "*"
        default: return nil
        }
    }

    /// What a character that no language takes is called: `'；' (U+FF1B)`.
    static func name(_ scanner: Scanner, _ range: Range<Int>) -> String {
        let value = scanner.scalar(at: range.lowerBound).value
        let code = String(value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        if value < 0x20 || value == 0x7F { return "the control character \(number)" }
        if value < 0x80 { return "'\(scanner.text(range))'" }
        switch value {
        case 0x3000, 0x00A0, 0x2000...0x200F, 0x202F: return "the blank \(number)"
        default: return "'\(scanner.text(range))' (\(number))"
        }
    }
}

extension Scanner {
    /// Moves past bytes that are no token of a language, and says what they are.
    ///
    /// - Parameter lineComment: what begins a comment in the language, for those who write `#`; nil
    ///   where none ends at its line's end.
    mutating func skipUnknown(
        into tokens: inout Tokens, language: String, lineComment: String? = "//"
    ) {
        let start = index
        if let lineComment, byte == UInt8(ascii: "#"), ahead(1).isBlank {
            index += 1
            return tokens.complain(
                "a comment of \(language) does not begin with '#'", start, index,
                replacement: lineComment)
        }
        skipCharacter()
        let plain = OddSigns.plain(scalar(at: start).value)
        let name = OddSigns.name(self, start..<index)
        let message =
            plain.map { "\(name) is not '\($0)'" } ?? "\(name) means nothing in \(language)"
        tokens.complain(message, start, index, replacement: plain, isForeign: plain == nil)
    }
}
