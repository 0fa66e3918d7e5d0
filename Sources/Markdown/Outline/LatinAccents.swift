import Foundation

/// Removes what Hexo takes for accents from Latin letters.
enum LatinAccents {
    /// `é` gives `e`, `Æ` gives `AE`, `ø` gives `o`; everything that is not Latin stays.
    static func removed(from scalar: Unicode.Scalar) -> String {
        guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value)
        else { return String(scalar) }
        if let letters = ligatures[scalar] { return letters }
        // The canonical decomposition begins with the bare letter.
        let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        return parts.first.map { String($0) } ?? ""
    }

    /// Letters without a decomposition.
    private static let ligatures: [Unicode.Scalar: String] = [
        "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d",
        "Ħ": "H", "ħ": "h", "Ł": "L", "ł": "l", "Ŧ": "T", "ŧ": "t", "ı": "i", "ß": "s",
    ]
}
