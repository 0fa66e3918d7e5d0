// Messages for a wrong string.
extension TOMLParser {
    /// A string that is unclosed at the end of its line, or of the text.
    func unclosedString(_ start: Int, _ form: TOMLNode.StringForm) -> TOMLProblem {
        let quote = form.contains(.literal) ? "'" : "\""
        if form.contains(.multiline) {
            return TOMLProblem(
                "the string is never closed", at: start..<(start + 3),
                fix: "write \(quote)\(quote)\(quote) at its end")
        }
        let line = trimmed(start..<lineEnd(from: start))
        var last = line.upperBound
        repeat { last -= 1 } while last > start && bytes[last] & 0xC0 == 0x80
        if let mark = wideMark(at: last), mark.plain == "\"" || mark.plain == "'" {
            return TOMLProblem(
                "the string is not closed, for '\(string(mark.range))' is not \(quote)", at: line,
                fix: "write \(quote) for '\(string(mark.range))'",
                replacement: string(start..<last) + quote)
        }
        if last > start, bytes[last - 1] == UInt8(ascii: "\\"), !form.contains(.literal) {
            return TOMLProblem(
                "the string is not closed, for '\\\"' is part of its text", at: line,
                fix: "write '\\\\' for a backslash")
        }
        return TOMLProblem("the string is not closed", at: line, fix: "write \(quote) at its end")
    }

    /// A backslash before a character that is not an escape.
    ///
    /// - Parameter string: where the string begins.
    func noEscape(_ start: Int, string quote: Int) -> TOMLProblem {
        let character = character(at: start + 1)
        if character.isEmpty || byte(at: start + 1) == 0x0A || byte(at: start + 1) == 0x0D {
            return unclosedString(quote, [])
        }
        let escape = start..<character.upperBound
        return TOMLProblem(
            "'\(string(escape))' is not an escape", at: escape,
            fix: "write '\\\(string(escape))', or put the text between single quotation marks",
            replacement: "\\" + string(escape))
    }

    /// `\u` or `\U` without its digits, or with digits that are not a character.
    ///
    /// - Parameters:
    ///   - escape: with the existing digits.
    ///   - count: the required number.
    func noCharacter(_ escape: Range<Int>, _ count: Int, string quote: Int) -> TOMLProblem {
        let name = string(escape)
        if escape.count < count + 2 {
            return TOMLProblem(
                "'\(name.prefix(2))' must be followed by \(count) hexadecimal digits", at: escape,
                fix: "write '\\\(name)', or put the text between single quotation marks",
                replacement: "\\" + name)
        }
        return TOMLProblem(
            "'\(name)' is not a character of Unicode", at: escape,
            fix: "write the character itself")
    }
}
