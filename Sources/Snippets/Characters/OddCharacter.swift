/// A character that is not what it looks like: its kind, and what was probably meant.
struct OddCharacter: Hashable {
    enum Kind: Hashable, CaseIterable {
        /// U+200B and similar: invisible, but a part of the name that contains it.
        case zeroWidth
        /// U+202E and similar: the text is displayed in another order than it is read.
        case bidi
        case space
        case fullWidth
        case quote
        case dash
    }
    let kind: Kind
    /// The plain text; nil where that is not certain.
    let plain: String?

    private init(_ kind: Kind, _ plain: String?) {
        self.kind = kind
        self.plain = plain
    }

    /// Whether an odd character may begin with a byte, in any encoding: for quick scans that skip
    /// ASCII, most of Chinese and Japanese, and the further bytes of all characters.
    static func mayBegin(with byte: UInt8) -> Bool {
        switch byte {
        case 0xC2, 0xD8, 0xE0...0xE3, 0xEF...0xFF: true
        default: false
        }
    }

    /// nil for a character that is what it looks like. U+00B7 is one of those: Go's assembler has
    /// it in names.
    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0xAD, 0x180E, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: self.init(.zeroWidth, "")
        case 0x200E, 0x200F, 0x061C: self.init(.zeroWidth, "")
        // The embeddings, overrides and isolates of UAX 9; see CVE-2021-42574.
        case 0x202A...0x202E, 0x2066...0x2069: self.init(.bidi, "")
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self.init(.space, " ")
        case 0x2028, 0x2029, 0x85: self.init(.space, nil)
        case 0x2018, 0x2019, 0x201A, 0x201B: self.init(.quote, "'")
        case 0x201C, 0x201D, 0x201E, 0x201F: self.init(.quote, "\"")
        case 0x2010...0x2013, 0x2212: self.init(.dash, "-")
        case 0x2014, 0x2015: self.init(.dash, nil)
        case 0x3001: self.init(.fullWidth, ",")
        case 0x3002: self.init(.fullWidth, ".")
        case 0x3010: self.init(.fullWidth, "[")
        case 0x3011: self.init(.fullWidth, "]")
        // Only punctuation: letters and digits of this block are names that somebody chose.
        case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5E:
            self.init(.fullWidth, Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) })
        default: return nil
        }
    }
}
