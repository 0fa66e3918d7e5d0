/// Reads the YAML of most front matter, so that libyaml need not compose it.
///
/// Lines of `key: value` from the first column on, each key once; a value is nothing, a text on its
/// line, in quotes or not, or a list of texts, in brackets or after dashes on the lines below.
/// Everything that it accepts has the same meaning in libyaml (YAML 1.1, sections 7.3 and 9).
/// Anything else, valid or not, is left to ``YAMLReader``; so is every `*`, `[` and `{` within a
/// text, which that reader checks before. One pass over the bytes.
struct PlainHead {
    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    private var entries: [RawEntry] = []

    /// libyaml handles longer keys, and more of them: each key is compared with all before.
    private static let longestKey = 128
    private static let mostKeys = 64

    /// The entries of `text` in order; nil: libyaml must read it. O(text).
    static func entries(in bytes: [UInt8], _ text: Range<Int>) -> [RawEntry]? {
        var head = PlainHead(bytes: bytes, end: text.upperBound, index: text.lowerBound)
        return head.read() ? head.entries : nil
    }

    private init(bytes: [UInt8], end: Int, index: Int) {
        self.bytes = bytes
        self.end = end
        self.index = index
    }

    private var byte: UInt8 { index < end ? bytes[index] : lineFeed }

    private mutating func read() -> Bool {
        while index < end {
            if byte == lineFeed {
                index += 1
                continue
            }
            guard entries.count < Self.mostKeys, let entry = readEntry(),
                !entries.contains(where: { $0.key == entry.key })
            else { return false }
            entries.append(entry)
        }
        return true
    }

    private mutating func readEntry() -> RawEntry? {
        let start = index
        while index < end, isKey(bytes[index]) { index += 1 }
        let place = start..<index
        guard !place.isEmpty, place.count <= Self.longestKey, bytes[start] != hyphen,
            byte == UInt8(ascii: ":")
        else { return nil }
        let key = String(decoding: bytes[place], as: UTF8.self)
        index += 1
        guard byte == space || byte == lineFeed else { return nil }
        skipSpaces()
        let value: RawValue?
        switch byte {
        case lineFeed:
            index += 1
            value = readItems()
        case UInt8(ascii: "["): value = readBrackets()
        default: value = readText(isInBrackets: false)
        }
        guard let value, endsLine() else { return nil }
        return RawEntry(key: key, place: place, value: value)
    }

    /// The following lines of `- item`; without any, the value is nothing.
    private mutating func readItems() -> RawValue? {
        var items: [RawValue] = []
        var column: Int?
        while index < end {
            let line = index
            skipSpaces()
            if byte == lineFeed, index == line {
                index += 1
                continue
            }
            guard byte == hyphen else {
                // The next key, unless it is indented.
                if index == line { break }
                return nil
            }
            guard column ?? (index - line) == index - line else { return nil }
            column = index - line
            index += 1
            guard byte == space else { return nil }
            skipSpaces()
            guard let item = readText(isInBrackets: false), endsLine() else { return nil }
            items.append(item)
            if index < end { index += 1 }
        }
        // The start of the next key's line, so that the entry ends after a line feed.
        if index > 0, index <= end, bytes[index - 1] == lineFeed { index -= 1 }
        return column == nil ? .plain("") : .list(items)
    }

    private mutating func readBrackets() -> RawValue? {
        index += 1
        var items: [RawValue] = []
        while true {
            skipSpaces()
            guard let item = readText(isInBrackets: true) else { return nil }
            items.append(item)
            skipSpaces()
            let mark = byte
            index += 1
            if mark == UInt8(ascii: "]") { return .list(items) }
            guard mark == UInt8(ascii: ",") else { return nil }
        }
    }

    /// A text up to the end of its line or, in brackets, up to its closing mark.
    private mutating func readText(isInBrackets: Bool) -> RawValue? {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return readQuoted() }
        let start = index
        guard begins() else { return nil }
        var stop = start
        while index < end, bytes[index] != lineFeed {
            guard let width = width(isInBrackets) else { break }
            let isSpace = bytes[index] == space
            index += width
            if !isSpace { stop = index }
        }
        guard stop > start, isInBrackets || byte == lineFeed else { return nil }
        return .plain(String(decoding: bytes[start..<stop], as: UTF8.self))
    }

    /// Text in quotes that contains neither the same quote nor a backslash.
    private mutating func readQuoted() -> RawValue? {
        let quote = byte
        index += 1
        let start = index
        while byte != quote {
            guard byte != lineFeed, byte != UInt8(ascii: "\\"), let width = width(inQuotes: quote)
            else { return nil }
            index += width
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        // `''` is a quote within quotes.
        return byte == quote ? nil : .string(text)
    }

    // MARK: Characters

    private mutating func skipSpaces() {
        while index < end, bytes[index] == space { index += 1 }
    }

    /// Whether only spaces are left on the line; the index is then at its line feed.
    private mutating func endsLine() -> Bool {
        skipSpaces()
        return byte == lineFeed
    }

    private func isKey(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == hyphen
            || byte == UInt8(ascii: "_")
    }

    /// Whether a text may begin here: with a letter, a digit or a non-ASCII character.
    private func begins() -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
            || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "(")
    }

    /// The width in bytes of a character that may be part of a text; nil for others.
    private func width(_ isInBrackets: Bool) -> Int? {
        let byte = byte
        if byte >= 0x80 { return wideWidth() }
        switch byte {
        case 0x20...0x7E where !isInBrackets:
            let next = index + 1 < end ? bytes[index + 1] : lineFeed
            if isLookedAt(byte) { return nil }
            if byte == UInt8(ascii: ":") { return next == space || next == lineFeed ? nil : 1 }
            // A `#` after a space is a comment.
            return byte == space && next == UInt8(ascii: "#") ? nil : 1
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, space, hyphen, UInt8(ascii: "_"),
            UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"):
            return 1
        default: return nil
        }
    }

    private func width(inQuotes quote: UInt8) -> Int? {
        if byte >= 0x80 { return wideWidth() }
        return (0x20...0x7E).contains(byte) && !isLookedAt(byte) ? 1 : nil
    }

    /// The bytes that ``YAMLReader`` checks for aliases and for texts that are nested too deeply.
    private func isLookedAt(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
    }

    /// For characters of Chinese text: U+2010 to U+2027, U+3000 to U+9FFF, U+FF00 to U+FF7F;
    /// libyaml takes some others for line breaks or rejects them.
    private func wideWidth() -> Int? {
        guard index + 2 < end else { return nil }
        switch (bytes[index], bytes[index + 1]) {
        case (0xE2, 0x80) where (0x90...0xA7).contains(bytes[index + 2]), (0xE3...0xE9, _),
            (0xEF, 0xBC...0xBD):
            return 3
        default: return nil
        }
    }
}

private let lineFeed: UInt8 = 0x0A
private let space: UInt8 = 0x20
private let hyphen = UInt8(ascii: "-")
