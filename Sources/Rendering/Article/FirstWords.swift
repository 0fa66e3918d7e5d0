import Markdown
import Text

/// The beginning of a text as one line, for machines: a description where its author gave none.
enum FirstWords {
    /// At most so many characters.
    private static let most = 120

    /// Of the first paragraph; empty without one. O(characters that are taken) for ASCII and
    /// Chinese, else O(paragraph).
    static func of(_ document: Document) -> String {
        let tree = document.tree
        guard let first = tree.children(of: Tree.root).first(where: { tree[$0].kind == .paragraph })
        else { return "" }
        let text = tree.plainBytes(of: first)
        return plain(text) ?? any(text)
    }

    /// nil where a character of the beginning may be of several scalars, or is not known to be one.
    static func plain(_ text: [UInt8]) -> String? {
        var line: [UInt8] = []
        var count = 0
        var cut = 0
        var isApart = false
        var i = 0
        while i < text.count {
            let byte = text[i]
            var width = 1
            switch byte {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                isApart = true
                i += 1
                continue
            case 0x21...0x7E: break
            case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80 && isMark(text[i + 2]),
                0xE3 where i + 2 < text.count && text[i + 1] == 0x80 && isBracket(text[i + 2]),
                0xE4...0xE9 where i + 2 < text.count,
                0xEF where i + 2 < text.count && text[i + 1] == 0xBC:
                // Dashes, quotes and dots; `、。「」`; Han from U+4000; `，：（）`.
                width = 3
            default: return nil
            }
            if isApart, !line.isEmpty {
                line.append(0x20)
                count += 1
                if count == most - 1 { cut = line.count }
                if count > most { break }
            }
            isApart = false
            line += text[i..<i + width]
            i += width
            count += 1
            if count == most - 1 { cut = line.count }
            if count > most { break }
        }
        if count <= most { return String(decoding: line, as: UTF8.self) }
        return String(decoding: line[..<cut], as: UTF8.self) + "…"
    }

    /// The last byte of U+2010 to U+2027.
    private static func isMark(_ byte: UInt8) -> Bool { (0x90...0xA7).contains(byte) }

    /// The last byte of U+3001 to U+3003 and U+3008 to U+3011.
    private static func isBracket(_ byte: UInt8) -> Bool {
        (0x81...0x83).contains(byte) || (0x88...0x91).contains(byte)
    }

    static func any(_ text: [UInt8]) -> String {
        let text = onOneLine(String(decoding: text, as: UTF8.self))
        guard text.utf8.count > most,
            let end = text.index(
                text.startIndex, offsetBy: most, limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        return text[..<text.index(before: end)] + "…"
    }

    /// `a\n  b` gives `a b`; of a very long text its beginning.
    private static func onOneLine(_ text: String) -> String {
        var line: [UInt8] = []
        var isApart = false
        for scalar in text.unicodeScalars {
            if line.count >= 4096 { break }
            if scalar.isUnicodeWhitespace {
                isApart = true
                continue
            }
            if isApart, !line.isEmpty { line.append(0x20) }
            isApart = false
            line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return String(decoding: line, as: UTF8.self)
    }
}
