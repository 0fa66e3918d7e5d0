import Text

/// Splits a text into the tokens of JSON (RFC 8259, sections 2 to 7), O(bytes).
///
/// If not strict, it also accepts those of JSON5: `'…'`, hexadecimal numbers, any escape.
struct JSONLexer {
    private let bytes: [UInt8]
    private let isStrict: Bool
    private var position: Int
    private(set) var relaxations: JSONRelaxations = []

    init(_ bytes: [UInt8], isStrict: Bool) {
        self.bytes = bytes
        self.isStrict = isStrict
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next token; at the end of the text an empty ``JSONToken/Kind/end``.
    mutating func next() -> JSONToken {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count else { return JSONToken(.end, position..<position) }
        switch bytes[position] {
        case UInt8(ascii: "{"):
            if let gap = template() { return gap }
            return take(1, .openObject)
        case UInt8(ascii: "}"): return take(1, .closeObject)
        case UInt8(ascii: "["): return take(1, .openArray)
        case UInt8(ascii: "]"): return take(1, .closeArray)
        case UInt8(ascii: ","): return take(1, .comma)
        case UInt8(ascii: ":"): return take(1, .colon)
        case UInt8(ascii: "\""): return string(quote: UInt8(ascii: "\""))
        case UInt8(ascii: "'"): return singleQuoted()
        case UInt8(ascii: "/"): return comment()
        case UInt8(ascii: "#"):
            let end = lineEnd(from: position)
            return comment(position..<end, text: (position + 1)..<end, .hashComments)
        default: return other()
        }
    }

    private mutating func take(_ count: Int, _ kind: JSONToken.Kind) -> JSONToken {
        position += count
        return JSONToken(kind, (position - count)..<position)
    }

    private mutating func take(to end: Int, _ kind: JSONToken.Kind) -> JSONToken {
        take(end - position, kind)
    }

    private mutating func fault(
        _ message: String, at range: Range<Int>, fix: String? = nil, replacement: String? = nil
    ) -> JSONToken {
        position = max(range.upperBound, position + 1)
        return JSONToken(
            fault: Finding(message, at: range, fix: fix, replacement: replacement))
    }

    private mutating func other() -> JSONToken {
        let byte = bytes[position]
        if let end = DataElision.elisionEnd(in: bytes, at: position) {
            return take(to: endOfWords(behind: end), .elision)
        }
        if let end = DataElision.placeholderEnd(in: bytes, at: position) {
            return take(to: end, .placeholder)
        }
        if byte.isDigit || "-+.".utf8.contains(byte) { return number() }
        if byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") {
            return word()
        }
        // `***` masks a secret.
        if byte == UInt8(ascii: "*") {
            let end = bytes[position...].firstIndex { $0 != byte } ?? bytes.count
            if end - position >= 3 { return take(to: end, .placeholder) }
        }
        return unexpected()
    }

    /// `...and 20 more`: words after an elision belong to it, up to a byte that may be JSON.
    private func endOfWords(behind elision: Int) -> Int {
        var end = elision
        while end < bytes.count, bytes[end] != 0x0A, !"\"'{}[],:/".utf8.contains(bytes[end]) {
            end += 1
        }
        return end
    }

    // MARK: Templates and comments

    /// `{{ .X }}` is a placeholder, `{% if %}` a directive; `{{"a": 1}}` is neither.
    private mutating func template() -> JSONToken? {
        guard let end = DataElision.templateEnd(in: bytes, at: position) else { return nil }
        if bytes[position + 1] != UInt8(ascii: "{") { return take(to: end, .directive) }
        let text = bytes[(position + 2)..<end].drop { $0 == 0x20 }
        guard let first = text.first, !"\"{}".utf8.contains(first) else { return nil }
        return take(to: DataElision.placeholderEnd(in: bytes, at: position) ?? end, .placeholder)
    }

    private mutating func comment() -> JSONToken {
        let start = position
        let next = start + 1 < bytes.count ? bytes[start + 1] : 0
        if next == UInt8(ascii: "/") {
            let end = lineEnd(from: start)
            return comment(start..<end, text: (start + 2)..<end, .comments)
        }
        guard next == UInt8(ascii: "*") else { return unexpected() }
        var end = start + 2
        while end + 1 < bytes.count {
            if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") {
                return comment(start..<(end + 2), text: (start + 2)..<end, .comments)
            }
            end += 1
        }
        position = bytes.count
        return JSONToken(
            fault: Finding(
                "the comment is not closed", at: start..<(start + 2), fix: "close it with '*/'"))
    }

    private mutating func comment(
        _ range: Range<Int>, text: Range<Int>, _ relaxation: JSONRelaxations
    ) -> JSONToken {
        if DataElision.isElision(comment: bytes[text]) {
            return take(to: range.upperBound, .elision)
        }
        relaxations.insert(relaxation)
        return take(to: range.upperBound, .comment)
    }

    private func lineEnd(from start: Int) -> Int {
        bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    }

    // MARK: Strings

    private mutating func string(quote: UInt8) -> JSONToken {
        let start = position
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case quote: return take(to: index + 1, .string)
            case UInt8(ascii: "\\"):
                guard let end = escapeEnd(at: index) else {
                    let end = min(index + 2, bytes.count)
                    if end < bytes.count, bytes[index + 1] == 0x0A {
                        return openString(start..<index)
                    }
                    return badEscape(at: index..<scalarEnd(at: end - 1))
                }
                index = end
            case 0x0A: return openString(start..<index)
            case 0..<0x20:
                return fault(
                    "a string may not hold \(Self.name(ofControl: bytes[index]))",
                    at: index..<(index + 1),
                    fix: bytes[index] == 0x09 ? "write '\\t'" : nil,
                    replacement: bytes[index] == 0x09 ? "\\t" : nil)
            case UInt8(ascii: "{"): index = templateInStringEnd(at: index) ?? index + 1
            default: index += 1
            }
        }
        return openString(start..<index)
    }

    private mutating func openString(_ range: Range<Int>) -> JSONToken {
        fault("the string is not closed on its line", at: range, fix: "close it with a quote")
    }

    private mutating func badEscape(at range: Range<Int>) -> JSONToken {
        let isUnicode = bytes[range].dropFirst().first == UInt8(ascii: "u")
        if isUnicode {
            return fault("four hexadecimal digits must follow '\\u'", at: range)
        }
        let text = String(decoding: bytes[range], as: UTF8.self)
        return fault(
            "'\(text)' is no escape of JSON", at: range, fix: "write '\\\(text)'",
            replacement: "\\" + text)
    }

    /// The end of an escape; nil if it is invalid.
    private func escapeEnd(at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "u"):
            let digits = bytes[(start + 2)..<min(start + 6, bytes.count)]
            return digits.count == 4 && digits.allSatisfy(\.isHexDigit) ? start + 6 : nil
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        default: return isStrict ? nil : start + 2
        }
    }

    /// `"{{ tpl "x" }}"`: the quotes of a template do not end the string.
    private func templateInStringEnd(at start: Int) -> Int? {
        guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "{"),
            bytes[start + 2] != UInt8(ascii: "\"")
        else { return nil }
        return DataElision.templateEnd(in: bytes, at: start)
    }

    private mutating func singleQuoted() -> JSONToken {
        if !isStrict { return string(quote: UInt8(ascii: "'")) }
        let start = position
        let message = "a string of JSON is in double quotes"
        let line = bytes[(start + 1)..<lineEnd(from: start)]
        guard let end = line.firstIndex(of: UInt8(ascii: "'")) else {
            return fault(message, at: start..<(start + 1))
        }
        let text = bytes[(start + 1)..<end]
        if text.contains(where: { "\"\\".utf8.contains($0) }) {
            return fault(message, at: start..<(end + 1))
        }
        let quoted = "\"" + String(decoding: text, as: UTF8.self) + "\""
        return fault(message, at: start..<(end + 1), fix: "write \(quoted)", replacement: quoted)
    }

    // MARK: Numbers and words

    private mutating func number() -> JSONToken {
        let start = position
        var end = start
        while end < bytes.count,
            DataElision.isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "+")
        {
            if end > start, DataElision.elisionEnd(in: bytes, at: end) != nil { break }
            end += 1
        }
        let text = bytes[start..<end]
        if JSONNumber.isValid(text) { return take(to: end, .number) }
        if text.elementsEqual("-Infinity".utf8) || text.elementsEqual("+Infinity".utf8) {
            relaxations.insert(.notANumber)
            return take(to: end, .number)
        }
        if !isStrict, JSONNumber.isValidInJSON5(text) { return take(to: end, .number) }
        let words = String(decoding: text, as: UTF8.self)
        return fault("'\(words)' is no number of JSON", at: start..<max(end, start + 1))
    }

    private mutating func word() -> JSONToken {
        let start = position
        let end =
            bytes[start...].firstIndex {
                !(DataElision.isNameByte($0) || $0 == UInt8(ascii: "$") || $0 >= 0x80)
            } ?? bytes.count
        let text = bytes[start..<end]
        for literal in ["true", "false", "null"] where text.elementsEqual(literal.utf8) {
            return take(to: end, .literal)
        }
        if text.elementsEqual("NaN".utf8) || text.elementsEqual("Infinity".utf8) {
            relaxations.insert(.notANumber)
            return take(to: end, .literal)
        }
        // `xxx` replaces a number that does not matter.
        if text.count >= 3, text.allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) {
            return take(to: end, .placeholder)
        }
        return take(to: end, .word)
    }

    // MARK: Invalid tokens

    private mutating func unexpected() -> JSONToken {
        let range = position..<scalarEnd(at: position)
        let text = String(decoding: bytes[range], as: UTF8.self)
        if bytes[position] < 0x20 {
            let name = Self.name(ofControl: bytes[position])
            return fault("JSON may not hold \(name)", at: range)
        }
        if let plain = WideMark.plain(of: text) {
            let name = plain == " " ? "a space" : "'\(plain)'"
            let shown = plain == " " ? "a space that JSON does not know" : "'\(text)'"
            return fault(
                "\(shown) is where JSON has \(name)", at: range, fix: "write \(name)",
                replacement: plain)
        }
        return fault("'\(text)' is not allowed here", at: range)
    }

    private func scalarEnd(at start: Int) -> Int {
        var end = min(start + 1, bytes.count)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80, end < start + 4 { end += 1 }
        return end
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    private static func name(ofControl byte: UInt8) -> String {
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        return byte == 0x09
            ? "a tab" : "the control character U+00" + (byte < 16 ? "0" : "") + hexadecimal
    }
}
