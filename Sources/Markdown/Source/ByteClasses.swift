/// Classes of ASCII characters in Markdown's grammar.
extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")
    static let asterisk = UInt8(ascii: "*")
    static let underscore = UInt8(ascii: "_")
    static let tilde = UInt8(ascii: "~")
    static let backtick = UInt8(ascii: "`")
    static let backslash = UInt8(ascii: "\\")
    static let pipe = UInt8(ascii: "|")
    static let colon = UInt8(ascii: ":")
    static let hyphen = UInt8(ascii: "-")
    static let period = UInt8(ascii: ".")
    static let at = UInt8(ascii: "@")
    static let ampersand = UInt8(ascii: "&")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let hash = UInt8(ascii: "#")
    static let exclamation = UInt8(ascii: "!")
    static let caret = UInt8(ascii: "^")
    static let slash = UInt8(ascii: "/")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let equals = UInt8(ascii: "=")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let dollar = UInt8(ascii: "$")
    static let percent = UInt8(ascii: "%")

    /// Space or tab.
    var isBlank: Bool { self == .space || self == .tab }

    /// LF or CR.
    var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }

    /// White space as HTML and CommonMark see it in ASCII.
    var isSpace: Bool { isBlank || (self >= 0x0A && self <= 0x0D) }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// The letter in lower case; any other byte unchanged.
    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

/// Scalars in UTF-8 bytes, also if the bytes are not valid: each invalid byte reads as U+FFFD.
extension [UInt8] {
    /// The scalar that begins at `i`, which must be a valid index.
    func scalar(at i: Int) -> Unicode.Scalar {
        let first = self[i]
        if first < 0x80 { return Unicode.Scalar(first) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, first < 0xF5, i + length <= count else { return "\u{FFFD}" }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for k in 1..<length {
            guard self[i + k] & 0xC0 == 0x80 else { return "\u{FFFD}" }
            value = value << 6 | UInt32(self[i + k] & 0x3F)
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The scalar that ends before `i` and where it begins; nil at or before `lower`.
    func scalar(before i: Int, from lower: Int) -> (scalar: Unicode.Scalar, start: Int)? {
        guard i > lower else { return nil }
        var start = i - 1
        while start > lower, i - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(at: start), start)
    }

    /// Whether `pattern` is at `i`, within `end`.
    func has(_ pattern: StaticString, at i: Int, before end: Int) -> Bool {
        let length = pattern.utf8CodeUnitCount
        guard i >= 0, i + length <= end else { return false }
        return pattern.withUTF8Buffer { text in
            for k in 0..<length where self[i + k] != text[k] { return false }
            return true
        }
    }

    /// The first occurrence of `pattern`, which is not empty, in `range`. O(range).
    func firstIndex(of pattern: [UInt8], in range: Range<Int>) -> Int? {
        guard let first = pattern.first else { return nil }
        let span = span
        var i = range.lowerBound
        let last = range.upperBound - pattern.count
        while i <= last {
            if span[i] == first {
                var k = 1
                while k < pattern.count, span[i + k] == pattern[k] { k += 1 }
                if k == pattern.count { return i }
            }
            i += 1
        }
        return nil
    }

    /// `range` without the blanks and line ends at both sides.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isSpace { lower += 1 }
        while upper > lower, self[upper - 1].isSpace { upper -= 1 }
        return lower..<upper
    }
}
