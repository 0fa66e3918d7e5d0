/// A line `key: value` of front matter as people write it, right or wrong: `title:x`, `title： x`,
/// `"title": x` and `title = x` are such lines too.
struct HeadLine {
    enum Mark {
        case colon
        /// U+FF1A, which Chinese input methods write.
        case wideColon
        case equals
    }

    /// White space before the key.
    let indentation: Range<Int>
    /// Without quotes.
    let name: Range<Int>
    let mark: Mark
    /// The mark with the white space around it.
    let separator: Range<Int>
    /// Trimmed; empty without a value.
    let value: Range<Int>
    /// Whether white space or nothing follows the mark, as YAML requires.
    let isSpaced: Bool
    private let bytes: [UInt8]

    /// nil for a line that does not begin with a name of ASCII letters, digits, `_` and `-` and one
    /// of these marks. O(line).
    init?(_ bytes: [UInt8], _ line: Range<Int>) {
        let content = LeadIn.trimmed(bytes, line)
        var index = content.lowerBound
        let quote =
            index < content.upperBound && "\"'".utf8.contains(bytes[index]) ? bytes[index] : nil
        if quote != nil { index += 1 }
        let start = index
        while index < content.upperBound, Self.isName(bytes[index]) { index += 1 }
        let name = start..<index
        guard let first = bytes[name].first, first != UInt8(ascii: "-") else { return nil }
        if let quote {
            guard index < content.upperBound, bytes[index] == quote else { return nil }
            index += 1
        }
        let end = index
        while index < content.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 {
            index += 1
        }
        let rest = bytes[index..<content.upperBound]
        if rest.first == UInt8(ascii: ":") {
            (mark, index) = (.colon, index + 1)
        } else if rest.first == UInt8(ascii: "=") {
            (mark, index) = (.equals, index + 1)
        } else if rest.starts(with: "：".utf8) {
            (mark, index) = (.wideColon, index + 3)
        } else {
            return nil
        }
        value = LeadIn.trimmed(bytes, index..<content.upperBound)
        separator = end..<value.lowerBound
        isSpaced = value.isEmpty || value.lowerBound > index
        indentation = line.lowerBound..<content.lowerBound
        self.name = name
        self.bytes = bytes
    }

    var key: String { String(decoding: bytes[name], as: UTF8.self) }

    /// Whether blogs use the key, in any case.
    var isKnown: Bool { HeadKeys.isInUse(key) }

    /// Whether blogs use the key in exactly this case, unlike prose that begins with `Summary: `.
    var isCertain: Bool {
        let key = key
        return HeadKeys.isInUse(key) && (HeadKeys.names[key] != nil || key == key.lowercased())
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
