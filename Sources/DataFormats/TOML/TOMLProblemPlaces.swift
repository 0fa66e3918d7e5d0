import Text

// Lookups around a problem for the hints; each function reads at most one line.
extension TOMLParser {
    /// The character at an index; empty at the end.
    func character(at index: Int) -> Range<Int> {
        guard index < end else { return end..<end }
        var next = index + 1
        while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return index..<next
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The end of the line without its break.
    func lineEnd(from index: Int) -> Int {
        bytes[index..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
    }

    /// Trims blanks at the end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var upper = range.upperBound
        while upper > range.lowerBound, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 {
            upper -= 1
        }
        return range.lowerBound..<upper
    }

    /// The rest of the line from an index on, without a comment and blanks at its end.
    func rest(from index: Int) -> Range<Int> {
        let line = index..<lineEnd(from: index)
        let comment = line.first {
            bytes[$0] == UInt8(ascii: "#") && ($0 == index || bytes[$0 - 1] <= 0x20)
        }
        return trimmed(index..<(comment ?? line.upperBound))
    }

    /// A full-width, curly or non-breaking mark in place of an ASCII one: `＝`, `“`, U+00A0.
    func wideMark(at index: Int) -> (range: Range<Int>, plain: String)? {
        guard byte(at: index) >= 0x80 else { return nil }
        let range = character(at: index)
        return WideMark.plain(of: string(range)).map { (range, $0) }
    }

    /// The problem of a wide mark; the fix is the plain one.
    func problem(ofWideMark mark: (range: Range<Int>, plain: String)) -> TOMLProblem {
        if mark.plain == " " {
            return TOMLProblem(
                "this is not a plain space", at: mark.range, fix: "write a plain space",
                replacement: " ")
        }
        return TOMLProblem(
            "'\(string(mark.range))' must be '\(mark.plain)'", at: mark.range,
            fix: "write '\(mark.plain)'", replacement: mark.plain)
    }

    /// An invisible character, such as U+200B or a byte order mark within the text; nil for
    /// another.
    func invisibleCharacter(at index: Int) -> TOMLProblem? {
        guard byte(at: index) >= 0x80 else { return nil }
        let range = character(at: index)
        switch string(range).unicodeScalars.first?.value ?? 0 {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
            return TOMLProblem(
                "the invisible character \(name(of: range)) is not allowed here", at: range,
                fix: "remove it", replacement: "")
        default: return nil
        }
    }

    /// `U+200B`
    private func name(of character: Range<Int>) -> String {
        let digits = String(
            string(character).unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// A control character at the position.
    func controlCharacter(isEscapable: Bool = false) -> TOMLProblem {
        let range = position..<min(position + 1, end)
        let name = name(of: range)
        let message = "the control character \(name) is not allowed"
        if current == 0 {
            return TOMLProblem(
                message, at: range, fix: "remove it, or save a file that is UTF-16 as UTF-8")
        }
        return isEscapable
            ? TOMLProblem(message, at: range, write: "\\u" + name.dropFirst(2))
            : TOMLProblem(message, at: range, fix: "remove it")
    }

    /// A text as a string of TOML: in `"`, in `'` if it contains those or backslashes, otherwise
    /// escaped.
    static func quoted(_ text: String) -> String {
        if !text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            return "\"\(text)\""
        }
        if !text.utf8.contains(UInt8(ascii: "'")) { return "'\(text)'" }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
            escaped.unicodeScalars.append(scalar)
        }
        return "\"\(escaped)\""
    }
}
