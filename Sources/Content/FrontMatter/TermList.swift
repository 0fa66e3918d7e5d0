import Addresses
import Diagnostics
import Text

/// A tag or category as written, and the several that it probably means.
///
/// Only signs that are hardly part of a name count: Chinese commas, semicolons and bars, a comma in
/// a name that is alone or has no quotes, hyphens of a list that YAML folded into one text,
/// brackets and quotation marks around a name.
struct TermList {
    /// nil if the name is one. One part: only its signs are wrong, as in `【Go】`.
    let parts: [String]?
    private let range: Range<Int>

    /// O(name) for nearly all names, which have no sign of such a list.
    ///
    /// - Parameters:
    ///   - isAlone: whether the entry has no other name.
    ///   - entry: the source of the name.
    ///   - bytes: of the file.
    init(_ name: String, isAlone: Bool, _ entry: RawEntry, _ bytes: [UInt8]) {
        guard Self.mayBeSeveral(name) else {
            (parts, range) = (nil, entry.place)
            return
        }
        let isScalar: Bool
        let isPlain: Bool
        switch entry.value {
        case .plain: (isScalar, isPlain) = (true, true)
        case .list(let items): (isScalar, isPlain) = (false, items.contains(.plain(name)))
        default: (isScalar, isPlain) = (true, false)
        }
        var parts = Self.parts(of: name, isScalar: isScalar, isAlone: isAlone, isPlain: isPlain)
        if parts == nil, isPlain, isScalar, isAlone, entry.key.lowercased() == "categories" {
            parts = Self.words(name)
        }
        let folded =
            parts == nil && isPlain
            ? Self.folded(name) ?? (isScalar ? Self.lines(name, below: entry.place, bytes) : nil)
            : nil
        let place =
            parts == nil && folded == nil ? nil : Self.place(of: name, after: entry.place, bytes)
        // A text in one line was not folded.
        self.parts = parts ?? (place == nil ? folded : nil)
        range = place ?? entry.place
    }

    func place(in file: SourcePath) -> Place { Place(file: file, range: range) }

    private static func parts(
        of name: String, isScalar: Bool, isAlone: Bool, isPlain: Bool
    ) -> [String]? {
        var text = name[...]
        let isUnwrapped = isScalar && unwrap(&text)
        var separators: Set<Character> = ["，", "、", "；", "|", "｜"]
        if isScalar || isAlone || isPlain { separators.formUnion([",", ";"]) }
        let written = text.split(whereSeparator: separators.contains)
            .map { LeadIn.trimmed(String($0)) }.filter { !$0.isEmpty }
        var parts = written.map(unquoted).filter { !$0.isEmpty }
        // Quotation marks from an input method.
        let isQuoted = parts != written
        if parts.count < 2, name.hasPrefix("-"), isPlain,
            name.utf8.dropFirst().first.map({ (0x30...0x39).contains($0) }) == false
        {
            parts = dashed(name)
            return parts.isEmpty ? nil : parts
        }
        if parts.count < 2, name.hasPrefix("#"), case let tags = hashed(name), tags.count > 1 {
            return tags
        }
        let hasSigns = isUnwrapped || isQuoted
        return parts.count > 1 || hasSigns && !parts.isEmpty ? parts : nil
    }

    /// Removes a pair of brackets around a text, or an unpaired one at an end.
    private static func unwrap(_ text: inout Substring) -> Bool {
        let pairs: [(Character, Character)] = [
            ("【", "】"), ("［", "］"), ("[", "]"), ("〔", "〕"), ("{", "}"),
        ]
        let whole = text
        let opens = pairs.contains { $0.0 == text.first }
        let closes = pairs.contains { $0.1 == text.last }
        if opens, closes {
            text = text.dropFirst().dropLast()
        } else if closes,
            !whole.dropLast().contains(where: { mark in pairs.contains { $0.0 == mark } })
        {
            text = text.dropLast()
        } else if opens,
            !whole.dropFirst().contains(where: { mark in pairs.contains { $0.1 == mark } })
        {
            text = text.dropFirst()
        } else if text.contains(where: { ",，、".contains($0) }),
            text.hasPrefix("(") && text.hasSuffix(")") || text.hasPrefix("（") && text.hasSuffix("）")
        {
            text = text.dropFirst().dropLast()
        } else {
            return false
        }
        return true
    }

    /// Without quotation marks around it: `“Go”`, `"Go"`.
    private static func unquoted(_ part: String) -> String {
        guard part.count > 1, let first = part.first, let last = part.last,
            "“”\"＂".contains(first) && "“”\"＂".contains(last)
                || "‘’'".contains(first) && "‘’'".contains(last)
        else { return part }
        return LeadIn.trimmed(String(part.dropFirst().dropLast()))
    }

    /// Whether a name has a sign of a list; O(name), false for nearly all names.
    static func mayBeSeveral(_ name: String) -> Bool { name.utf8.contains(where: mayDivide) }

    /// A space, or a byte that is, or begins, one of the signs.
    private static func mayDivide(_ byte: UInt8) -> Bool {
        byte == 0xE2 || byte == 0xE3 || byte == 0xEF
            || byte <= 0x2D && " ,-#\"'(".utf8.contains(byte)
            || byte >= 0x3B && byte <= 0x7D && ";|[]{}".utf8.contains(byte)
    }

    /// `-Go -Rust`: items without a space after the hyphen, which YAML joins into one text.
    private static func dashed(_ name: String) -> [String] {
        var parts: [String] = []
        for word in name.split(separator: " ") {
            if word.hasPrefix("-"), word.count > 1 {
                parts.append(String(word.dropFirst()))
            } else if let last = parts.popLast() {
                parts.append(last + " " + word)
            }
        }
        return parts.contains { $0.utf8.first == UInt8(ascii: "-") } ? [] : parts
    }

    private static func hashed(_ name: String) -> [String] {
        let words = name.split(separator: " ")
        return words.allSatisfy { $0.hasPrefix("#") && $0.count > 1 }
            ? words.map { String($0.dropFirst()) } : []
    }

    /// `Go - Rust` from two lines: an item that is indented more than the one above it.
    private static func folded(_ name: String) -> [String]? {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        let parts = words.split { $0 == "-" }.map { $0.joined(separator: " ") }
        return parts.count > 1 ? parts : nil
    }

    /// The lines below a key that YAML joins into one text.
    private static func lines(
        _ name: String, below key: Range<Int>, _ bytes: [UInt8]
    ) -> [String]? {
        guard name.utf8.contains(0x20) else { return nil }
        var position = FrontMatterBlock.line(in: bytes, at: key.upperBound).next
        var lines: [String] = []
        while position < bytes.count, lines.count < 64 {
            let (line, next) = FrontMatterBlock.line(in: bytes, at: position)
            guard let first = bytes[line].first, first == 0x20 || first == 0x09 else { break }
            lines.append(String(decoding: bytes[LeadIn.trimmed(bytes, line)], as: UTF8.self))
            position = next
        }
        return lines.count > 1 && lines.joined(separator: " ") == name ? lines : nil
    }

    /// `jekyll update`, which Jekyll reads as two categories: only lower-case Latin words.
    private static func words(_ name: String) -> [String]? {
        guard name.utf8.contains(0x20),
            name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x20 })
        else { return nil }
        return name.split(separator: " ").map(String.init)
    }

    /// The place of a name after its key, within the next 4 KB.
    private static func place(
        of name: String, after key: Range<Int>, _ bytes: [UInt8]
    ) -> Range<Int>? {
        let end = min(bytes.count, key.upperBound + 4096)
        let name = Array(name.utf8)
        guard let first = name.first, key.upperBound < end else { return nil }
        var index = key.upperBound
        while let start = bytes.firstIndex(of: first, from: index), start + name.count <= end {
            if bytes[start..<start + name.count].elementsEqual(name) {
                return start..<start + name.count
            }
            index = start + 1
        }
        return nil
    }
}
