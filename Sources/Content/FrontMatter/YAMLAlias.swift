/// Finds `&name` and the `*name` that repeat it, without parsing.
///
/// It does not recognize quotes and blocks of text: anything that looks like an anchor or alias
/// counts, because a missed one can cost seconds.
struct YAMLAlias {
    /// The aliases that repeat an anchor, each with its place.
    let used: [(name: String, place: Range<Int>)]
    /// The alias for which front matter is refused: one of too many, or part of a key. Yams hashes
    /// keys, which took 2.5 s for 340 bytes of nested aliases.
    let refused: (name: String, place: Range<Int>)?

    /// How many aliases are allowed; of 27,311 texts none has more than six.
    private static let mostAliases = 256
    /// Values may be nested that many times, and are released recursively.
    private static let mostAnchors = 64

    /// O(bytes).
    init(_ bytes: [UInt8], _ text: Range<Int>) {
        var anchors: Set<String> = []
        var anchorCount = 0
        var aliases: [(name: String, place: Range<Int>)] = []
        for index in text where bytes[index] == UInt8(ascii: "&") || bytes[index] == Self.star {
            guard Self.isNodeStart(bytes, index, text) else { continue }
            let name = bytes[(index + 1)..<text.upperBound].prefix(while: Self.isNameByte)
            if name.isEmpty { continue }
            let string = String(decoding: name, as: UTF8.self)
            if bytes[index] == Self.star {
                aliases.append((string, index..<name.endIndex))
            } else {
                anchors.insert(string)
                anchorCount += 1
            }
        }
        used = aliases.filter { anchors.contains($0.name) }
        if used.count > Self.mostAliases || anchorCount > Self.mostAnchors {
            refused = used.last
        } else {
            refused = used.isEmpty ? nil : Self.inKey(used, bytes, text)
        }
    }

    private static let star = UInt8(ascii: "*")

    private static func isNodeStart(_ bytes: [UInt8], _ index: Int, _ text: Range<Int>) -> Bool {
        guard index > text.lowerBound else { return true }
        let before = bytes[index - 1]
        // From 0x80 on it may be one of the Unicode line breaks that libyaml knows, or a BOM.
        return before <= 0x20 || before >= 0x80 || "[{,:-?\"'".utf8.contains(before)
    }

    /// As in libyaml: letters, digits, `_` and `-`.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// The first alias that is a key, or may be part of a list or table that is one: after `?`, or
    /// before `]:` and `}:` on its line, because such keys are on one line (YAML 1.1, section 9.3).
    private static func inKey(
        _ used: [(name: String, place: Range<Int>)], _ bytes: [UInt8], _ text: Range<Int>
    ) -> (name: String, place: Range<Int>)? {
        var last: UInt8 = 0x0A
        var line = text.lowerBound
        for index in text {
            let byte = bytes[index]
            let next = index + 1 < text.upperBound ? bytes[index + 1] : 0x0A
            if byte == UInt8(ascii: "?"), next <= 0x20, isNodeStart(bytes, index, text) {
                return used[0]
            }
            if byte == UInt8(ascii: ":"), last == UInt8(ascii: "]") || last == UInt8(ascii: "}"),
                let alias = used.first(where: { (line..<index).contains($0.place.lowerBound) })
            {
                return alias
            }
            if byte == 0x0A || byte == 0x0D { line = index + 1 }
            if byte > 0x20 { last = byte }
        }
        return used.first { alias in
            bytes[alias.place.upperBound..<text.upperBound].first { $0 > 0x20 }
                == UInt8(ascii: ":")
        }
    }
}
