/// Recognizes the YAML of most listings, so that libyaml need not compose them.
///
/// Block mappings and sequences of plain keys, with plain or quoted values on one line, lists of
/// such in brackets, block scalars, comments and `---`. libyaml accepts everything that this
/// accepts (YAML 1.1, sections 9 and 10); anything else, valid or not, is left to libyaml. One pass
/// over the bytes.
struct PlainYAML {
    /// An open block collection.
    private struct Block {
        let column: Int
        let isMapping: Bool
        /// Its number among all collections of the text.
        let number: Int
        /// Whether its last key or dash has no value yet.
        var awaitsValue = true
    }

    private let text: [UInt8]
    private var blocks: [Block] = []
    /// Whether the document has begun: text further left than its root is not a part of it.
    private var hasRoot = false
    private var index = 0
    private var collections = 0
    /// Hashes of every key of a collection; two equal ones are nearly always one key given twice.
    private var keys: Set<UInt64> = []

    /// How deep collections may be, and how long a key: far below libyaml's limits.
    private static let deepest = 32
    private static let longestKey = 128

    /// Whether a text is certainly YAML; false: libyaml must read it. Text in UTF-8. O(bytes).
    static func accepts(_ text: [UInt8]) -> Bool {
        var reader = PlainYAML(text: text)
        return reader.readLines()
    }

    private init(text: [UInt8]) {
        self.text = text
        blocks.reserveCapacity(8)
    }

    private mutating func readLines() -> Bool {
        while index < text.count {
            let start = index
            skipSpaces()
            guard readLine(from: start) else { return false }
            // Every path through a line ends before its line feed.
            index += 1
        }
        return true
    }

    private mutating func readLine(from start: Int) -> Bool {
        switch byte {
        case 0x0A: return true
        case UInt8(ascii: "#"): return skipText()
        case UInt8(ascii: "-") where isFence(start):
            index += 3
            blocks.removeAll(keepingCapacity: true)
            hasRoot = false
            return isLineEnd
        default: return readNode(at: index - start, from: start)
        }
    }

    // MARK: Blocks

    /// Reads a dash with its content, or a key with its value.
    private mutating func readNode(at column: Int, from start: Int) -> Bool {
        while let last = blocks.last, last.column > column { blocks.removeLast() }
        var column = column
        while byte == UInt8(ascii: "-"), next == 0x20 || next == 0x0A {
            guard open(column, isMapping: false) else { return false }
            index += 1
            skipSpaces()
            if byte == 0x0A { return true }
            column = index - start
        }
        let key = index
        while index < text.count, Self.isKey(text[index]) { index += 1 }
        if byte == UInt8(ascii: ":"), next == 0x20 || next == 0x0A, index > key {
            guard Self.isWord(text[key]), index - key <= Self.longestKey,
                open(column, isMapping: true),
                isNew(key..<index, of: blocks[blocks.count - 1].number)
            else { return false }
            index += 1
        } else if let last = blocks.last, !last.isMapping, last.column < column, last.awaitsValue {
            index = key
        } else {
            return false
        }
        return readValue()
    }

    /// Accepts the dash or key at a column; false if it is not allowed there.
    private mutating func open(_ column: Int, isMapping: Bool) -> Bool {
        if isMapping, blocks.count > 1, let last = blocks.last, last.column == column,
            !last.isMapping, blocks[blocks.count - 2].column == column
        {
            // After a sequence that is indented no further than its key.
            blocks.removeLast()
        }
        let top = blocks.count - 1
        if top >= 0, blocks[top].column == column, blocks[top].isMapping == isMapping {
            blocks[top].awaitsValue = true
            return true
        }
        if top < 0 {
            guard !hasRoot else { return false }
            hasRoot = true
        } else {
            let isIndented = blocks[top].column < column || blocks[top].isMapping && !isMapping
            guard blocks[top].awaitsValue, isIndented, top < Self.deepest else { return false }
            blocks[top].awaitsValue = false
        }
        collections += 1
        blocks.append(Block(column: column, isMapping: isMapping, number: collections))
        return true
    }

    /// Whether a collection has no key with these bytes so far. (FNV-1a, 64 bits.)
    private mutating func isNew(_ key: Range<Int>, of collection: Int) -> Bool {
        let prime: UInt64 = 0x100_0000_01B3
        var hash = (0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: collection)) &* prime
        for byte in text[key] { hash = (hash ^ UInt64(byte)) &* prime }
        return keys.insert(hash).inserted
    }

    // MARK: Values

    private mutating func readValue() -> Bool {
        skipSpaces()
        if byte == 0x0A { return true }
        if byte == UInt8(ascii: "#") { return text[index - 1] == 0x20 && skipText() }
        blocks[blocks.count - 1].awaitsValue = false
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return skipQuoted() && readLineEnd()
        case UInt8(ascii: "["), UInt8(ascii: "{"): return skipFlow() && readLineEnd()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return skipBlockScalar()
        case UInt8(ascii: "-"): return Self.isWord(next) && skipPlain()
        default: return Self.beginsPlain(byte) && skipPlain()
        }
    }

    /// Skips to the end of the line or to a comment; a `: ` in it is a fault.
    private mutating func skipPlain() -> Bool {
        while index < text.count {
            switch text[index] {
            case 0x0A: return true
            case UInt8(ascii: ":") where next == 0x20 || next == 0x0A: return false
            case UInt8(ascii: "#") where text[index - 1] == 0x20: return skipText()
            case 0x20..<0x7F: index += 1
            default: if !skipHan() { return false }
            }
        }
        return true
    }

    private mutating func skipQuoted() -> Bool {
        let quote = byte
        index += 1
        while index < text.count {
            switch text[index] {
            case quote:
                index += 1
                return byte != quote
            case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""): return false
            case 0x20..<0x7F: index += 1
            default: if !skipHan() { return false }
            }
        }
        return false
    }

    /// `[a, "b"]`, `{a: 1, b: [c]}` on one line.
    private mutating func skipFlow(_ depth: Int = 0) -> Bool {
        let isMapping = byte == UInt8(ascii: "{")
        collections += 1
        let number = collections
        let end = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
        index += 1
        skipSpaces()
        while byte != end {
            if isMapping, !skipFlowKey(of: number) { return false }
            guard skipFlowValue(depth) else { return false }
            skipSpaces()
            if byte == end { break }
            guard byte == UInt8(ascii: ",") else { return false }
            index += 1
            skipSpaces()
        }
        index += 1
        return true
    }

    private mutating func skipFlowKey(of collection: Int) -> Bool {
        let start = index
        guard skipFlowWord(), byte == UInt8(ascii: ":"), next == 0x20,
            isNew(start..<index, of: collection)
        else { return false }
        index += 1
        skipSpaces()
        return true
    }

    private mutating func skipFlowValue(_ depth: Int) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted()
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth < Self.deepest && skipFlow(depth + 1)
        default: skipFlowWord()
        }
    }

    private mutating func skipFlowWord() -> Bool {
        let start = index
        guard Self.isWord(byte) else { return false }
        while index < text.count, Self.isKey(text[index]) { index += 1 }
        return index - start <= Self.longestKey
    }

    /// `|`, `>-` and the lines below that are indented further than the enclosing collection.
    private mutating func skipBlockScalar() -> Bool {
        index += 1
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { index += 1 }
        skipSpaces()
        guard byte == 0x0A, let parent = blocks.last?.column else { return false }
        var indent: Int?
        var widestBlank = 0
        while index < text.count {
            // At the line feed before a line.
            let feed = index
            index += 1
            skipSpaces()
            let column = index - feed - 1
            if byte == 0x0A {
                if indent == nil { widestBlank = max(widestBlank, column) }
                continue
            }
            guard column >= indent ?? parent + 1 else {
                index = feed
                break
            }
            if indent == nil, widestBlank > column { return false }
            indent = indent ?? column
            guard skipText() else { return false }
        }
        return indent != nil || widestBlank == 0
    }

    // MARK: Bytes

    /// The next byte; after the end, a line feed.
    private var byte: UInt8 { index < text.count ? text[index] : 0x0A }
    private var next: UInt8 { index + 1 < text.count ? text[index + 1] : 0x0A }
    private var isLineEnd: Bool { byte == 0x0A }

    private func isFence(_ start: Int) -> Bool {
        index == start && next == UInt8(ascii: "-") && index + 2 < text.count
            && text[index + 2] == UInt8(ascii: "-")
    }

    private mutating func skipSpaces() {
        while index < text.count, text[index] == 0x20 { index += 1 }
    }

    /// Accepts nothing, or a comment.
    private mutating func readLineEnd() -> Bool {
        let end = index
        skipSpaces()
        return byte == 0x0A || index > end && byte == UInt8(ascii: "#") && skipText()
    }

    /// Skips to the end of the line; false at a byte that libyaml may refuse.
    private mutating func skipText() -> Bool {
        while index < text.count {
            switch text[index] {
            case 0x0A: return true
            case 0x20..<0x7F: index += 1
            default: if !skipHan() { return false }
            }
        }
        return true
    }

    /// Skips one character from U+3000 to U+9FFF or of full width: all Han and Kana, and neither a
    /// line break nor a byte order mark.
    private mutating func skipHan() -> Bool {
        let isHan = (0xE3...0xE9).contains(text[index])
        let isWide = text[index] == 0xEF && (0xBC...0xBD).contains(next)
        guard isHan || isWide, index + 2 < text.count, text[index + 1] & 0xC0 == 0x80,
            text[index + 2] & 0xC0 == 0x80
        else { return false }
        index += 3
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
    }

    private static func isKey(_ byte: UInt8) -> Bool {
        isWord(byte) || (0x2D...0x2F).contains(byte)
    }

    private static func beginsPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "$"),
            UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "="):
            true
        default: isWord(byte) || byte >= 0x80
        }
    }
}
