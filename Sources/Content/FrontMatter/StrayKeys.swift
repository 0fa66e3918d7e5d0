/// Finds keys that hide a text, such as `draft: true`, among the first lines of a file without
/// front matter or with two: as text they would be published, along with the text they hide.
///
/// Such a key counts in a block of key lines that a fence, a blank line, a brace or the file's end
/// follows, outside code. Prose before the block does not matter, such as `<br>` over `---`.
struct StrayKeys {
    /// The line of the first key that hides, reported once its block ends.
    private var hiding: Range<Int>?
    /// Whether the key hides in any context; a password or a date may belong to the text.
    private var isSure = false
    private var knownKeys = 0
    private var isInObject = false
    /// The mark of the open code fence.
    private var codeMark: UInt8?
    private var linesOfProse = 0
    private let bytes: [UInt8]

    /// The limit of the search: a head that begins later is not meant as one.
    private static let longestBlock = 4_096
    private static let mostLinesOfProse = 10

    /// The line of the key; nil without one. O(the first 4 KB).
    static func find(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        var keys = StrayKeys(bytes: bytes)
        return keys.find(from: start)
    }

    /// The same after a closed head, where only another head has such keys.
    static func find(in bytes: [UInt8], behind block: FrontMatterBlock) -> Range<Int>? {
        let isEmpty = bytes[block.text].allSatisfy { $0 <= 0x20 }
        guard
            isEmpty || beginsWithFence(bytes, from: block.bodyOffset)
                || beginsWithKeys(bytes, from: block.bodyOffset)
        else { return nil }
        return find(in: bytes, from: block.bodyOffset)
    }

    private static func beginsWithFence(_ bytes: [UInt8], from start: Int) -> Bool {
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return fence(bytes[index...])
    }

    /// Whether lines of keys, and a fence after them, follow immediately: the head was closed too
    /// early.
    private static func beginsWithKeys(_ bytes: [UInt8], from start: Int) -> Bool {
        var position = start
        while position < bytes.count, position - start < longestBlock {
            let (line, next) = FrontMatterBlock.line(in: bytes, at: position)
            if position > start, fence(bytes[LeadIn.trimmed(bytes, line)]) { return true }
            guard let key = HeadLine(bytes, line), key.isSpaced || key.isKnown else { return false }
            position = next
        }
        return false
    }

    /// Whether a line begins with three marks of a fence.
    private static func fence(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.first, "-+;".utf8.contains(mark) else { return false }
        return line.prefix(3).count == 3 && line.prefix(3).allSatisfy { $0 == mark }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func find(from start: Int) -> Range<Int>? {
        var position = start
        while position < bytes.count, position - start < Self.longestBlock {
            let (line, next) = FrontMatterBlock.line(in: bytes, at: position)
            position = next
            if let found = look(at: line) { return found }
            if linesOfProse > Self.mostLinesOfProse { return nil }
        }
        return codeMark == nil ? ended() : nil
    }

    /// The key of a block that this line ends.
    private mutating func look(at line: Range<Int>) -> Range<Int>? {
        let content = LeadIn.trimmed(bytes, line)
        if isCode(content) { return nil }
        guard let first = bytes[content].first else { return isInObject ? nil : ended() }
        if isInObject || first == UInt8(ascii: "{") && isObject(content) {
            return lookIntoObject(content)
        }
        if Self.fence(bytes[content]), content.count <= 11 { return ended() }
        if isIndented(line), hiding == nil { return nil }
        if let key = HeadLine(bytes, line), key.isSpaced || key.isKnown || key.mark != .colon {
            take(key, line)
        } else if !mayBelongToHead(content, first) {
            forget()
            linesOfProse += 1
        }
        return nil
    }

    private mutating func take(_ key: HeadLine, _ line: Range<Int>) {
        if key.isKnown { knownKeys += 1 }
        guard !isSure, let isSure = key.hides(bytes) else { return }
        (hiding, self.isSure) = (line, isSure)
    }

    private mutating func ended() -> Range<Int>? {
        let found = isSure || knownKeys >= 2 ? hiding : nil
        forget()
        return found
    }

    private mutating func forget() {
        (hiding, isSure, knownKeys, isInObject) = (nil, false, 0, false)
    }

    // MARK: Lines

    /// Whether the line belongs to fenced code; one that opens it ends a block of keys.
    private mutating func isCode(_ content: Range<Int>) -> Bool {
        let mark = bytes[content].first
        let isFence =
            (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"))
            && bytes[content].prefix { $0 == mark }.count >= 3
        if let open = codeMark {
            if isFence, mark == open { codeMark = nil }
            return true
        }
        if isFence {
            codeMark = mark
            forget()
        }
        return isFence
    }

    /// Whether it is indented like code.
    private func isIndented(_ line: Range<Int>) -> Bool {
        bytes[line].first == 0x09 || bytes[line].prefix { $0 == 0x20 }.count >= 4
    }

    /// `{` before a key or the end of its line; `{% raw %}`, `{{ x }}` and `{: .note}` are text.
    private func isObject(_ content: Range<Int>) -> Bool {
        guard let next = bytes[content].dropFirst().first(where: { $0 > 0x20 }) else { return true }
        return (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "\"")
            || next == UInt8(ascii: "'")
    }

    private mutating func lookIntoObject(_ content: Range<Int>) -> Range<Int>? {
        isInObject = true
        var start = content.lowerBound
        for index in content where ",{}".utf8.contains(bytes[index]) {
            lookIntoPart(start..<index)
            start = index + 1
        }
        lookIntoPart(start..<content.upperBound)
        return bytes[content].contains(UInt8(ascii: "}")) ? ended() : nil
    }

    private mutating func lookIntoPart(_ part: Range<Int>) {
        if let key = HeadLine(bytes, part) { take(key, part) }
    }

    /// A comment, an item, a table of TOML, or a non-ASCII key.
    private func mayBelongToHead(_ content: Range<Int>, _ first: UInt8) -> Bool {
        if "#-".utf8.contains(first) { return true }
        if first == UInt8(ascii: "["), bytes[content].last == UInt8(ascii: "]") { return true }
        if first < 0x80 { return false }
        let line = bytes[content]
        return line.last == UInt8(ascii: ":") || line.firstRange(of: Array(": ".utf8)) != nil
            || line.firstRange(of: Array("：".utf8)) != nil
    }
}

extension HeadLine {
    /// Whether the line hides a text: true if it has no other meaning, false if it may belong to
    /// the text, nil if it does not hide.
    fileprivate func hides(_ bytes: [UInt8]) -> Bool? {
        let key = key.lowercased()
        guard let name = HeadKeys.name(of: key)?.name, HeadKeys.hiding.contains(name) else {
            return nil
        }
        let value = shownValue(bytes)
        let isTrue = ["true", "yes", "on", "1"].contains(value)
        let isFalse = ["false", "no", "off", "0"].contains(value)
        switch name {
        case "draft", "unlisted", "headless":
            return HeadKeys.negated.contains(key) ? (isFalse ? true : nil) : (isTrue ? true : nil)
        case "status":
            // `visibility: hidden` is a style as well.
            let isStyle = key == "visibility" && value == "hidden"
            return HeadKeys.hidingWords.contains(value) && !isStyle ? true : nil
        case "publishDate", "expires":
            return value.utf8.first.map { (0x30...0x39).contains($0) } == true ? false : nil
        case "password": return value.isEmpty || isFalse || value.contains(" ") ? nil : false
        default: return value.contains("never") ? false : nil
        }
    }

    /// The value in lower case, without quotes or a trailing comma or comment.
    private func shownValue(_ bytes: [UInt8]) -> String {
        let text = bytes[value]
        let comment = text.firstRange(of: Array(" #".utf8))?.lowerBound ?? text.endIndex
        let marks = " \t,\"'"
        var rest = text[..<comment].drop { marks.utf8.contains($0) }
        while let last = rest.last, marks.utf8.contains(last) { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self).lowercased()
    }
}
