/// What authors and template languages put where something is to be filled in.
enum Placeholders {
    /// The code with a word of the same length for each `{{ x }}`, `<%= x %>`, `${X}` and
    /// `<your name>`, and blanks for each `{% x %}` and `<% x %>` and for the brackets around the
    /// optional arguments in `f(a[, b])`; nil where there is none.
    ///
    /// `<T>` and `<div>` may be code: a name in angle brackets counts with a blank, a dash or a
    /// character beyond ASCII in it. O(bytes).
    static func fill(_ code: [UInt8]) -> [UInt8]? {
        var out = code
        var found = false
        var index = 0
        while index < code.count {
            guard mayBegin(with: code[index]) else {
                index += 1
                continue
            }
            if let close = optionalArgument(of: code, index) {
                found = true
                out[index] = 0x20
                out[close] = 0x20
            }
            guard let end = end(of: code, index) else {
                index += 1
                continue
            }
            found = true
            let isBlank =
                code[index + 1] == UInt8(ascii: "%") && code[index + 2] != UInt8(ascii: "=")
            for place in index..<end { out[place] = isBlank ? 0x20 : UInt8(ascii: "_") }
            index = end
        }
        return found ? out : nil
    }

    /// `{`, `<`, `$` or `[`: a short look, for every byte is asked.
    private static func mayBegin(with byte: UInt8) -> Bool {
        switch byte {
        case 0x7B, 0x3C, 0x24, 0x5B: true
        default: false
        }
    }

    /// Where the placeholder ends that begins at a place; nil for none. No line is looked at twice
    /// from more than a few places: a placeholder has up to 100 bytes.
    private static func end(of code: [UInt8], _ start: Int) -> Int? {
        guard start + 3 < code.count else { return nil }
        switch (code[start], code[start + 1]) {
        case (UInt8(ascii: "{"), UInt8(ascii: "{")): return closed(code, start + 2, "}}")
        case (UInt8(ascii: "{"), UInt8(ascii: "%")), (UInt8(ascii: "<"), UInt8(ascii: "%")):
            return closed(code, start + 2, code[start] == UInt8(ascii: "{") ? "%}" : "%>")
        case (UInt8(ascii: "$"), UInt8(ascii: "{")): return closed(code, start + 2, "}")
        case (UInt8(ascii: "<"), _):
            guard let end = closed(code, start + 1, ">"),
                isName(code[start + 1..<end - 1])
            else { return nil }
            return end
        default: return nil
        }
    }

    /// Where the bracket closes that opens at a place, behind a word and before a comma; nil for
    /// another.
    private static func optionalArgument(of code: [UInt8], _ start: Int) -> Int? {
        guard code[start] == UInt8(ascii: "["),
            code[(start + 1)...].first(where: { $0 != 0x20 }) == UInt8(ascii: ","),
            let before = code[..<start].last(where: { $0 != 0x20 }), isLetter(before)
        else { return nil }
        var depth = 0
        for index in start..<min(code.count, start + 100) where code[index] != 0x0A {
            if code[index] == UInt8(ascii: "[") { depth += 1 }
            if code[index] == UInt8(ascii: "]") { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static func closed(_ code: [UInt8], _ start: Int, _ mark: String) -> Int? {
        let mark = Array(mark.utf8)
        let limit = min(code.count, start + 100)
        var index = start
        while index + mark.count <= limit, code[index] != 0x0A {
            if code[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
            index += 1
        }
        return nil
    }

    private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, isLetter(first) else { return false }
        var isProse = false
        for byte in text {
            if byte == 0x20 || byte == UInt8(ascii: "-") || byte >= 0x80 {
                isProse = true
            } else if !isLetter(byte), !(0x30...0x39).contains(byte), byte != UInt8(ascii: "_") {
                return false
            }
        }
        return isProse
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
}
