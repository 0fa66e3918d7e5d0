/// Classes of bytes that all lexers share.
extension UInt8 {
    /// A letter or `_`.
    @inline(__always) var isWordStart: Bool { isLetter || self == 0x5F }
    @inline(__always) var isWordPart: Bool { isWordStart || isDigit }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// A space, a tab, a form feed or a CR.
    @inline(__always) var isBlank: Bool {
        self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0C
    }
}
