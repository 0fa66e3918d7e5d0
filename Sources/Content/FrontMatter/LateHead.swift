/// Finds front matter that does not begin at the first byte, or not with the right fence.
///
/// Blank lines, a second byte order mark or a comment before the first line hide it from other
/// tools, which then publish it as text, including `draft: true`. So anything that looks like front
/// matter is read, and anything that may be either is ``FrontMatterBlock/Doubt``. A rule `---` over
/// prose stays text.
struct LateHead {
    private let bytes: [UInt8]
    private let start: Int

    /// nil for text. O(bytes before the first visible character, and the block).
    ///
    /// - Parameter start: where the text begins; nothing that ``FrontMatterBlock`` recognizes is
    ///   there.
    static func find(in bytes: [UInt8], from start: Int) -> FrontMatterBlock.Finding? {
        guard start < bytes.count, mayBegin(bytes[start]) else { return nil }
        let visible = LeadIn.end(in: bytes, from: start)
        guard visible < bytes.count else { return nil }
        return LateHead(bytes: bytes, start: visible).find(isLate: visible > start)
    }

    /// Letters and most signs begin text and end the search.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || "-+;<".utf8.contains(byte)
    }

    private func find(isLate: Bool) -> FrontMatterBlock.Finding? {
        let line = FrontMatterBlock.line(in: bytes, at: start)
        let fence = LeadIn.trimmed(bytes, start..<line.text.upperBound)
        if isLate, let notation = FrontMatterBlock.notation(ofFence: bytes[fence]) {
            return fenced(notation, fence, from: line.next)
        }
        if isLate, FrontMatterBlock.isObject(bytes, at: start) { return object() }
        if let place = unusualFence(fence, from: line.next) { return .doubtful(.fence, place) }
        return isLate ? unopened() : nil
    }

    // MARK: With fences

    /// The content between two fences, line by line.
    private struct Contents {
        var first: HeadLine?
        /// Whether a line is prose.
        var hasProse = false
        var keys = 0
        var knownKeys = 0
        /// The number of consecutive keys from the first line on.
        var leadingKeys = 0
        var isClosed = false
        var end = 0
        var next = 0
    }

    private func fenced(
        _ notation: FrontMatterBlock.Notation, _ fence: Range<Int>, from text: Int
    ) -> FrontMatterBlock.Finding? {
        let contents = contents(notation, fence, from: text)
        guard let first = contents.first else {
            // JSON has its keys in quotes after a brace.
            return notation == .json && contents.isClosed ? block(notation, text, contents) : nil
        }
        if columns(before: fence.lowerBound) >= 4, columns(before: first.name.lowerBound) >= 4 {
            return first.isKnown ? .doubtful(.indented, fence) : nil
        }
        if first.isCertain || contents.leadingKeys > 1 && contents.knownKeys > 0 {
            return contents.isClosed
                ? block(notation, text, contents) : .unclosed(fence: fence)
        }
        guard contents.isClosed, !contents.hasProse else { return nil }
        if contents.knownKeys > 0, contents.keys > 1 { return block(notation, text, contents) }
        let isCapital = bytes[first.name].first.map { (0x41...0x5A).contains($0) } ?? false
        return isCapital && !first.isKnown ? nil : .doubtful(.unknownKeys, fence)
    }

    private func block(
        _ notation: FrontMatterBlock.Notation, _ text: Int, _ contents: Contents
    ) -> FrontMatterBlock.Finding {
        .block(
            FrontMatterBlock(
                notation: notation, text: text..<contents.end, bodyOffset: contents.next))
    }

    private func contents(
        _ notation: FrontMatterBlock.Notation, _ fence: Range<Int>, from text: Int
    ) -> Contents {
        var contents = Contents()
        var position = text
        let indentation = columns(before: fence.lowerBound)
        while position < bytes.count {
            let (line, next) = FrontMatterBlock.line(in: bytes, at: position)
            let content = LeadIn.trimmed(bytes, line)
            if FrontMatterBlock.closes(bytes[content], bytes[fence], notation),
                columns(before: content.lowerBound) <= indentation
            {
                contents.isClosed = true
                contents.end = position
                contents.next = next
                break
            }
            look(at: line, content, &contents)
            position = next
        }
        return contents
    }

    private func look(at line: Range<Int>, _ content: Range<Int>, _ contents: inout Contents) {
        guard let byte = bytes[content].first, byte != UInt8(ascii: "#") else { return }
        // Lines further right belong to the value of the key above them.
        let isDeeper =
            contents.first.map {
                columns(before: content.lowerBound) > columns(before: $0.name.lowerBound)
            } ?? false
        // An address such as `https://example.org` has a colon too.
        guard let key = HeadLine(bytes, line), key.isSpaced || key.isKnown else {
            if !isDeeper, !"-[]{}\",".utf8.contains(byte) { contents.hasProse = true }
            return
        }
        if isDeeper { return }
        if contents.first == nil, !contents.hasProse { contents.first = key }
        if contents.first == nil { return }
        if contents.leadingKeys == contents.keys, !contents.hasProse { contents.leadingKeys += 1 }
        contents.keys += 1
        if key.isKnown { contents.knownKeys += 1 }
    }

    // MARK: Without

    private func object() -> FrontMatterBlock.Finding? {
        let key = LeadIn.end(in: bytes, from: start + 1)
        guard key < bytes.count, bytes[key] == UInt8(ascii: "\"") else { return nil }
        guard columns(before: start) >= 4 else { return .object(start: start) }
        let line = FrontMatterBlock.line(in: bytes, at: key).text
        guard let first = HeadLine(bytes, line), first.isKnown else { return nil }
        return .doubtful(.indented, start..<start + 1)
    }

    /// A head without an opening fence; its first line keeps the indentation of the others.
    private func unopened() -> FrontMatterBlock.Finding? {
        let finding = FrontMatterBlock.unopened(in: bytes, from: start)
        guard case .block(let block)? = finding else { return finding }
        var index = start
        while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
        return .block(
            FrontMatterBlock(
                notation: block.notation, text: index..<block.text.upperBound,
                bodyOffset: block.bodyOffset))
    }

    /// The first line, if it is meant as a fence and keys follow: `--`, `—-` as some keyboards
    /// write three hyphens, `- - -`, `---yaml`, `---title: x`.
    private func unusualFence(_ line: Range<Int>, from next: Int) -> Range<Int>? {
        var index = line.lowerBound
        var marks = 0
        while index < line.upperBound {
            let width = fenceMarkWidth(at: index)
            if width > 0 {
                marks += 1
                index += width
            } else if bytes[index] == 0x20, marks > 0 {
                index += 1
            } else {
                break
            }
        }
        guard marks >= 2 || marks == 1 && bytes[line.lowerBound] >= 0x80 else { return nil }
        if index < line.upperBound {
            // A word may follow, such as the name of the notation, or the first key.
            if let key = HeadLine(bytes, index..<line.upperBound) {
                return key.isCertain ? line : nil
            }
            guard marks >= 3, line.upperBound - index <= 8 else { return nil }
        }
        let key = LeadIn.end(in: bytes, from: next)
        guard key < bytes.count else { return nil }
        let keyLine = FrontMatterBlock.line(in: bytes, at: key).text
        guard let first = HeadLine(bytes, keyLine), first.isCertain else { return nil }
        return line
    }

    /// The width in bytes of a character of a fence, or of one mistaken for it; 0 for others.
    private func fenceMarkWidth(at index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ";"): return 1
        case 0xE2, 0xE3, 0xEF: break
        default: return 0
        }
        guard index + 2 < bytes.count else { return 0 }
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        // Dashes (U+2010 to U+2015), minus, box drawing, and full-width dashes.
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xE2, 0x94, 0x80), (0xE3, 0x83, 0xBC),
            (0xEF, 0xBC, 0x8D), (0xEF, 0xBC, 0x8B), (0xEF, 0xBC, 0x9B), (0xEF, 0xB9, 0xA3):
            return 3
        default: return 0
        }
    }

    /// The indentation of a byte; a tab goes to the next multiple of four (CommonMark 0.30, 2.2).
    private func columns(before index: Int) -> Int {
        var start = index
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        return bytes[start..<index].reduce(0) { $1 == 0x09 ? ($0 / 4 + 1) * 4 : $0 + 1 }
    }
}
