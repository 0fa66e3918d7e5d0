import Text

/// Classes of bytes that all tokenizers share, in addition to those of ASCII.
extension UInt8 {
    /// A space, a tab or a CR.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

    /// A blank or LF.
    var isSpace: Bool { isBlank || self == 0x0A }

    /// A letter, `_` or a byte of a character beyond ASCII.
    var isNameStart: Bool { isLetter || self == 0x5F || self >= 0x80 }

    var isNamePart: Bool { isNameStart || isDigit }
}
