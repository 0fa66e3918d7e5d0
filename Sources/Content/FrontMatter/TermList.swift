import Addresses
import Diagnostics
import Text

/// A tag or category as written, and the several that were probably meant.
///
/// Only what hardly is part of a name counts: Chinese commas, semicolons and bars, a comma outside of
/// quotes, hyphens of a list that YAML folded into one text, brackets of full width.
struct TermList {
    /// Nil where the name is one. One part: only its signs are wrong, as in `【Go】`.
    let parts: [String]?
    private let range: Range<Int>

    /// O(name) for nearly all names, which have no sign of such a list.
    ///
    /// - Parameters:
    ///   - isAlone: whether the entry has no other name.
    ///   - entry: where the name comes from.
    ///   - bytes: of the file.
    init(_ name: String, isAlone: Bool, _ entry: RawEntry, _ bytes: [UInt8]) {
        guard name.utf8.contains(where: Self.mayDivide) else {
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
        var parts = Self.parts(of: name, isScalar: isScalar, isPlain: isPlain)
        if parts == nil, isPlain, isScalar, isAlone, entry.key.lowercased() == "categories" {
            parts = Self.words(name)
        }
        let folded = parts == nil && isPlain ? Self.folded(name) : nil
        let place =
            parts == nil && folded == nil ? nil : Self.place(of: name, behind: entry.place, bytes)
        // A text that stands in one line was not folded.
        self.parts = parts ?? (place == nil ? folded : nil)
        range = place ?? entry.place
    }

    func place(in file: SourcePath) -> Place { Place(file: file, range: range) }

    private static func parts(of name: String, isScalar: Bool, isPlain: Bool) -> [String]? {
        var text = name[...]
        var isBracketed = false
        for (open, close) in [("【", "】"), ("［", "］"), ("[", "]"), ("〔", "〕")]
        where isScalar && text.hasPrefix(open) && text.hasSuffix(close) && text.count > 2 {
            text = text.dropFirst().dropLast()
            isBracketed = true
        }
        var separators: Set<Character> = ["，", "、", "；", "|", "｜"]
        if isScalar || isPlain { separators.formUnion([",", ";"]) }
        var parts = text.split(whereSeparator: separators.contains)
            .map { LeadIn.trimmed(String($0)) }.filter { !$0.isEmpty }
        if parts.count < 2, name.hasPrefix("-"), isPlain,
            name.utf8.dropFirst().first.map({ (0x30...0x39).contains($0) }) == false
        {
            parts = dashed(name)
            return parts.isEmpty ? nil : parts
        }
        if parts.count < 2, name.hasPrefix("#"), case let tags = hashed(name), tags.count > 1 {
            return tags
        }
        return parts.count > 1 || isBracketed && !parts.isEmpty ? parts : nil
    }

    /// A space, or a byte that begins or is one of the separators.
    private static func mayDivide(_ byte: UInt8) -> Bool {
        byte == 0xE3 || byte == 0xEF || byte <= 0x2D && " ,-#".utf8.contains(byte)
            || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "[")
    }

    /// `-Go -Rust`: items whose hyphen has no space behind it, which YAML makes one text of.
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

    /// `Go - Rust` of two lines: an item that is indented more than the one above it.
    private static func folded(_ name: String) -> [String]? {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        let parts = words.split { $0 == "-" }.map { $0.joined(separator: " ") }
        return parts.count > 1 ? parts : nil
    }

    /// `jekyll update`, which Jekyll takes for two categories: small Latin words alone.
    private static func words(_ name: String) -> [String]? {
        guard name.utf8.contains(0x20),
            name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x20 })
        else { return nil }
        return name.split(separator: " ").map(String.init)
    }

    /// Where a name stands behind its key, within the next 4 KB.
    private static func place(
        of name: String, behind key: Range<Int>, _ bytes: [UInt8]
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
