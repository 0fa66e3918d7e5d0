import Addresses
import Diagnostics

/// Warns of text that YAML takes for something else without a word: `title: 第 #1 篇` is `第`,
/// `title: &str 与 String` is `与 String`, `tags: #golang` is nothing.
///
/// Comments are wanted (`draft: false # 是否为草稿`), so a `#` counts only directly before text, in a
/// value that is a text.
struct SwallowedText {
    let file: SourcePath
    private let bytes: [UInt8]
    private let text: Range<Int>
    private let aliases: Set<String>
    private(set) var diagnostics: [Diagnostic] = []

    /// Looks at the lines of the entries that were read from `text`. O(bytes of it).
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

    /// Items behind hyphens, in lines of their own.
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
                            "Write a line of its own: \(head.key): \(value)",
                            edits: [.init(place, "\(head.key): \(value)")])
                    ]))
        }
    }

    /// One value as it stands on its line.
    private mutating func look(
        at range: Range<Int>, of entry: RawEntry, _ value: RawValue, _ before: String
    ) {
        guard let first = bytes[range].first else { return }
        switch first {
        case UInt8(ascii: "#"):
            guard value.typed == .null, entry.isNamed || isWord(range) else { return }
            warn(range, "a comment", range, of: entry, before)
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

    /// `#1 篇` behind a space; a `#` before a space begins what is meant as a comment.
    private func comment(in range: Range<Int>) -> Range<Int>? {
        for index in range.dropFirst() where bytes[index] == UInt8(ascii: "#") {
            guard bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 else { continue }
            let isGlued =
                index + 1 < range.upperBound && bytes[index + 1] > 0x20
                && bytes[index + 1] != UInt8(ascii: "#")
            return isGlued ? index..<range.upperBound : nil
        }
        return nil
    }

    /// Whether all of it is `#` before one ASCII word: `#golang`, `#fff`.
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

    private mutating func warn(
        _ range: Range<Int>, _ meaning: String, _ value: Range<Int>, of entry: RawEntry,
        _ before: String
    ) {
        let swallowed = String(decoding: bytes[range], as: UTF8.self)
        // A hash before a space is a comment all the same.
        guard range.count > 1, swallowed.utf8.dropFirst().first.map({ $0 > 0x20 }) == true else {
            return
        }
        let quoted = LineMend.quoted(String(decoding: bytes[value], as: UTF8.self))
        diagnostics.append(
            .warning(
                .frontMatterSwallowedText,
                "'\(swallowed)' in '\(entry.key)' is \(meaning) for YAML",
                at: Place(file: file, range: range),
                fixes: [
                    .init(
                        "Quote the text: \(before)\(quoted)",
                        edits: [.init(Place(file: file, range: value), quoted)])
                ]))
    }
}

extension RawEntry {
    /// Whether its values are texts that readers see.
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

    /// A text without quotes, which may go on in lines below.
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
