/// Checks the structure of a TOML text: headers, keys, strings, brackets, ends of lines (TOML 1.0).
///
/// What numbers and dates look like and which keys are given twice is left to toml++, which ends the
/// process (an assertion) on some texts that are broken here, as `a = [1, }` or `[.b]`. O(bytes),
/// iterative.
package struct TOMLStructure {
    /// What is wrong with a text.
    package struct Problem: Sendable, Hashable {
        /// Without a full stop.
        package let message: String
        /// In bytes of the text.
        package let range: Range<Int>
        /// What would mend it, a verb phrase.
        package let fix: String?

        init(_ message: String, at range: Range<Int>, fix: String? = nil) {
            self.message = message
            self.range = range
            self.fix = fix
        }
    }

    /// What is wrong first; nil: nothing that this check knows of.
    package static func problem(in bytes: [UInt8]) -> Problem? {
        var scan = TOMLStructure(bytes: bytes)
        while scan.problem == nil, scan.skipToStatement() { scan.takeStatement() }
        return scan.problem
    }

    private let bytes: [UInt8]
    private var position = 0
    private var problem: Problem?
    /// The brackets that are open in a value.
    private var open: [Int] = []

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Notes what must stand at the position.
    private mutating func fail(_ message: String) {
        fail(message, at: position)
    }

    private mutating func fail(_ message: String, at start: Int) {
        var end = start
        if start < bytes.count, bytes[start] != 0x0A {
            end += 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80, end < start + 4 { end += 1 }
        }
        problem = Problem(message, at: start..<end)
    }

    private mutating func take(_ byte: UInt8, _ message: String) {
        if problem != nil { return }
        if current == byte { position += 1 } else { fail(message) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Letters, digits, `_`, `-` and `.`.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || "_-.".utf8.contains(byte)
    }

    // MARK: Space

    private mutating func skipSpaces() {
        while let byte = current, byte == 0x20 || byte == 0x09 { position += 1 }
    }

    private mutating func skipComment() {
        guard current == UInt8(ascii: "#") else { return }
        while let byte = current, byte != 0x0A { position += 1 }
    }

    /// Spaces, comments and ends of lines.
    private mutating func skipLines() {
        while let byte = current {
            switch byte {
            case 0x20, 0x09, 0x0A: position += 1
            case 0x0D where position + 1 < bytes.count && bytes[position + 1] == 0x0A: position += 1
            case UInt8(ascii: "#"): skipComment()
            default: return
            }
        }
    }

    private mutating func skipToStatement() -> Bool {
        skipLines()
        return position < bytes.count
    }

    private mutating func takeLineEnd() {
        if problem != nil { return }
        skipSpaces()
        skipComment()
        if current == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
            position += 1
        }
        if let byte = current, byte != 0x0A { fail("the line must end here") }
    }

    // MARK: Statements

    private mutating func takeStatement() {
        if current == UInt8(ascii: "[") {
            let header = position
            position += 1
            let isArray = current == UInt8(ascii: "[")
            if isArray { position += 1 }
            skipSpaces()
            takeKey("the name of a table must stand here")
            if problem == nil, current == nil || current == 0x0A {
                fail("the header is not closed", at: header)
                return
            }
            take(UInt8(ascii: "]"), "']' must stand here")
            if isArray { take(UInt8(ascii: "]"), "']' must stand here") }
        } else {
            takeKey("a key must stand here")
            take(UInt8(ascii: "="), "'=' must follow the key")
            takeValue()
        }
        takeLineEnd()
    }

    /// `a."b c".d`, with the spaces behind it.
    private mutating func takeKey(_ message: String) {
        while problem == nil {
            switch current {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): takeString(isKey: true)
            case let byte? where Self.isBareKeyByte(byte):
                while let byte = current, Self.isBareKeyByte(byte) { position += 1 }
            default:
                fail(message)
                return
            }
            if problem != nil { return }
            skipSpaces()
            guard current == UInt8(ascii: ".") else { return }
            position += 1
            skipSpaces()
        }
    }

    private static func isBareKeyByte(_ byte: UInt8) -> Bool {
        Self.isNameByte(byte) && byte != UInt8(ascii: ".")
    }

    // MARK: Values

    private mutating func takeValue() {
        open = []
        var wantsValue = true
        while problem == nil {
            if wantsValue {
                wantsValue = beginValue()
            } else if let bracket = open.last {
                wantsValue = goOn(in: bytes[bracket])
            } else {
                return
            }
        }
        // What the reader sees at the end of the text is the bracket that it never saw closed.
        if problem != nil, position >= bytes.count, let bracket = open.last {
            let mark = String(decoding: [bytes[bracket]], as: UTF8.self)
            problem = Problem("'\(mark)' is never closed", at: bracket..<(bracket + 1))
        }
    }

    /// Takes a scalar, or opens a bracket; gives whether a value must follow.
    private mutating func beginValue() -> Bool {
        if open.last.map({ bytes[$0] == UInt8(ascii: "[") }) ?? false {
            skipLines()
        } else {
            skipSpaces()
        }
        switch current {
        case UInt8(ascii: "["):
            open.append(position)
            position += 1
            skipLines()
            return !takeClosing(UInt8(ascii: "]"))
        case UInt8(ascii: "{"):
            open.append(position)
            position += 1
            skipSpaces()
            if takeClosing(UInt8(ascii: "}")) || endsInlineTable() { return false }
            takeInlineKey()
            return true
        case UInt8(ascii: "\""), UInt8(ascii: "'"): takeString(isKey: false)
        case let byte? where Self.isWordByte(byte): takeWord()
        default: fail("a value must stand here")
        }
        return false
    }

    /// Behind a value inside of a bracket; gives whether another value must follow.
    private mutating func goOn(in bracket: UInt8) -> Bool {
        if bracket == UInt8(ascii: "[") {
            skipLines()
            if takeClosing(UInt8(ascii: "]")) { return false }
            take(UInt8(ascii: ","), "',' or ']' must stand here")
            skipLines()
            return !takeClosing(UInt8(ascii: "]"))
        }
        skipSpaces()
        if takeClosing(UInt8(ascii: "}")) { return false }
        if endsInlineTable() { return false }
        take(UInt8(ascii: ","), "',' or '}' must stand here")
        skipSpaces()
        takeInlineKey()
        return true
    }

    /// Whether the line ends inside of an inline table, which TOML 1.0 does not allow.
    private mutating func endsInlineTable() -> Bool {
        guard current == 0x0A || current == nil, let brace = open.last else { return false }
        fail("an inline table must end on its line", at: brace)
        return true
    }

    private mutating func takeInlineKey() {
        if problem != nil { return }
        takeKey("a key must stand here")
        take(UInt8(ascii: "="), "'=' must follow the key")
    }

    private mutating func takeClosing(_ byte: UInt8) -> Bool {
        guard problem == nil, current == byte else { return false }
        position += 1
        open.removeLast()
        return true
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        Self.isNameByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ":")
    }

    /// `3.14`, `true`, `1979-05-27 07:32:00Z`.
    private mutating func takeWord() {
        let start = position
        while let byte = current, Self.isWordByte(byte) { position += 1 }
        // One space may stand between date and time.
        if position - start == 10, bytes[start + 4] == UInt8(ascii: "-"), current == 0x20,
            position + 1 < bytes.count, Self.isDigit(bytes[position + 1])
        {
            position += 1
            while let byte = current, Self.isWordByte(byte) { position += 1 }
        }
        let text = bytes[start..<position]
        let isNumber = text.contains(where: Self.isDigit)
        let names = ["true", "false", "inf", "nan", "+inf", "-inf", "+nan", "-nan"]
        if isNumber || names.contains(where: { text.elementsEqual($0.utf8) }) { return }
        let word = String(decoding: text, as: UTF8.self)
        problem = Problem(
            "'\(word)' is no value of TOML", at: start..<position, fix: "put it in quotes")
    }

    // MARK: Strings

    private mutating func takeString(isKey: Bool) {
        let start = position
        let quote = bytes[start]
        var isLong = start + 2 < bytes.count && bytes[start + 1] == quote
        isLong = isLong && bytes[start + 2] == quote
        if isLong, isKey {
            fail("a key stands on one line")
            return
        }
        position += isLong ? 3 : 1
        while let byte = current {
            if byte == quote {
                if !isLong {
                    position += 1
                    return
                }
                if takeLongEnd(quote) { return }
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                takeEscape(isLong: isLong)
                if problem != nil { return }
            } else if byte == 0x0A, !isLong {
                break
            } else {
                position += 1
            }
        }
        let end = isLong ? start + 3 : position
        position = min(position, bytes.count)
        problem = Problem("the string is not closed", at: start..<end)
    }

    /// `"""`, before which two more quotes belong to the string.
    private mutating func takeLongEnd(_ quote: UInt8) -> Bool {
        let quotes = bytes[position...].prefix(5).prefix { $0 == quote }.count
        position += quotes
        return quotes >= 3
    }

    private mutating func takeEscape(isLong: Bool) {
        let start = position
        position += 1
        switch current {
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = current == UInt8(ascii: "u") ? 4 : 8
            position += 1
            let digits = bytes[position...].prefix(count).prefix {
                Self.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
            }
            position += digits.count
            if digits.count == count { return }
        case let byte? where "btnfr\"\\".utf8.contains(byte):
            position += 1
            return
        case 0x20?, 0x09?, 0x0A?:
            if isLong {
                skipSpaces()
                if current == 0x0A { return }
            }
        default: break
        }
        let text = String(decoding: bytes[start..<min(start + 2, bytes.count)], as: UTF8.self)
        problem = Problem(
            "'\(text)' is no escape of TOML", at: start..<min(start + 2, bytes.count),
            fix: "write '\\\(text)' or quote with '")
    }
}
