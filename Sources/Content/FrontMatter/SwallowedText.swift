import Addresses
import Diagnostics

/// Warns of text that YAML silently takes for something else: `title: 第 #1 篇` is `第`, `title: &str
/// 与 String` is `与 String`, `tags: #golang` is nothing.
///
/// Comments are useful (`draft: false # 是否为草稿`), so a `#` counts only directly before text, in a
/// value that is a text.
struct SwallowedText {
    let file: SourcePath
    private let bytes: [UInt8]
    private let text: Range<Int>
    private let aliases: Set<String>
    private(set) var diagnostics: [Diagnostic] = []

    /// Checks the lines of the entries that were read from `text`. O(bytes of it).
    init(_ entries: [RawEntry], _ bytes: [UInt8], _ text: Range<Int>, file: SourcePath) {
        self.file = file
        self.bytes = bytes
        self.text = text
        guard
            bytes[text].contains(where: { "#&!".utf8.contains($0) })
                || entries.contains(where: \.isText)
        else {
            aliases = []
            return
        }
        aliases = Set(YAMLAlias(bytes, text).used.map(\.name))
        let starts = entries.map(\.place.lowerBound) + [text.upperBound]
        for (entry, next) in zip(entries, starts.dropFirst()) where entry.place.upperBound <= next {
            look(at: entry, until: next)
        }
    }

    private mutating func look(at entry: RawEntry, until next: Int) {
        let line = FrontMatterBlock.line(in: bytes, at: entry.place.lowerBound)
        guard let head = HeadLine(bytes, entry.place.lowerBound..<line.text.upperBound) else {
            return
        }
        let before =
            String(decoding: bytes[head.name.lowerBound..<head.separator.lowerBound], as: UTF8.self)
            + ": "
        look(at: head.value, of: entry, entry.value, before)
        guard line.next < next else { return }
        switch entry.value {
        case .list(let items): lookAtItems(items, of: entry, line.next..<next)
        case .plain: lookAtContinuation(of: entry, line.next..<next)
        default: break
        }
    }

    /// Items after hyphens, on lines of their own.
    private mutating func lookAtItems(_ items: [RawValue], of entry: RawEntry, _ range: Range<Int>)
    {
        var position = range.lowerBound
        var index = 0
        while position < range.upperBound {
            let line = FrontMatterBlock.line(in: bytes, at: position)
            position = line.next
            let content = LeadIn.trimmed(bytes, line.text)
            guard bytes[content].starts(with: "- ".utf8) else { continue }
            guard index < items.count else { return }
            let value = LeadIn.trimmed(bytes, (content.lowerBound + 1)..<content.upperBound)
            look(at: value, of: entry, items[index], "- ")
            index += 1
        }
    }

    /// `title: a` over `  draft:true`: the second line is a part of the title.
    private mutating func lookAtContinuation(of entry: RawEntry, _ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            let line = FrontMatterBlock.line(in: bytes, at: position)
            position = line.next
            guard let head = HeadLine(bytes, line.text), !head.isSpaced, head.isCertain,
                head.mark != .equals
            else { continue }
            let value = String(decoding: bytes[head.value], as: UTF8.self)
            let place = Place(file: file, range: line.text)
            diagnostics.append(
                .warning(
                    .frontMatterSwallowedText,
                    "'\(head.key)' is a part of the text of '\(entry.key)' for YAML", at: place,
                    fixes: [
                        .init(
                            "write a line of its own: \(head.key): \(value)",
                            edits: [.init(place, "\(head.key): \(value)")])
                    ]))
        }
    }

    /// Checks one value on its line.
    private mutating func look(
        at range: Range<Int>, of entry: RawEntry, _ value: RawValue, _ before: String
    ) {
        guard let first = bytes[range].first else { return }
        switch first {
        case UInt8(ascii: "#"):
            guard value.typed == .null, entry.isNamed || isWord(range), range.count > 1,
                bytes[range.lowerBound + 1] > 0x20
            else { return }
            warn(range, "a comment", range, of: entry, before)
        case UInt8(ascii: "["): if entry.isNamed { lookIntoBrackets(range, of: entry, before) }
        case UInt8(ascii: "&"):
            let name = bytes[range].dropFirst().prefix { $0 > 0x20 }
            guard !aliases.contains(String(decoding: name, as: UTF8.self)), value.isScalar,
                !beginsBlock(name.endIndex..<range.upperBound)
            else { return }
            warn(
                range.lowerBound..<name.endIndex, "the name of an anchor", range, of: entry, before)
        case UInt8(ascii: "!"):
            let name = bytes[range].prefix { $0 > 0x20 }
            guard !name.starts(with: "!!".utf8), value.isScalar,
                !beginsBlock(name.endIndex..<range.upperBound)
            else { return }
            warn(range.lowerBound..<name.endIndex, "a type", range, of: entry, before)
        default:
            guard case .plain = value, case .string = value.typed, entry.isNamed,
                let comment = comment(in: range)
            else { return }
            warn(comment, "a comment", range, of: entry, before)
        }
    }

    /// `#1 篇` after a space; a `#` before a space begins an intended comment, except in `C # 与 F#`
    /// and similar.
    private func comment(in range: Range<Int>) -> Range<Int>? {
        for index in range.dropFirst() where bytes[index] == UInt8(ascii: "#") {
            guard bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 else { continue }
            let swallowed = index..<range.upperBound
            return isGlued(index) || isText(swallowed, after: range.lowerBound) ? swallowed : nil
        }
        return nil
    }

    /// Whether a `#` is directly before text.
    private func isGlued(_ index: Int) -> Bool {
        index + 1 < text.upperBound && bytes[index + 1] > 0x20
            && bytes[index + 1] != UInt8(ascii: "#")
    }

    /// Whether a `#` before a space or nothing is meant as text: nothing follows it, a number does,
    /// a single letter precedes it, or another sign of a language follows.
    private func isText(_ swallowed: Range<Int>, after start: Int) -> Bool {
        let rest = bytes[swallowed].dropFirst().drop { $0 <= 0x20 }
        guard let next = rest.first, swallowed.count > 1 else { return swallowed.count == 1 }
        if next == UInt8(ascii: "#") { return false }
        let before = LeadIn.trimmed(bytes, start..<swallowed.lowerBound)
        let isLetter =
            bytes[before].last.map { (0x41...0x5A).contains($0) } == true
            && (before.count == 1 || bytes[before.upperBound - 2] == 0x20)
        let hasOther = zip(rest, rest.dropFirst()).contains { letter, sign in
            sign == UInt8(ascii: "#") && (0x61...0x7A).contains(letter | 0x20)
        }
        return isLetter || hasOther || (0x30...0x39).contains(next)
    }

    /// `[a, &b]`: an item that is an anchor's name or a type.
    private mutating func lookIntoBrackets(
        _ range: Range<Int>, of entry: RawEntry, _ before: String
    ) {
        var quote: UInt8?
        var last: UInt8 = 0x20
        for index in range {
            let byte = bytes[index]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!"))
                && (last == UInt8(ascii: "[") || last == UInt8(ascii: ","))
            {
                let name = bytes[(index + 1)..<range.upperBound].prefix {
                    $0 > 0x20 && !",]".utf8.contains($0)
                }
                let isUsed = aliases.contains(String(decoding: name, as: UTF8.self))
                if isUsed || name.first == UInt8(ascii: "!") { continue }
                let texts = ItemTexts(
                    String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self))
                warn(
                    index..<name.endIndex,
                    byte == UInt8(ascii: "&") ? "the name of an anchor" : "a type", range,
                    of: entry, before, written: "[" + texts.written.joined(separator: ", ") + "]")
                return
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            if byte > 0x20 { last = byte }
        }
    }

    /// Whether the whole is `#` before one ASCII word: `#golang`, `#fff`.
    private func isWord(_ range: Range<Int>) -> Bool {
        range.count > 1
            && bytes[range].dropFirst().allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
            }
    }

    private func beginsBlock(_ range: Range<Int>) -> Bool {
        let rest = LeadIn.trimmed(bytes, range)
        return bytes[rest].first.map { "|>\"'[{".utf8.contains($0) } ?? false
    }

    /// - Parameter written: how to write the value; nil: in quotes.
    private mutating func warn(
        _ range: Range<Int>, _ meaning: String, _ value: Range<Int>, of entry: RawEntry,
        _ before: String, written: String? = nil
    ) {
        let swallowed = String(decoding: bytes[range], as: UTF8.self)
        let quoted =
            written ?? YAMLText.quoted(String(decoding: bytes[value], as: UTF8.self))
        diagnostics.append(
            .warning(
                .frontMatterSwallowedText,
                "'\(swallowed)' in '\(entry.key)' is \(meaning) for YAML",
                at: Place(file: file, range: range),
                fixes: [
                    .init(
                        "quote the text: \(before)\(quoted)",
                        edits: [.init(Place(file: file, range: value), quoted)])
                ]))
    }
}

extension RawEntry {
    /// Whether readers see its values as texts.
    fileprivate var isNamed: Bool {
        let texts: Set<String> = [
            "title", "description", "excerpt", "tags", "categories", "series", "authors",
            "original",
            "slug",
        ]
        guard let name = HeadKeys.name(of: key)?.name else {
            return ["subtitle", "linktitle", "keywords"].contains(key.lowercased())
        }
        return texts.contains(name)
    }

    /// A text without quotes, which may continue on lines below.
    fileprivate var isText: Bool {
        if case .plain = value { true } else { false }
    }
}

extension RawValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .list, .table: false
        default: true
        }
    }
}
