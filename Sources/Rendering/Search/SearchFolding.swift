import Foundation
import Text

/// How characters are compared in a search: what a reader types and what an author wrote become the
/// same whatever their case, width or accents. `search.js` of the theme does the same to queries.
///
/// `Ｇｏ` and `GO` are `go`, `é` is `e`, `ﬁ` is `fi`, `ｶ` is `カ`.
enum SearchFolding {
    /// What a folded character is to an index.
    enum Part {
        /// Han, Kana or Hangul: found by pairs.
        case character
        /// A letter or digit of a word.
        case letter
        case separator
    }

    /// The compatibility composition (NFKC) of a scalar; below U+3000 without marks and in lower
    /// case. Empty for a mark. O(1), some µs: for what is neither ASCII nor plain Han.
    static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if (0x80..<0x80 + UInt32(table.count)).contains(scalar.value) {
            return table[Int(scalar.value) - 0x80]
        }
        return computed(scalar)
    }

    /// Latin, Greek, Cyrillic and Armenian, so that texts in them take no longer than others.
    private static let table: [[Unicode.Scalar]] = (0x80..<0x590).map { (value: UInt32) in
        Unicode.Scalar(value).map(computed) ?? []
    }

    private static func computed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let composed = String(scalar).precomposedStringWithCompatibilityMapping
        return composed.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            if scalar.value >= 0x3000 { return [scalar] }
            let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
            return parts.filter { !isMark($0) }.flatMap {
                Array($0.properties.lowercaseMapping.unicodeScalars).filter { !isMark($0) }
            }
        }
    }

    /// What a folded scalar is.
    static func part(of scalar: Unicode.Scalar) -> Part {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return scalar.isHan || scalar.isKana || scalar.isHangul ? .character : .letter
        default: return scalar == "_" ? .letter : .separator
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
