/// Classes of bytes that all tokenizers share.
extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let backslash = UInt8(ascii: "\\")
    static let space = UInt8(ascii: " ")
    static let dollar = UInt8(ascii: "$")
    static let hash = UInt8(ascii: "#")

    /// A space, a tab or a CR.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

    /// A blank or LF.
    var isSpace: Bool { isBlank || self == 0x0A }

    var isDigit: Bool { self &- 0x30 < 10 }

    var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    var isUpper: Bool { self &- 0x41 < 26 }

    /// A letter, `_` or a byte of a non-ASCII character.
    var isNameStart: Bool { isLetter || self == 0x5F || self >= 0x80 }

    var isNamePart: Bool { isNameStart || isDigit }
}
