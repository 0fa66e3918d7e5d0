import Text

// Messages for a wrong or missing value, or for text after it.
extension TOMLParser {
    /// The open bracket around the position: `[`, `{` or 0.
    private var bracket: UInt8 { open.last.map { bytes[$0] } ?? 0 }

    /// The innermost bracket or brace is not closed.
    func unclosed() -> TOMLProblem {
        unclosed(open.last ?? position)
    }

    private func unclosed(_ start: Int) -> TOMLProblem {
        let isArray = bytes[start] == UInt8(ascii: "[")
        if !isArray, position < end {
            return TOMLProblem(
                "an inline table must end on its line", at: start..<(start + 1),
                fix: "write it on one line, or its keys under a header")
        }
        return TOMLProblem(
            "'\(isArray ? "[" : "{")' is never closed", at: start..<(start + 1),
            fix: "write '\(isArray ? "]" : "}")' at its end")
    }

    // MARK: No value

    /// No value begins at an index.
    func noValue(from start: Int) -> TOMLProblem {
        if let problem = unclosedBefore(start) { return problem }
        let character = character(at: start)
        if start == end || [0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[start]) {
            return missingValue(from: start)
        }
        if let problem = invisibleCharacter(at: start) { return problem }
        if let mark = wideMark(at: start) {
            return mark.plain == "\"" || mark.plain == "'"
                ? wideQuotes(from: start, mark) : problem(ofWideMark: mark)
        }
        if ControlCharacters.isControl(bytes[start]) { return controlCharacter() }
        switch bytes[start] {
        case UInt8(ascii: "="):
            return TOMLProblem(
                "one '=' is enough", at: character, fix: "remove it", replacement: "")
        case UInt8(ascii: ","), UInt8(ascii: "]"):
            return TOMLProblem("a value must come before '\(string(character))'", at: character)
        case UInt8(ascii: "}"):
            return bracket == UInt8(ascii: "[")
                ? TOMLProblem("'}' cannot close '['", at: character, write: "]")
                : TOMLProblem("a value must come before '}'", at: character)
        default: return noWord(text(from: start))
        }
    }

    /// The line ends where a value is required.
    private func missingValue(from start: Int) -> TOMLProblem {
        if bracket == UInt8(ascii: "[") { return unclosed() }
        var equals = max(start - 1, 0)
        while equals > 0, bytes[equals] == 0x20 || bytes[equals] == 0x09 { equals -= 1 }
        return TOMLProblem(
            "a value must follow '=' on its line", at: equals..<min(equals + 1, end),
            fix: "write \"\" for an empty text")
    }

    /// `“text”`: a text between marks that are not TOML's.
    private func wideQuotes(
        from start: Int, _ mark: (range: Range<Int>, plain: String)
    ) -> TOMLProblem {
        let line = mark.range.upperBound..<lineEnd(from: start)
        let closing =
            line.first { wideMark(at: $0)?.plain == mark.plain }
            ?? line.first { string($0..<($0 + 1)) == mark.plain }
        guard let closing else { return problem(ofWideMark: mark) }
        return TOMLProblem(
            "'\(string(mark.range))' is not a quotation mark of TOML",
            at: start..<character(at: closing).upperBound,
            write: Self.quoted(string(mark.range.upperBound..<closing)))
    }

    /// The text meant as one value: to the end of the line, or within brackets to the next comma or
    /// bracket.
    private func text(from start: Int) -> Range<Int> {
        let rest = rest(from: start)
        if open.isEmpty { return rest }
        let stop = rest.first { ",]}".utf8.contains(bytes[$0]) } ?? rest.upperBound
        return trimmed(start..<max(stop, min(start + 1, rest.upperBound)))
    }

    private func noWord(_ range: Range<Int>) -> TOMLProblem {
        let text = string(range)
        let notAValue = "'\(text)' is not a value"
        switch TOMLMending.date(text) {
        case .mended(let date):
            return TOMLProblem("'\(text)' is not how TOML writes dates", at: range, write: date)
        case .impossible:
            return TOMLProblem("'\(text)' is not a day or time of the calendar", at: range)
        case nil: break
        }
        if let problem = noNumber(text, range) { return problem }
        switch text.lowercased() {
        case "null", "nil", "none", "undefined", "~":
            return TOMLProblem(
                "\(notAValue), because TOML has no empty value", at: range,
                fix: "leave the key out")
        case "yes", "on": return meant("true")
        case "no", "off": return meant("false")
        default: break
        }
        func meant(_ word: String) -> TOMLProblem {
            TOMLProblem(notAValue, at: range, fix: "did you mean '\(word)'?", replacement: word)
        }
        if let word = nearestName(to: text, in: ["true", "false", "nan", "inf"], within: 1) {
            return meant(word)
        }
        let isWord = bytes[range].allSatisfy(Self.isWordByte)
        if isWord, bytes[range].prefix(2).contains(where: { (0x30...0x39).contains($0) }) {
            return TOMLProblem(
                TOMLMoment.isBegun(in: bytes, range)
                    ? "'\(text)' is not a date or time of TOML; text must be in quotes"
                    : "'\(text)' is neither a number nor a date, so it must be in quotes",
                at: range, write: Self.quoted(text))
        }
        return TOMLProblem("text must be in quotes", at: range, write: Self.quoted(text))
    }

    /// nil for text that does not begin like a number.
    private func noNumber(_ text: String, _ range: Range<Int>) -> TOMLProblem? {
        guard let number = TOMLMending.number(text) else { return nil }
        switch number {
        case .outOfRange:
            let isFloat = TOMLNumber.isFloat(in: bytes, range)
            return TOMLProblem(
                isFloat
                    ? "numbers go up to 1.8e308"
                    : "whole numbers go from -9223372036854775808 to 9223372036854775807",
                at: range, fix: "write \(Self.quoted(text)) if it is text")
        case .zerosInFront(let mended):
            return TOMLProblem(
                "a number has no zeros in front", at: range,
                fix: "write \(mended), or \(Self.quoted(text)) if it is text")
        case .mended(let mended):
            return TOMLProblem("'\(text)' is not how TOML writes numbers", at: range, write: mended)
        }
    }

    // MARK: After a value

    /// Two values of an array, or two keys of an inline table, without a comma.
    ///
    /// - Parameter value: the node before.
    func missingComma(after value: Int) -> TOMLProblem {
        let isArray = bracket == UInt8(ascii: "[")
        if position == end || !isArray && isAtLineEnd { return unclosed() }
        if let mark = wideMark(at: position) { return problem(ofWideMark: mark) }
        if ControlCharacters.isControl(current) { return controlCharacter() }
        let character = character(at: position)
        switch current {
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            let (opening, closing) = isArray ? ("[", "]") : ("{", "}")
            return TOMLProblem(
                "'\(string(character))' cannot close '\(opening)'", at: character, write: closing)
        case UInt8(ascii: ";"):
            return TOMLProblem("values are parted by ','", at: character, write: ",")
        case UInt8(ascii: "="), UInt8(ascii: ":"):
            if isArray {
                return TOMLProblem(
                    "an array has no keys", at: character,
                    fix: "write keys and values between '{' and '}'")
            }
        default: break
        }
        if let problem = unclosedBefore(position) { return problem }
        let end = tree.nodes[value].range.upperBound
        return TOMLProblem(
            "a ',' must follow the value", at: end..<end, fix: "write ','", replacement: ",")
    }

    /// The unclosed bracket before an index, if the index is on a line that is a header or `key =
    /// value`.
    private func unclosedBefore(_ index: Int) -> TOMLProblem? {
        let start = (bytes[..<index].lastIndex(of: 0x0A) ?? -1) + 1
        guard let outer = open.last(where: { $0 < start }), bytes[outer] == UInt8(ascii: "[") else {
            return nil
        }
        let line = rest(from: start)
        let text = bytes[line].drop { $0 == 0x20 || $0 == 0x09 }
        let name = text.drop { $0 == UInt8(ascii: "[") }
        let rest = name.drop { TOMLKey.isBare($0) || $0 == UInt8(ascii: ".") }
        guard rest.startIndex > name.startIndex else { return nil }
        let isHeader =
            name.startIndex > text.startIndex && rest.allSatisfy { $0 == UInt8(ascii: "]") }
            && rest.count == name.startIndex - text.startIndex
        let isKey =
            name.startIndex == text.startIndex && rest.first { $0 > 0x20 } == UInt8(ascii: "=")
        return isHeader || isKey ? unclosed(outer) : nil
    }

    /// Text other than a comment follows on the line of a header or value.
    ///
    /// - Parameter value: its node; nil for a header.
    func trailingText(_ value: Int?) -> TOMLProblem {
        if ControlCharacters.isControl(current) { return controlCharacter() }
        let rest = rest(from: position)
        let first = bytes[position]
        if first == UInt8(ascii: ",") || first == UInt8(ascii: ";"), rest.count == 1 {
            return TOMLProblem(
                "the line must end after the value", at: rest,
                fix: "remove '\(string(rest))'", replacement: "")
        }
        if first == UInt8(ascii: "/"), byte(at: position + 1) == first {
            return TOMLProblem(
                "a comment begins with '#'", at: position..<(position + 2), write: "#")
        }
        guard let value else {
            return TOMLProblem(
                "the line must end after the header", at: rest, fix: "begin a new line")
        }
        let node = tree.nodes[value]
        if bytes[rest].contains(UInt8(ascii: "=")) {
            return TOMLProblem(
                "the line must end after the value", at: rest, fix: "begin a new line")
        }
        if node.kind == .string, !node.form.contains(.multiline) {
            if let problem = innerQuotes(node, rest) { return problem }
        } else if node.definition == .value, node.kind != .array, node.kind != .table,
            node.kind != .string
        {
            let whole = node.range.lowerBound..<rest.upperBound
            return noWord(whole)
        }
        return TOMLProblem("the line must end after the value", at: rest)
    }

    /// `"say "yes" to it"`: the string ended at a mark that was meant as part of it.
    private func innerQuotes(_ node: TOMLNode, _ rest: Range<Int>) -> TOMLProblem? {
        let quote = bytes[node.range.lowerBound]
        guard rest.lowerBound == node.range.upperBound || bytes[rest].first != quote,
            bytes[rest].last == quote, rest.count > 1
        else { return nil }
        let whole = node.range.lowerBound..<rest.upperBound
        let text = string((whole.lowerBound + 1)..<(whole.upperBound - 1))
        guard !text.contains("\\") else { return nil }
        return TOMLProblem(
            "the string ends at the second quotation mark", at: whole, write: Self.quoted(text))
    }
}
