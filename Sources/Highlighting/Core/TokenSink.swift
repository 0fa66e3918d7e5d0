/// The code to read, and the tokens found in it so far.
///
/// Tokens follow one another without gaps from the first byte on, and none ends inside a UTF-8
/// character. So the output written from them is the code, in valid UTF-8, whatever a tokenizer
/// does.
struct TokenSink {
    struct Token: Hashable {
        /// Its end; it begins where the previous one ends.
        let end: Int
        let kind: TokenClass
    }

    let code: [UInt8]
    /// The next byte to read.
    var index: Int
    /// Where reading ends: the end of the code, or of a part in another language.
    var end: Int
    private(set) var tokens: [Token] = []
    private var covered: Int
    /// How many languages are around the current one.
    private(set) var depth = 0

    /// Languages nested deeper are plain text.
    private static let deepest = 4

    init(_ code: [UInt8]) {
        self.code = code
        index = 0
        end = code.count
        covered = 0
        tokens.reserveCapacity(code.count / 4 + 2)
    }

    /// The byte at `i`; 0 at the end and beyond, and before the first.
    subscript(_ i: Int) -> UInt8 { i < end && i >= 0 ? code[i] : 0 }

    var isAtEnd: Bool { index >= end }

    /// Classifies the bytes from `start` up to `index`; earlier bytes without a token get no class.
    ///
    /// An end inside a character moves to the character's end: a backslash takes the character
    /// after it along, however many bytes that has.
    @inline(__always)
    mutating func put(_ kind: TokenClass, from start: Int) {
        if start > covered {
            covered = characterEnd(start)
            tokens.append(Token(end: covered, kind: .none))
        }
        if index > covered {
            index = characterEnd(index)
            tokens.append(Token(end: index, kind: kind))
            covered = index
        }
    }

    /// Skips the bytes up to `limit`, which are of one class.
    mutating func put(_ kind: TokenClass, to limit: Int) {
        let start = index
        index = max(index, min(limit, end))
        put(kind, from: start)
    }

    /// `i`, or the end of the UTF-8 character that contains `i`.
    @inline(__always)
    private func characterEnd(_ i: Int) -> Int {
        var i = i
        while i < end, code[i] & 0xC0 == 0x80 { i += 1 }
        return i
    }

    /// The tokens, which then cover all of the code.
    mutating func finish() -> [Token] {
        index = code.count
        put(.none, from: covered)
        return tokens
    }

    // MARK: Looking ahead

    func starts(with text: [UInt8], at i: Int) -> Bool {
        guard i >= 0, i + text.count <= end else { return false }
        var k = 0
        while k < text.count {
            if code[i + k] != text[k] { return false }
            k += 1
        }
        return true
    }

    func starts(with text: StaticString, at i: Int) -> Bool {
        guard i >= 0, i + text.utf8CodeUnitCount <= end else { return false }
        return text.withUTF8Buffer { bytes in
            for k in 0..<bytes.count where code[i + k] != bytes[k] { return false }
            return true
        }
    }

    /// The end of the line of `i`: its LF, or the end.
    func lineEnd(from i: Int) -> Int {
        var i = i
        while i < end, code[i] != .lineFeed { i += 1 }
        return i
    }

    /// The first position of `text` at or after `i`, before `limit`.
    func find(_ text: [UInt8], from i: Int, before limit: Int) -> Int? {
        guard let first = text.first else { return nil }
        var i = i
        while i + text.count <= limit {
            if code[i] == first, starts(with: text, at: i) { return i }
            i += 1
        }
        return nil
    }

    /// The first byte at `i` or after it that is neither a space nor a tab.
    func afterBlanks(_ i: Int) -> Int {
        var i = i
        while i < end, code[i].isBlank { i += 1 }
        return i
    }

    /// The first byte at or after `i` that is not a letter, digit, `_` or part of a longer
    /// character.
    func afterName(_ i: Int) -> Int {
        var i = i
        while i < end, code[i].isNamePart { i += 1 }
        return i
    }

    // MARK: Parts in other languages

    /// Reads the bytes up to `limit` in another language.
    mutating func embed(_ grammar: any Grammar, to limit: Int) {
        let outer = end
        let limit = characterEnd(min(limit, end))
        if depth < Self.deepest, limit > index {
            depth += 1
            end = limit
            grammar.read(&self)
            depth -= 1
        }
        end = outer
        index = limit
    }
}
