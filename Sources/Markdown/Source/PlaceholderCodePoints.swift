import Text

/// Placeholder code points: private-use characters that a source does not hold, for marks that are
/// inserted before libcmark parses it and removed from the tree afterwards.
struct PlaceholderCodePoints: Sendable {
    enum Role: UInt8, CaseIterable {
        /// Around a run of `**` beside CJK text, as a character reference.
        case emphasis
        /// After an escaped character that must not be read as markup of the dialect.
        case barrier
        /// Around the number of a footnote's definition.
        case footnote
        /// Around a table's cell; the first cell of a table and of a further row have their own.
        case cell
        case table
        case row
        /// Around `_` in a bare address.
        case address
        /// Before a character reference in a bare address.
        case reference
        /// Around the number of a formula or a template tag.
        case verbatim
        /// In place of each further line of such a span.
        case continuation

        /// Whether it stays in texts for folding on the tree.
        var staysForFolding: Bool { self == .barrier || self == .reference }
    }

    /// The first of sixteen scalars, a multiple of 16.
    private let base: UInt32

    /// The first block of the private-use area (U+E000–F8FF) without a scalar in the source,
    /// neither in UTF-8 nor as a character reference; nil where every block is taken. O(bytes).
    init?(absentFrom source: ArraySlice<UInt8>) {
        var taken = [Bool](repeating: false, count: 400)
        func take(_ scalar: UInt32) {
            if scalar >= 0xE000, scalar < 0xE000 + 6_400 { taken[Int(scalar - 0xE000) / 16] = true }
        }
        source.withUnsafeBytes { bytes in
            // The area has two first bytes in UTF-8; the second, which full-width marks share, is
            // searched only if the whole range of the first is taken.
            func takeAll(behind lead: UInt8) {
                var next = 0
                while let i = bytes.index(of: lead, from: next), i + 2 < bytes.count {
                    take(
                        UInt32(lead & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6
                            | UInt32(bytes[i + 2] & 0x3F))
                    next = i + 1
                }
            }
            takeAll(behind: 0xEE)
            var next = 0
            while let i = bytes.index(of: .ampersand, from: next), i + 2 < bytes.count {
                if bytes[i + 1] == .hash { take(Self.reference(in: bytes, at: i + 2)) }
                next = i + 1
            }
            if !taken[..<256].contains(false) { takeAll(behind: 0xEF) }
        }
        guard let free = taken.firstIndex(of: false) else { return nil }
        base = 0xE000 + UInt32(free) * 16
    }

    /// The value of a numeric character reference whose digits, or `x`, begin at `i`.
    private static func reference(in span: UnsafeRawBufferPointer, at start: Int) -> UInt32 {
        var i = start
        var value: UInt32 = 0
        let isHex = span[i] | 0x20 == UInt8(ascii: "x")
        if isHex { i += 1 }
        while i < span.count, value < 0x11_0000 {
            let digit = span[i] | 0x20
            if span[i].isDigit {
                value = value * (isHex ? 16 : 10) + UInt32(span[i] - 0x30)
            } else if isHex, digit >= 0x61, digit <= 0x66 {
                value = value * 16 + UInt32(digit - 0x57)
            } else {
                break
            }
            i += 1
        }
        return value
    }

    /// The UTF-8 of a placeholder: three bytes, which differ between roles only in the last.
    func utf8(_ role: Role) -> [UInt8] {
        let scalar = base + UInt32(role.rawValue)
        return [
            0xE0 | UInt8(scalar >> 12), 0x80 | UInt8(scalar >> 6 & 0x3F),
            0x80 | UInt8(scalar & 0x3F),
        ]
    }

    /// `&#57344;`: libcmark takes its ends for punctuation, and its value for a character.
    var reference: [UInt8] {
        Array("&#\(base + UInt32(Role.emphasis.rawValue));".utf8)
    }

    /// The role of the placeholder at `i`, if there is one.
    func role(in bytes: [UInt8], at i: Int, before end: Int) -> Role? {
        guard i + 2 < end, bytes[i] == 0xE0 | UInt8(base >> 12),
            bytes[i + 1] == 0x80 | UInt8(base >> 6 & 0x3F)
        else { return nil }
        let first = 0x80 | UInt8(base & 0x3F)
        guard bytes[i + 2] >= first else { return nil }
        return Role(rawValue: bytes[i + 2] - first)
    }
}
