/// Characters and classes of ASCII, by the byte that UTF-8 has for them. Every other byte is of no class.
extension UInt8 {
    @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var asterisk: UInt8 { UInt8(ascii: "*") }
    @inlinable package static var underscore: UInt8 { UInt8(ascii: "_") }
    @inlinable package static var tilde: UInt8 { UInt8(ascii: "~") }
    @inlinable package static var backtick: UInt8 { UInt8(ascii: "`") }
    @inlinable package static var backslash: UInt8 { UInt8(ascii: "\\") }
    @inlinable package static var pipe: UInt8 { UInt8(ascii: "|") }
    @inlinable package static var colon: UInt8 { UInt8(ascii: ":") }
    @inlinable package static var hyphen: UInt8 { UInt8(ascii: "-") }
    @inlinable package static var period: UInt8 { UInt8(ascii: ".") }
    @inlinable package static var at: UInt8 { UInt8(ascii: "@") }
    @inlinable package static var ampersand: UInt8 { UInt8(ascii: "&") }
    @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
    @inlinable package static var semicolon: UInt8 { UInt8(ascii: ";") }
    @inlinable package static var hash: UInt8 { UInt8(ascii: "#") }
    @inlinable package static var exclamation: UInt8 { UInt8(ascii: "!") }
    @inlinable package static var caret: UInt8 { UInt8(ascii: "^") }
    @inlinable package static var slash: UInt8 { UInt8(ascii: "/") }
    @inlinable package static var quote: UInt8 { UInt8(ascii: "\"") }
    @inlinable package static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inlinable package static var less: UInt8 { UInt8(ascii: "<") }
    @inlinable package static var greater: UInt8 { UInt8(ascii: ">") }
    @inlinable package static var equals: UInt8 { UInt8(ascii: "=") }
    @inlinable package static var openBracket: UInt8 { UInt8(ascii: "[") }
    @inlinable package static var closeBracket: UInt8 { UInt8(ascii: "]") }
    @inlinable package static var openParenthesis: UInt8 { UInt8(ascii: "(") }
    @inlinable package static var closeParenthesis: UInt8 { UInt8(ascii: ")") }
    @inlinable package static var openBrace: UInt8 { UInt8(ascii: "{") }
    @inlinable package static var closeBrace: UInt8 { UInt8(ascii: "}") }
    @inlinable package static var dollar: UInt8 { UInt8(ascii: "$") }
    @inlinable package static var percent: UInt8 { UInt8(ascii: "%") }

    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

    /// In either case.
    @inlinable package var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

    @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inlinable package var isUpper: Bool { self &- 0x41 < 26 }

    @inlinable package var isLower: Bool { self &- 0x61 < 26 }

    @inlinable package var isLetterOrDigit: Bool { isLetter || isDigit }

    /// LF or CR.
    @inlinable package var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }

    /// White space of ASCII: space, tab, LF, VT, FF, CR.
    @inlinable package var isSpace: Bool { self == .space || self &- 0x09 < 5 }

    /// White space as HTML sees it: without the vertical tab.
    @inlinable package var isHTMLSpace: Bool { isSpace && self != 0x0B }

    /// A letter in lower case; every other byte as it is.
    @inlinable package var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}
