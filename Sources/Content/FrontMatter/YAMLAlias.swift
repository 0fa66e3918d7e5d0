/// Finds `*name` that repeats an `&name`, without parsing.
///
/// Quotes and blocks of text are not told apart: what looks like both counts, since one alias that
/// is missed can cost seconds. None of 1,625 real front matters has both.
enum YAMLAlias {
    struct Finding: Equatable {
        let name: String
        let place: Range<Int>
    }

    /// The first alias whose anchor stands anywhere in the text; O(bytes).
    static func first(in bytes: [UInt8], _ text: Range<Int>) -> Finding? {
        var anchors: Set<String> = []
        var aliases: [Finding] = []
        for index in text where bytes[index] == UInt8(ascii: "&") || bytes[index] == star {
            guard isNodeStart(bytes, index, text) else { continue }
            let name = bytes[(index + 1)..<text.upperBound].prefix(while: isNameByte)
            if name.isEmpty { continue }
            let string = String(decoding: name, as: UTF8.self)
            if bytes[index] == star {
                aliases.append(Finding(name: string, place: index..<name.endIndex))
            } else {
                anchors.insert(string)
            }
        }
        return aliases.first { anchors.contains($0.name) }
    }

    private static let star = UInt8(ascii: "*")

    private static func isNodeStart(_ bytes: [UInt8], _ index: Int, _ text: Range<Int>) -> Bool {
        guard index > text.lowerBound else { return true }
        let before = bytes[index - 1]
        // From 0x80 on it may be one of the Unicode line breaks that libyaml knows, or a BOM.
        return before <= 0x20 || before >= 0x80 || "[{,:-?\"'".utf8.contains(before)
    }

    /// As libyaml has it: letters, digits, `_` and `-`.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
