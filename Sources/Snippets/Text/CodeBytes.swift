import Text

/// Bytes of program text, as the checkers in the process tell them apart.
extension UInt8 {
    /// A space, tab or carriage return.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

    /// Whether a name may begin with it: a letter, `_`, `$`, or any byte of a non-ASCII character.
    var isNameStart: Bool {
        isLetter || self == 0x5F || self == 0x24 || self >= 0x80
    }

    /// `(`, `[` or `{`.
    var opensBracket: Bool { self == 0x28 || self == 0x5B || self == 0x7B }

    /// `)`, `]` or `}`.
    var closesBracket: Bool { self == 0x29 || self == 0x5D || self == 0x7D }

    /// A byte of a name or a number.
    var isWord: Bool { isNameStart || isDigit }
}
