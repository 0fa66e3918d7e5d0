import Text

/// Classes of bytes that all lexers share, in addition to those of ASCII.
extension UInt8 {
    /// A letter or `_`.
    @inline(__always) var isWordStart: Bool { isLetter || self == 0x5F }
    @inline(__always) var isWordPart: Bool { isWordStart || isDigit }
    /// A space, a tab, a form feed or a CR.
    @inline(__always) var isBlank: Bool {
        self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0C
    }
}
