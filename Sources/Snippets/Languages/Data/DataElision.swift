/// Elisions (`...`) and placeholders (`<your-token>`, `${HOST}`, `{{ .Values.port }}`) that authors
/// write in data, found in bytes.
enum DataElision {
    /// The end of an elision that begins at `start`: three or more dots, `…`, `⋮`, `⋯` or `···`, or a
    /// dot alone on its line; nil without one.
    static func elisionEnd(in bytes: [UInt8], at start: Int) -> Int? {
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
        if end - start >= 3 { return end }
        if end - start == 1, isAloneOnItsLine(start..<end, in: bytes) { return end }
        end = start
        while bytes[end...].starts(with: "·".utf8) { end += 2 }
        if end - start >= 6 { return end }
        end = start
        while isEllipsis(bytes, at: end) { end += 3 }
        return end > start ? end : nil
    }

    /// The end of a placeholder that begins at `start`, with the text joined to it
    /// (`<host>.example.org`); nil without one. A placeholder ends on its line.
    static func placeholderEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard var end = singlePlaceholderEnd(in: bytes, at: start) else { return nil }
        while end < bytes.count {
            if let next = singlePlaceholderEnd(in: bytes, at: end) {
                end = next
            } else if isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "/") {
                end += 1
            } else if bytes[end] == UInt8(ascii: ":"),
                singlePlaceholderEnd(in: bytes, at: end + 1) != nil
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// How far the end of a placeholder is searched, in bytes, so that a line of a million `{` does
    /// not cost a million searches to its end.
    private static let longest = 400

    /// The end of `{{ … }}`, `{% … %}` or `{# … #}` that begins at `start` and ends on its line.
    static func templateEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
        let close: UInt8
        switch bytes[start + 1] {
        case UInt8(ascii: "{"): close = UInt8(ascii: "}")
        case UInt8(ascii: "%"): close = UInt8(ascii: "%")
        case UInt8(ascii: "#"): close = UInt8(ascii: "#")
        default: return nil
        }
        var index = start + 2
        let last = min(bytes.count - 1, start + longest)
        while index < last, bytes[index] != 0x0A {
            if bytes[index] == close, bytes[index + 1] == UInt8(ascii: "}") { return index + 2 }
            index += 1
        }
        return nil
    }

    /// Whether a comment with these bytes after its mark represents an elision: `// ...`, `# … more
    /// of them`.
    static func isElision(comment: ArraySlice<UInt8>) -> Bool {
        let text = comment.drop { $0 == 0x20 || $0 == 0x09 }
        return text.starts(with: "...".utf8) || text.starts(with: "…".utf8)
    }

    /// A letter, a digit, `_`, `-` or `.` of ASCII.
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func singlePlaceholderEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        switch bytes[start] {
        case UInt8(ascii: "<"):
            guard next.isLetter || next == UInt8(ascii: "_") || next >= 0x80 else { return nil }
            return end(of: UInt8(ascii: ">"), in: bytes, from: start + 1)
        case UInt8(ascii: "$"):
            if next == UInt8(ascii: "{") {
                if start + 2 < bytes.count, bytes[start + 2] == next {
                    return templateEnd(in: bytes, at: start + 1)
                }
                return end(of: UInt8(ascii: "}"), in: bytes, from: start + 2)
            }
            if next == UInt8(ascii: "(") {
                return end(of: UInt8(ascii: ")"), in: bytes, from: start + 2)
            }
            guard next.isLetter || next == UInt8(ascii: "_") else { return nil }
            return bytes[(start + 1)...].firstIndex { !isNameByte($0) } ?? bytes.count
        case UInt8(ascii: "%"):
            guard next.isLetter else { return nil }
            let end = bytes[(start + 1)...].firstIndex { !isNameByte($0) } ?? bytes.count
            return end < bytes.count && bytes[end] == UInt8(ascii: "%") ? end + 1 : end
        case UInt8(ascii: "{"):
            return templateEnd(in: bytes, at: start)
        case UInt8(ascii: "*"):
            // A masked secret.
            let end = bytes[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? bytes.count
            return end - start >= 3 ? end : nil
        default:
            return nil
        }
    }

    private static func end(of close: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        let last = min(bytes.count, start + longest)
        while index < last, bytes[index] != 0x0A {
            if bytes[index] == close { return index + 1 }
            index += 1
        }
        return nil
    }

    /// U+2026, U+22EE or U+22EF.
    private static func isEllipsis(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 2 < bytes.count, bytes[index] == 0xE2 else { return false }
        return bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
            || bytes[index + 1] == 0x8B && (bytes[index + 2] == 0xAE || bytes[index + 2] == 0xAF)
    }

    private static func isAloneOnItsLine(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let before = bytes[..<range.lowerBound].last { !isBlank($0) }
        let after = bytes[range.upperBound...].first { !isBlank($0) }
        return (before ?? 0x0A) == 0x0A && (after ?? 0x0A) == 0x0A
    }
}
