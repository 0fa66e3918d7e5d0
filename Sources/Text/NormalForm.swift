import Foundation

extension String {
    /// The text in Unicode's normalization form C (UAX #15); `e` with U+0301 gives `é`.
    ///
    /// O(bytes) and without a copy for text whose scalars alone show that it is in that form:
    /// Latin-1, Chinese, Kana, their punctuation. Foundation converts the rest.
    package var nfc: String {
        unicodeScalars.allSatisfy(\.staysInNFC) ? self : precomposedStringWithCanonicalMapping
    }

    /// The text in quotes, followed by its normal form if `other` is the same text in another one,
    /// which looks the same to a reader: `'é' (decomposed, NFD)`.
    package func quoted(besides other: String) -> String {
        guard self == other, !utf8.elementsEqual(other.utf8) else { return "'\(self)'" }
        let form =
            if utf8.elementsEqual(nfc.utf8) {
                "composed, NFC"
            } else if utf8.elementsEqual(decomposedStringWithCanonicalMapping.utf8) {
                "decomposed, NFD"
            } else {
                "neither NFC nor NFD"
            }
        return "'\(self)' (\(form))"
    }
}

extension Unicode.Scalar {
    /// Whether it neither decomposes permanently nor composes with the scalar before it.
    fileprivate var staysInNFC: Bool {
        switch value {
        case 0..<0x300, 0x2010...0x205E, 0x3000...0x3029, 0x3030...0x3098, 0x309D...0x9FFF,
            0xFF01...0xFF5E:
            true
        default: false
        }
    }
}
