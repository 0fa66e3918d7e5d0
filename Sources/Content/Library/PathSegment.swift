import Addresses
import Foundation
import Text

/// One part of an address between two `/`, and what may be wrong with it.
package enum PathSegment {
    /// Why a segment cannot stand in an address, or not everywhere.
    package enum Flaw: Sendable, Hashable {
        case empty
        /// `.` or `..`, which lead elsewhere.
        case dots
        /// U+0000, which no file name can hold.
        case nul
        /// Over 255 bytes, the longest name that common file systems take.
        case tooLong
        /// A name that Windows keeps for a device (`aux`, `com1.txt`) or cannot write (`a.`):
        /// harmless until somebody checks the output out there.
        case reservedOnWindows

        /// Whether the address is impossible, rather than unwise.
        package var isError: Bool { self != .reservedOnWindows }
    }

    /// A name as a segment: NFC, Unicode and case kept, each run of white space one `-`, none at
    /// the ends: `Go 语言  入门` gives `Go-语言-入门`.
    package static func segment(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        if isPlain { return name }
        return name.nfc.unicodeScalars
            .split { $0.properties.isWhitespace }
            .map { String($0) }
            .joined(separator: "-")
    }

    /// A title as one segment: punctuation and spaces become single `-`, none at the ends, NFC.
    ///
    /// `Go：入门 (1)` gives `Go-入门-1`; a title of punctuation alone gives the empty text.
    package static func ofTitle(_ title: String) -> String {
        // URLPath brings it to NFC; the `/` that it adds is punctuation too.
        URLPath(title).string.unicodeScalars
            .split { scalar in
                scalar.isUnicodePunctuation && !scalar.isEmojiPresentation
                    || scalar.properties.isWhitespace || scalar.value < 0x20
            }
            .map { String($0) }
            .joined(separator: "-")
    }

    /// The first thing wrong with a segment; nil: nothing.
    package static func flaw(_ segment: String) -> Flaw? {
        if segment.isEmpty { return .empty }
        if segment == "." || segment == ".." { return .dots }
        if segment.utf8.contains(0) { return .nul }
        if segment.utf8.count > 255 { return .tooLong }
        return isReservedOnWindows(segment) ? .reservedOnWindows : nil
    }

    /// Microsoft, "Naming Files, Paths, and Namespaces": devices in any case and with any
    /// extension, and names that end in a full stop or a space.
    private static func isReservedOnWindows(_ segment: String) -> Bool {
        if segment.hasSuffix(".") || segment.hasSuffix(" ") { return true }
        let stem = segment.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        guard stem.hasPrefix("COM") || stem.hasPrefix("LPT") else { return false }
        return ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"]
            .contains(String(stem.dropFirst(3)))
    }
}
