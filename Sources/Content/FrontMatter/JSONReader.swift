/// JSON front matter (RFC 8259) as raw values, with the place of every key.
///
/// Foundation's reader gives no places, keeps the last of two equal keys, and does not say where a
/// leading object ends.
struct JSONReader {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int

    /// Reads an object, or its members without the braces, as Hexo writes them between `;;;`.
    static func members(
        in bytes: [UInt8], _ text: Range<Int>
    ) throws(SyntaxProblem) -> [RawEntry] {
        var reader = JSONReader(bytes: bytes, end: text.upperBound, position: text.lowerBound)
        reader.skipSpaces()
        let entries: [RawEntry]
        if reader.current == UInt8(ascii: "{") {
            entries = try reader.object(depth: 1)
        } else {
            entries = try reader.members(until: nil, depth: 1)
        }
        reader.skipSpaces()
        if reader.current != nil { throw reader.problem("nothing may follow the object") }
        return entries
    }

    /// Reads a leading object and returns where the text after it begins: the next line.
    static func leadingObject(
        in bytes: [UInt8], at start: Int
    ) throws(SyntaxProblem) -> (entries: [RawEntry], bodyOffset: Int) {
        var reader = JSONReader(bytes: bytes, end: bytes.count, position: start)
        let entries = try reader.object(depth: 1)
        let line = FrontMatterBlock.line(in: bytes, at: reader.position)
        if !FrontMatterBlock.trimmed(bytes, line.text).isEmpty {
            throw reader.problem("nothing may follow the object on its line")
        }
        return (entries, line.next)
    }

    private init(bytes: [UInt8], end: Int, position: Int) {
        self.bytes = bytes
        self.end = end
        self.position = position
    }

    private var current: UInt8? { position < end ? bytes[position] : nil }

    private func problem(_ text: String) -> SyntaxProblem {
        SyntaxProblem(
            text: "Front matter is not JSON: \(text)", place: position..<min(position + 1, end))
    }

    private mutating func skipSpaces() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            position += 1
        }
    }

    private mutating func expect(_ byte: UInt8) throws(SyntaxProblem) {
        skipSpaces()
        guard current == byte else {
            throw problem("'\(Character(UnicodeScalar(byte)))' must be here")
        }
        position += 1
    }

    private mutating func object(depth: Int) throws(SyntaxProblem) -> [RawEntry] {
        try expect(UInt8(ascii: "{"))
        return try members(until: UInt8(ascii: "}"), depth: depth)
    }

    /// Reads members up to and including a closing brace, or to the end.
    private mutating func members(
        until closing: UInt8?, depth: Int
    ) throws(SyntaxProblem) -> [RawEntry] {
        var entries: [RawEntry] = []
        var first: [String: Range<Int>] = [:]
        skipSpaces()
        while current != closing {
            skipSpaces()
            let start = position
            guard current == UInt8(ascii: "\"") else {
                throw problem("a key in quotes must be here")
            }
            let key = try string()
            let place = start..<position
            if let first = first.updateValue(place, forKey: key) {
                throw SyntaxProblem(
                    kind: .duplicateKey(again: place), text: "Key '\(key)' is given twice",
                    place: first)
            }
            try expect(UInt8(ascii: ":"))
            entries.append(RawEntry(key: key, place: place, value: try value(depth: depth + 1)))
            skipSpaces()
            if current == closing { break }
            try expect(UInt8(ascii: ","))
            skipSpaces()
            if closing != nil, current == closing { throw problem("a key must follow the comma") }
        }
        if closing != nil { position += 1 }
        return entries
    }

    private mutating func value(depth: Int) throws(SyntaxProblem) -> RawValue {
        if depth > RawValue.deepest {
            throw SyntaxProblem(
                kind: .tooDeep, text: "Front matter is nested over \(RawValue.deepest) levels deep",
                place: position..<min(position + 1, end))
        }
        skipSpaces()
        switch current {
        case UInt8(ascii: "{"): return .table(try object(depth: depth))
        case UInt8(ascii: "["): return .list(try list(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        default: return try word()
        }
    }

    private mutating func list(depth: Int) throws(SyntaxProblem) -> [RawValue] {
        position += 1
        var values: [RawValue] = []
        skipSpaces()
        if current == UInt8(ascii: "]") {
            position += 1
            return []
        }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpaces()
            if current == UInt8(ascii: "]") {
                position += 1
                return values
            }
            try expect(UInt8(ascii: ","))
        }
    }

    /// `true`, `null`, `-1.5e3`.
    private mutating func word() throws(SyntaxProblem) -> RawValue {
        let start = position
        while let byte = current, byte > 0x20, !",]}:\"[{".utf8.contains(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default: break
        }
        switch RawValue.plain(text).typed {
        case .integer where text.utf8.first != UInt8(ascii: "+"),
            .number where text.utf8.first != UInt8(ascii: "+"):
            return .plain(text)
        case .string where Self.isLongNumber(text): return .plain(text)
        default:
            position = start
            throw problem("a value must be here")
        }
    }

    /// Whether a text is a whole number beyond 64 bits, which is kept as written, as in YAML.
    private static func isLongNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
        return digits.count >= 19 && digits.first != 0x30
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A quoted string; the position is at its opening quote.
    private mutating func string() throws(SyntaxProblem) -> String {
        position += 1
        var out: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<0x20:
                position -= 1
                throw problem(
                    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                        ? "a string ends on its line" : "a tab in a string is written '\\t'")
            default: out.append(byte)
            }
        }
        throw problem("a string is not closed")
    }

    private mutating func escape(into out: inout [UInt8]) throws(SyntaxProblem) {
        guard let byte = current else { throw problem("a string is not closed") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): out += String(try scalar()).utf8
        default:
            position -= 1
            throw problem("no such escape")
        }
    }

    /// The character of `\uXXXX`, or of two of them for one beyond U+FFFF.
    private mutating func scalar() throws(SyntaxProblem) -> Character {
        let unit = try hexadecimal()
        if let scalar = UnicodeScalar(unit) { return Character(scalar) }
        if unit < 0xDC00, bytes[position..<end].starts(with: "\\u".utf8) {
            position += 2
            let low = try hexadecimal()
            if (0xDC00..<0xE000).contains(low),
                let scalar = UnicodeScalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            {
                return Character(scalar)
            }
        }
        throw problem("half a surrogate pair is no character")
    }

    private mutating func hexadecimal() throws(SyntaxProblem) -> UInt32 {
        let digits = bytes[position..<min(position + 4, end)]
        guard digits.count == 4,
            digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
            let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw problem("four hexadecimal digits must follow '\\u'") }
        position += 4
        return number
    }
}
