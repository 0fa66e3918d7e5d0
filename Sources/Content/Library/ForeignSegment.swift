import Foundation
import Text

/// Names as segments of addresses in the way of other generators.
extension PathSegment {
    /// As Hexo's `slugize`: diacritics are removed, and each run of white space and ASCII punctuation
    /// becomes one `-`, none at the ends. `C++ 与 Node.js` gives `C-与-Node-js`.
    package static func ofHexo(_ name: String) -> String {
        var out = ""
        var hasGap = false
        for scalar in withoutDiacritics(name).unicodeScalars where scalar.value >= 0x20 {
            let isSign = scalar.isASCII && !isASCIIWord(scalar)
            if isSign || scalar.properties.isWhitespace {
                hasGap = true
                continue
            }
            if hasGap, !out.isEmpty { out += "-" }
            hasGap = false
            out.unicodeScalars.append(scalar)
        }
        return out
    }

    /// As Hugo's `urlize`, except for the case of letters: letters, digits and `. / \ _ # + ~ - @` stay,
    /// white space between them becomes `-`, all else is dropped. `Go v1.2：入门 (1)` gives
    /// `Go-v1.2入门-1`.
    package static func ofHugo(_ name: String) -> String {
        var out = ""
        var wantsHyphen = false
        var last: Unicode.Scalar?
        for scalar in name.nfc.unicodeScalars {
            if isKeptByHugo(scalar) {
                if wantsHyphen, scalar != "-" { out += "-" }
                wantsHyphen = false
                out.unicodeScalars.append(scalar)
                last = scalar
            } else if scalar.properties.isWhitespace, !out.isEmpty, last != "-" {
                wantsHyphen = true
            }
        }
        return out
    }

    /// As Jekyll's `slugify`: letters and digits in lower case, and between them one `-`.
    /// `C++ 与 Node.js` gives `c-与-node-js`.
    package static func ofJekyll(_ name: String) -> String {
        name.nfc.lowercased().unicodeScalars
            .split { !isLetterMarkOrDigit($0) }
            .map { String($0) }
            .joined(separator: "-")
    }

    private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    private static func isKeptByHugo(_ scalar: Unicode.Scalar) -> Bool {
        isLetterMarkOrDigit(scalar) || "./\\_#+~-@".unicodeScalars.contains(scalar)
    }

    private static func isLetterMarkOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    /// Latin letters without their marks: `é` gives `e`. Marks of other scripts stay.
    private static func withoutDiacritics(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 >= 0xC3 && $0 <= 0xCC }) else { return name.nfc }
        var out = String.UnicodeScalarView()
        for scalar in name.nfc.unicodeScalars {
            guard (0xC0...0x24F).contains(scalar.value),
                let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
            else {
                out.append(scalar)
                continue
            }
            out.append(base)
        }
        return String(out)
    }
}
