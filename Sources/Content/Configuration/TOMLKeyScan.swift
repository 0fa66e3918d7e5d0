/// Finds where the keys of a TOML text stand, which the parser does not tell.
///
/// `[posts]`, `per_page = 5` gives `posts` and `posts.per_page`; the second `[[menu]]` gives
/// `menu.1`; keys of inline tables and dotted keys count too. It knows comments and all four kinds
/// of string, and nothing else of the grammar: a text with errors is reported by the parser.
struct TOMLKeyScan {
    /// Paths to the places of their keys, in UTF-8 bytes; the first place of a path wins.
    private(set) var places: [String: Range<Int>] = [:]
    /// Where nesting or a dotted key first exceeds ``RawValue/deepest``; what lies deeper has no
    /// places, so that the cost stays O(bytes).
    private(set) var tooDeep: Range<Int>?

    /// `posts` and `per_page` give `posts.per_page`.
    static func join(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : path + "." + key
    }

    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    private var table = ""
    /// How many elements each array of tables has so far.
    private var counts: [String: Int] = [:]

    /// Scans a part of a file.
    init(_ bytes: [UInt8], _ text: Range<Int>) {
        self.bytes = bytes
        end = text.upperBound
        position = text.lowerBound
        run()
    }

    private var current: UInt8? { position < end ? bytes[position] : nil }

    private mutating func run() {
        while let byte = current {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "["): header()
            default:
                keyAndValue(in: table)
                skipLine()
            }
        }
    }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func header() {
        position += 1
        let isArray = current == UInt8(ascii: "[")
        if isArray { position += 1 }
        let parts = keyPath()
        table = ""
        for (index, part) in parts.enumerated() {
            table = Self.join(table, part.name)
            record(table, part.place)
            let isLast = index + 1 == parts.count
            if isArray && isLast {
                let count = counts[table, default: 0]
                counts[table] = count + 1
                table = Self.join(table, String(count))
                record(table, part.place)
            } else if let count = counts[table] {
                table = Self.join(table, String(count - 1))
            }
        }
        skipLine()
    }

    private mutating func keyAndValue(in table: String) {
        let parts = keyPath()
        guard !parts.isEmpty else { return }
        var path = table
        for part in parts {
            path = Self.join(path, part.name)
            record(path, part.place)
        }
        skipSpaces()
        guard current == UInt8(ascii: "=") else { return }
        position += 1
        skipValue(at: path)
    }

    private mutating func markTooDeep() {
        if tooDeep == nil { tooDeep = position..<min(position + 1, end) }
    }

    private mutating func record(_ path: String, _ place: Range<Int>) {
        if places[path] == nil { places[path] = place }
    }

    /// `a."b c".d`: the parts and where they stand.
    private mutating func keyPath() -> [(name: String, place: Range<Int>)] {
        var parts: [(String, Range<Int>)] = []
        while true {
            skipSpaces()
            let start = position
            if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                skipString()
                let inner = (start + 1)..<max(start + 1, position - 1)
                let name = String(decoding: bytes[inner], as: UTF8.self)
                parts.append((name, start..<position))
            } else {
                while let byte = current, Self.isBare(byte) { position += 1 }
                guard position > start else { return parts }
                parts.append(
                    (String(decoding: bytes[start..<position], as: UTF8.self), start..<position))
            }
            skipSpaces()
            guard current == UInt8(ascii: ".") else { return parts }
            position += 1
            if parts.count > RawValue.deepest {
                markTooDeep()
                return []
            }
        }
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        byte > 0x20 && !"=.[]{}#,\"'".utf8.contains(byte)
    }

    /// One open array or inline table.
    private struct Bracket {
        let path: String
        let isTable: Bool
        var index = 0
    }

    /// Goes behind the value of the key at `path`, and records the keys of its inline tables.
    private mutating func skipValue(at path: String) {
        var open: [Bracket] = []
        var path = path
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                let isTable = byte == UInt8(ascii: "{")
                if open.count == RawValue.deepest {
                    markTooDeep()
                    return
                }
                open.append(Bracket(path: path, isTable: isTable))
                position += 1
                path = begin(open[open.count - 1])
            case UInt8(ascii: ","):
                position += 1
                guard !open.isEmpty else { return }
                open[open.count - 1].index += 1
                path = begin(open[open.count - 1])
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                position += 1
                if !open.isEmpty { open.removeLast() }
                if open.isEmpty { return }
            case 0x0A, 0x0D:
                if open.isEmpty { return }
                position += 1
            default: position += 1
            }
        }
    }

    /// The path of the value that comes next within a bracket: an index, or a key that is read.
    private mutating func begin(_ bracket: Bracket) -> String {
        guard bracket.isTable else { return Self.join(bracket.path, String(bracket.index)) }
        var path = bracket.path
        for part in keyPath() {
            path = Self.join(path, part.name)
            record(path, part.place)
        }
        return path
    }

    /// Goes behind a string of any of the four kinds.
    private mutating func skipString() {
        guard let quote = current else { return }
        let isLong =
            position + 2 < end && bytes[position + 1] == quote && bytes[position + 2] == quote
        position += isLong ? 3 : 1
        while let byte = current {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position = min(position + 2, end)
            } else if byte != quote {
                if !isLong, byte == 0x0A { return }
                position += 1
            } else if !isLong {
                position += 1
                return
            } else if bytes[position..<end].prefix(3).elementsEqual([quote, quote, quote]) {
                position += 3
                // `""""` at the end: up to two quotes may stand inside, before the closing three.
                while current == quote { position += 1 }
                return
            } else {
                position += 1
            }
        }
    }

    private mutating func skipSpaces() {
        while let byte = current, byte == 0x20 || byte == 0x09 { position += 1 }
    }

    private mutating func skipLine() {
        while let byte = current, byte != 0x0A { position += 1 }
    }
}
