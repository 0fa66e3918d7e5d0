import Foundation

extension String {
    /// The text in Unicode's normalisation form C (UAX #15); `e` with U+0301 gives `é`.
    ///
    /// O(bytes) and without a copy for what is in that form by its scalars alone: Latin-1, Chinese,
    /// Kana, their punctuation. Foundation is asked about the rest.
    package var nfc: String {
        unicodeScalars.allSatisfy(\.staysInNFC) ? self : precomposedStringWithCanonicalMapping
    }
}

extension Unicode.Scalar {
    /// Whether it neither decomposes for good nor composes with what stands before it.
    fileprivate var staysInNFC: Bool {
        switch value {
        case 0..<0x300, 0x2010...0x205E, 0x3000...0x3029, 0x3030...0x3098, 0x309D...0x9FFF,
            0xFF01...0xFF5E:
            true
        default: false
        }
    }
}
