/// Classes of bytes in program text, for the checkers in the process.
extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")

    /// A space, tab or carriage return.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

    /// Whether a name may begin with it: a letter, `_`, `$`, or any byte of a non-ASCII character.
    var isNameStart: Bool {
        (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self == 0x5F || self == 0x24
            || self >= 0x80
    }

    /// A letter or a digit of ASCII.
    var isASCIILetterOrDigit: Bool {
        (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || isDigit
    }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// `(`, `[` or `{`.
    var opensBracket: Bool { self == 0x28 || self == 0x5B || self == 0x7B }

    /// `)`, `]` or `}`.
    var closesBracket: Bool { self == 0x29 || self == 0x5D || self == 0x7D }

    /// A byte of a name or a number.
    var isWord: Bool { isNameStart || isDigit }
}
