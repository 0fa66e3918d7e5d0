import Addresses
import Foundation
import Text

/// One part of an address between two `/`, and its possible flaws.
package enum PathSegment {
    /// Why a segment is not allowed in an address, or not everywhere.
    package enum Flaw: Sendable, Hashable {
        case empty
        /// `.` or `..`, which lead elsewhere.
        case dots
        /// A control character: U+0000, which no file name can hold, or one that breaks lists of
        /// files.
        case control
        /// Over 255 bytes, the longest name that common file systems take.
        case tooLong
        /// Of a whole path: over ``longestPath`` bytes.
        case longPath
        /// Invalid on Windows: harmless until somebody checks the output out there.
        case onWindows(WindowsFlaw)

        /// Whether the address is impossible, rather than inadvisable.
        package var isError: Bool {
            if case .onWindows = self { false } else { true }
        }
    }

    /// The limit for a whole path in bytes. Systems accept 1,024 to 4,096 including the folder of
    /// the output, and a page that cannot be written would stop the build.
    package static let longestPath = 900

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

    /// The name of a tag, a category or a series as one segment: like ``segment(_:)``, but with a
    /// hyphen doubled and a slash as `~`, so that different names have different segments.
    ///
    /// `A B` gives `A-B`, `A-B` gives `A--B`, `CI/CD` gives `CI~CD`; `C++`, `C#` and `.NET` stay.
    package static func ofTerm(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "/")
        }
        if isPlain { return name }
        return name.nfc.unicodeScalars
            .split { $0.properties.isWhitespace }
            .map { String($0).replacing("-", with: "--").replacing("/", with: "~") }
            .joined(separator: "-")
    }

    /// A title as one segment, NFC: punctuation and spaces become single `-`, none at the ends,
    /// except signs that belong to a word (``sign(at:in:behindWord:)``), which are written as in a
    /// term.
    ///
    /// `Go：入门 (1)` gives `Go-入门-1`, `C++ 与 .NET` gives `C++-与-.NET`, `CI/CD` gives `CI~CD`; a title
    /// of punctuation alone gives the empty text.
    package static func ofTitle(_ title: String) -> String {
        let scalars = Array(title.nfc.unicodeScalars)
        var out = ""
        var hasGap = false
        for (index, scalar) in scalars.enumerated() {
            let isBehindWord = !hasGap && !out.isEmpty
            let kept =
                scalar.isOfWord
                ? String(scalar) : sign(at: index, in: scalars, behindWord: isBehindWord)
            guard let kept else {
                hasGap = true
                continue
            }
            if hasGap, !out.isEmpty { out += "-" }
            hasGap = false
            out += kept
        }
        return out
    }

    /// The replacement of a title's sign; nil: it separates words like a space.
    ///
    /// `+` and `#` at the end of a word, `.` before a letter or digit, and `- / & _ @ =` between
    /// two of them: `C++`, `F#`, `.NET`, `Node.js`, `Q&A`.
    private static func sign(
        at index: Int, in scalars: [Unicode.Scalar], behindWord: Bool
    ) -> String? {
        let isBeforeWord = index + 1 < scalars.count && scalars[index + 1].isOfWord
        switch scalars[index] {
        case "+", "#": return behindWord ? String(scalars[index]) : nil
        case ".":
            let isFirst = index == 0 || scalars[index - 1] != "."
            return isBeforeWord && isFirst ? "." : nil
        case "-": return behindWord && isBeforeWord ? "--" : nil
        case "/": return behindWord && isBeforeWord ? "~" : nil
        case "&", "_", "@", "=":
            return behindWord && isBeforeWord ? String(scalars[index]) : nil
        default: return nil
        }
    }

    /// The first flaw of a segment; nil: valid.
    package static func flaw(_ segment: String) -> Flaw? {
        if segment.isEmpty { return .empty }
        if segment == "." || segment == ".." { return .dots }
        if segment.hasControlCharacter { return .control }
        if segment.utf8.count > 255 { return .tooLong }
        return WindowsFlaw(of: segment).map { .onWindows($0) }
    }
}

extension Unicode.Scalar {
    /// Whether a title's address keeps it: anything but punctuation, white space and control
    /// characters.
    fileprivate var isOfWord: Bool {
        (!isUnicodePunctuation || isEmojiPresentation) && !properties.isWhitespace && value >= 0x20
    }
}
