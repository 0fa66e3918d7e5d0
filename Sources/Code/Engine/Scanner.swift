import Text

/// The bytes of a code block, and the moves that all lexers share.
struct Scanner {
    let code: [UInt8]
    /// Where the code to read ends.
    var count: Int
    var index = 0

    init(_ code: [UInt8]) {
        self.code = code
        count = code.count
        if starts(with: "\u{FEFF}") { index = 3 }
    }

    var isAtEnd: Bool { index >= count }

    /// The byte at an index; 0 before the code and after it.
    @inline(__always)
    subscript(_ index: Int) -> UInt8 {
        index < count && index >= 0 ? code[index] : 0
    }

    /// The byte that is read next.
    @inline(__always) var byte: UInt8 { self[index] }

    /// The byte some places after the next one.
    @inline(__always)
    func ahead(_ distance: Int) -> UInt8 { self[index + distance] }

    func starts(with text: StaticString) -> Bool {
        starts(with: text, at: index)
    }

    func starts(with text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= count else { return false }
        return text.withUTF8Buffer { bytes in
            for offset in 0..<bytes.count where code[index + offset] != bytes[offset] {
                return false
            }
            return true
        }
    }

    func starts(with bytes: [UInt8], at index: Int) -> Bool {
        guard index + bytes.count <= count else { return false }
        for (offset, byte) in bytes.enumerated() where code[index + offset] != byte {
            return false
        }
        return true
    }

    // MARK: Moves

    mutating func skipLine() {
        guard index < count else { return }
        index = min(code.withUnsafeBytes { $0.index(of: 0x0A, from: index) } ?? count, count)
    }

    /// Moves past the next `text`; to the end, returning false, if it is not found.
    mutating func skip(past text: StaticString) -> Bool {
        guard text.utf8CodeUnitCount > 0 else { return true }
        let first = text.utf8Start.pointee
        while index < count,
            let found = code.withUnsafeBytes({ $0.index(of: first, from: index) }), found < count
        {
            index = found
            if starts(with: text) {
                index += text.utf8CodeUnitCount
                return true
            }
            index += 1
        }
        index = max(index, count)
        return false
    }

    /// Moves past a word that begins here.
    ///
    /// - Returns: its kind in the grammar; `name` for one that the grammar does not have.
    @inline(__always)
    mutating func word(_ words: Words, name: UInt8, also extra: UInt8 = 0) -> UInt8 {
        var hash = Words.seed
        var index = self.index
        while index < count {
            let byte = code[index]
            guard byte.isWordPart else { break }
            hash = words.step(hash, byte)
            index += 1
        }
        self.index = index
        if index >= count || code[index] < 0x80 && (extra == 0 || code[index] != extra) {
            return words.kind(of: hash) ?? name
        }
        return longWord(words, name: name, also: extra, hash)
    }

    /// The rest of a word that holds more than letters and digits of ASCII.
    private mutating func longWord(
        _ words: Words, name: UInt8, also extra: UInt8, _ hash: UInt64
    ) -> UInt8 {
        var hash = hash
        while true {
            let byte = self.byte
            if byte.isWordPart || extra != 0 && byte == extra {
                hash = words.step(hash, byte)
                index += 1
            } else if byte >= 0x80, let length = letterLength() {
                for offset in 0..<length { hash = words.step(hash, self[index + offset]) }
                index += length
            } else {
                return words.kind(of: hash) ?? name
            }
        }
    }

    mutating func skipDigits() {
        while byte.isDigit || byte == UInt8(ascii: "_") { index += 1 }
    }

    /// Moves past the character that begins here.
    mutating func skipCharacter() {
        index += 1
        while index < count, code[index] & 0xC0 == 0x80 { index += 1 }
    }

    // MARK: Characters beyond ASCII

    /// The length of the letter beyond ASCII that begins here; nil for punctuation (full-width and
    /// general), symbols and blanks.
    func letterLength() -> Int? {
        let (length, value) = scalar(at: index)
        switch value {
        case 0..<0xAA, 0xD7, 0xF7, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004,
            0x3008...0x3020, 0xFE30...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
            0xFF5B...0xFF65, 0xFFFD, 0x1F000...0x1FFFF:
            return nil
        // A letter that the end of the code cuts off is as long as what is left of it.
        default: return max(1, min(length, count - index))
        }
    }

    /// The character of UTF-8 at an index, and its length in bytes.
    func scalar(at index: Int) -> (length: Int, value: UInt32) {
        let first = UInt32(self[index])
        func next(_ offset: Int) -> UInt32 { UInt32(self[index + offset] & 0x3F) }
        if first < 0xC0 { return (1, first) }
        if first < 0xE0 { return (2, (first & 0x1F) << 6 | next(1)) }
        if first < 0xF0 { return (3, (first & 0x0F) << 12 | next(1) << 6 | next(2)) }
        return (4, (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3))
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: code[range], as: UTF8.self)
    }

    /// Whether a character of Unicode's class Zs of three bytes comes next: all but the space and
    /// U+00A0. They are white space in C# (section 6.3.4) and JavaScript (ECMA-262, section 12.2).
    var isSpaceSeparator: Bool {
        guard byte >= 0xE1 else { return false }
        switch scalar(at: index).value {
        case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return true
        default: return false
        }
    }
}
