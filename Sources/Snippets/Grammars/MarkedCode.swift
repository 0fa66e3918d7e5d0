/// Code with an author's markup for readers.
enum MarkedCode {
    /// The code with a blank for each asterisk of `**`, if `**` occurs at least twice. O(bytes).
    static func withoutStars(_ code: [UInt8]) -> [UInt8] {
        let star = UInt8(ascii: "*")
        var places: [Int] = []
        var index = 0
        while index + 1 < code.count {
            let isComment =
                index > 0 && code[index - 1] == UInt8(ascii: "/")
                || index + 2 < code.count && code[index + 2] == UInt8(ascii: "/")
            if code[index] == star, code[index + 1] == star, !isComment {
                places.append(index)
                index += 1
            }
            index += 1
        }
        guard places.count > 1 else { return code }
        var stripped: [UInt8] = []
        var start = 0
        for place in places {
            stripped += code[start..<place]
            start = place + 2
        }
        return stripped + code[start...]
    }

    /// The text with blanks for `*!*` and `*/!*`, between which a manual of JavaScript stresses code; places
    /// stay. O(bytes).
    static func withoutStress(_ text: SnippetText) -> SnippetText {
        let marks = ["*!*", "*/!*"].map { Array($0.utf8) }
        guard text.code.contains(UInt8(ascii: "!")),
            marks.allSatisfy({ !text.code.ranges(of: $0).isEmpty })
        else { return text }
        var code = text.code
        for mark in marks {
            for range in text.code.ranges(of: mark) {
                code.replaceSubrange(range, with: repeatElement(0x20, count: mark.count))
            }
        }
        return SnippetText(
            code: code, info: text.info, language: text.language, level: text.level)
    }

    /// The code without text markup: `~~`, and with the signs in place of HTML entities. O(bytes).
    static func withoutMarks(_ code: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        outer: while index < code.count {
            let byte = code[index]
            if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "~") {
                for (mark, sign) in marks where code[index...].starts(with: mark.utf8) {
                    plain += Array(sign.utf8)
                    index += mark.utf8.count
                    continue outer
                }
            }
            plain.append(byte)
            index += 1
        }
        return plain
    }

    /// The code without the marks of a highlighter for removed, added and colored parts: `{-old-}`,
    /// `{+new+}`, `{:name:text:}`. O(bytes).
    static func withoutBraces(_ code: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < code.count {
            if let part = mark(in: code, at: index) {
                plain += code[part.text]
                index = part.end
            } else {
                plain.append(code[index])
                index += 1
            }
        }
        return plain
    }

    /// In bytes.
    private static let longestMark = 400

    /// The mark that begins at an offset: what of it is code, and where it ends.
    private static func mark(in code: [UInt8], at start: Int) -> (text: Range<Int>, end: Int)? {
        guard code[start] == UInt8(ascii: "{"), start + 2 < code.count,
            "-+*:".utf8.contains(code[start + 1])
        else { return nil }
        let sign = code[start + 1]
        let rest = code[(start + 2)...].prefix(longestMark)
        guard
            let end = rest.indices.dropLast().first(where: {
                rest[$0] == sign && rest[$0 + 1] == UInt8(ascii: "}")
            })
        else { return nil }
        if sign == UInt8(ascii: "-") { return (end..<end, end + 2) }
        guard sign == UInt8(ascii: ":") else { return (start + 2..<end, end + 2) }
        let text = rest[..<end].firstIndex(of: sign).map { $0 + 1 } ?? end
        return (text..<end, end + 2)
    }

    private static let marks = [
        ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("~~", " "),
    ]

    /// The code without the lines marked as removed for another tool's highlighter: `// [!code
    /// --]`, `// [tl! remove]`. O(bytes).
    static func withoutRemoved(_ code: [UInt8]) -> [UInt8] {
        guard code.contains(UInt8(ascii: "!")) else { return code }
        let lines = code.split(separator: 0x0A, omittingEmptySubsequences: false)
        let kept = lines.filter { line in
            let text = String(decoding: line, as: UTF8.self)
            return !["[!code --", "[tl! remove", "[tl! --"].contains(where: text.contains)
        }
        return kept.count == lines.count ? code : Array(kept.joined(separator: [0x0A]))
    }

    /// The code without the numbers at the beginning of its lines, each one more than the one
    /// before. O(bytes).
    static func withoutNumbers(_ code: [UInt8]) -> [UInt8] {
        var stripped: [UInt8] = []
        var last: Int?
        for line in code.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let text = line.drop(while: \.isBlank)
            let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }
            if !text.isEmpty {
                guard digits.count < 6, let number = Int(String(decoding: digits, as: UTF8.self)),
                    last == nil || last == number - 1
                else { return code }
                last = number
            }
            let rest = text.dropFirst(digits.count)
            stripped += rest.first == UInt8(ascii: "|") ? rest.dropFirst() : rest
            stripped.append(0x0A)
        }
        return stripped
    }
}
