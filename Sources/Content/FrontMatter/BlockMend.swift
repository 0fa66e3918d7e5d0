/// Repairs of lines of broken YAML that are each correct on their own and wrong in their place:
/// text and items indented differently from what they belong to.
struct BlockMend {
    private let bytes: [UInt8]
    private let lines: [Range<Int>]

    /// Repairs of the lines up to `last`, nearest first; each consists of several lines, or of
    /// several repairs that only make sense together. O(lines).
    static func candidates(
        _ bytes: [UInt8], _ lines: [Range<Int>], through last: Int
    ) -> [[(line: Range<Int>, mend: LineMend)]] {
        let block = BlockMend(bytes: bytes, lines: lines)
        var found: [[(line: Range<Int>, mend: LineMend)]] = []
        for index in lines[...last].indices.reversed() {
            guard let head = HeadLine(bytes, lines[index]), head.mark == .colon, head.isSpaced
            else { continue }
            let end = block.nextKey(after: index)
            if let mends = block.mends(head, index, end) { found.append(mends) }
            if found.count == mostCandidates { break }
        }
        return found
    }

    private static let mostCandidates = 4

    /// The next line that begins with a key at the first column, or the end.
    private func nextKey(after index: Int) -> Int {
        var next = index + 1
        while next < lines.count {
            if let head = HeadLine(bytes, lines[next]), head.indentation.isEmpty, head.isSpaced {
                break
            }
            next += 1
        }
        return next
    }

    private func mends(
        _ head: HeadLine, _ index: Int, _ end: Int
    ) -> [(line: Range<Int>, mend: LineMend)]? {
        let below = (index + 1)..<end
        let filled = below.filter { !content($0).isEmpty && !isComment($0) }
        guard let first = filled.first, let last = filled.last else { return nil }
        let value = bytes[head.value]
        if let mark = value.first, "|>".utf8.contains(mark) {
            let rest = value.drop { "|>+-0123456789".utf8.contains($0) }
            if rest.allSatisfy({ $0 <= 0x20 }) || rest.first == UInt8(ascii: "#") {
                return indented(first...last, "the text of '\(head.key)' is not indented")
            }
            return indentation(first).isEmpty ? nil : movedText(head, index, mark, rest, first)
        }
        let items = filled.filter(isItem)
        let opening = value.first ?? bytes[content(first)].first ?? 0
        if "[{".utf8.contains(opening), items.isEmpty { return closed(head, last, opening) }
        if value.isEmpty, head.kind == .list {
            return items.count == filled.count ? aligned(items) : hyphenated(head, filled, items)
        }
        if !items.isEmpty, items.count == filled.count, head.kind == .list {
            return [itemized(head, index, items[0])]
        }
        if items.isEmpty, head.isOfProse, filled.allSatisfy(isText) {
            return indented(
                first...last, "the line belongs to no key, or is more text of '\(head.key)'")
        }
        return nil
    }

    // MARK: Texts

    /// Lines with two more leading spaces.
    private func indented(
        _ range: ClosedRange<Int>, _ problem: String
    ) -> [(line: Range<Int>, mend: LineMend)]? {
        guard range.allSatisfy({ content($0).isEmpty || indentation($0).isEmpty }) else {
            return nil
        }
        let place = lines[range.lowerBound].lowerBound..<lines[range.upperBound].upperBound
        var text: [UInt8] = []
        for index in range {
            let end =
                index < range.upperBound ? lines[index + 1].lowerBound : lines[index].upperBound
            if !lines[index].isEmpty { text += "  ".utf8 }
            text += bytes[lines[index].lowerBound..<end]
        }
        var mend = LineMend(
            problem: problem, place: lines[range.lowerBound],
            line: String(decoding: text, as: UTF8.self))
        mend.advice = "begin each line of the text with two spaces"
        return [(place, mend)]
    }

    /// `description: | text` with further lines of text.
    private func movedText(
        _ head: HeadLine, _ index: Int, _ mark: UInt8, _ rest: ArraySlice<UInt8>, _ next: Int
    ) -> [(line: Range<Int>, mend: LineMend)] {
        let value = bytes[head.value]
        let marks = String(decoding: value[..<rest.startIndex], as: UTF8.self)
        let text = LeadIn.trimmed(String(decoding: rest, as: UTF8.self))
        let sign = Character(UnicodeScalar(mark))
        var mend = LineMend(
            problem: "text cannot follow '\(sign)' in its line", place: head.value,
            line: head.with(LeadIn.trimmed(marks)) + "\n" + string(indentation(next)) + text)
        mend.advice = "begin the text in the line after '\(sign)'"
        return [(lines[index], mend)]
    }

    // MARK: Lists

    /// A list in brackets that is not closed before the next key.
    private func closed(
        _ head: HeadLine, _ last: Int, _ first: UInt8
    ) -> [(line: Range<Int>, mend: LineMend)]? {
        let close: UInt8 = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
        var text = string(lines[last])
        guard !bytes[head.value.lowerBound..<lines[last].upperBound].contains(close) else {
            return nil
        }
        while text.last == "," || text.last == " " { text.removeLast() }
        text.unicodeScalars.append(UnicodeScalar(close))
        let mend = LineMend(
            problem: "'\(Character(UnicodeScalar(first)))' is never closed", place: head.value,
            line: text)
        return [(lines[last], mend)]
    }

    /// Items indented like the first one.
    private func aligned(_ items: [Int]) -> [(line: Range<Int>, mend: LineMend)]? {
        let indent = string(indentation(items[0])).replacing("\t", with: "  ")
        let wrong = items.filter { string(indentation($0)) != indent }
        if wrong.isEmpty { return nil }
        return wrong.map { index in
            var mend = LineMend(
                problem: "the item is indented unlike the first of its list",
                place: content(index), line: indent + string(content(index)))
            mend.advice =
                indent.isEmpty
                ? "remove the white space before the item"
                : "begin the item with \(indent.utf8.count) space\(indent.utf8.count == 1 ? "" : "s")"
            return (lines[index], mend)
        }
    }

    /// Names on lines of their own, without hyphens.
    private func hyphenated(
        _ head: HeadLine, _ filled: [Int], _ items: [Int]
    ) -> [(line: Range<Int>, mend: LineMend)]? {
        let bare = filled.filter { !isItem($0) }
        guard bare.allSatisfy(isText) else { return nil }
        let indent = items.first.map { string(indentation($0)) } ?? ""
        return bare.map { index in
            var text = string(content(index))
            while text.last == "," || text.last == " " { text.removeLast() }
            let mend = LineMend(
                problem: "an item of '\(head.key)' needs a hyphen and a space before it",
                place: content(index), line: indent + "- " + YAMLText.item(text))
            return (lines[index], mend)
        }
    }

    /// `tags: Go` over `- Rust`.
    private func itemized(
        _ head: HeadLine, _ index: Int, _ item: Int
    ) -> (line: Range<Int>, mend: LineMend) {
        let indent = string(indentation(item))
        let value = string(head.value)
        let isList = value.first == "[" && value.last == "]"
        let items = ItemTexts(isList ? String(value.dropFirst().dropLast()) : value).written
            .map { "- " + $0 }
        var mend = LineMend(
            problem: "'\(head.key)' has a value and also a list below it", place: head.value,
            line: head.key + ":\n" + items.map { indent + $0 }.joined(separator: "\n"))
        mend.advice =
            "write the value as the first item: \(items.joined(separator: ", then "))"
        return (lines[index], mend)
    }

    // MARK: Lines

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private func content(_ index: Int) -> Range<Int> { LeadIn.trimmed(bytes, lines[index]) }

    private func indentation(_ index: Int) -> Range<Int> {
        lines[index].lowerBound..<content(index).lowerBound
    }

    private func isComment(_ index: Int) -> Bool {
        bytes[content(index)].first == UInt8(ascii: "#")
    }

    private func isItem(_ index: Int) -> Bool { bytes[content(index)].starts(with: "- ".utf8) }

    /// Whether a line is neither a key nor part of a merge conflict.
    private func isText(_ index: Int) -> Bool {
        guard let first = bytes[content(index)].first, !"<>=|{}[]-%".utf8.contains(first) else {
            return false
        }
        return HeadLine(bytes, lines[index])?.isSpaced != true
    }
}

extension HeadLine {
    /// Whether its key has sentences, which may continue on further lines.
    fileprivate var isOfProse: Bool {
        ["title", "description", "excerpt"].contains(HeadKeys.name(of: key)?.name ?? "")
    }
}
