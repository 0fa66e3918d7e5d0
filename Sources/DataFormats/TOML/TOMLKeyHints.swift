import Text

// Messages for a wrong key, '=' or header.
extension TOMLParser {
    /// No key begins at the position.
    ///
    /// - Parameter header: the bracket of the header that the key is part of.
    func missingKey(inHeader header: Int?) -> TOMLProblem {
        if let mark = wideMark(at: position) { return problem(ofWideMark: mark) }
        if let problem = invisibleCharacter(at: position) { return problem }
        let character = character(at: position)
        if let header {
            switch current {
            case UInt8(ascii: "]"):
                return TOMLProblem(
                    "the header has no name", at: header..<character.upperBound,
                    fix: "write a name between the brackets")
            case UInt8(ascii: "["):
                return TOMLProblem(
                    "the brackets of '[[' must be next to each other",
                    at: header..<character.upperBound, write: "[[")
            case _ where isAtLineEnd:
                return TOMLProblem(
                    "the header is not closed", at: trimmed(header..<position),
                    fix: "write its name and ']'")
            default: break
            }
        } else if isAtLineEnd {
            return open.isEmpty
                ? TOMLProblem("a key must follow '.'", at: dot..<(dot + 1)) : unclosed()
        }
        if ControlCharacters.isControl(current) { return controlCharacter() }
        switch current {
        case UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: ","):
            return TOMLProblem("a key must come before '\(string(character))'", at: character)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return TOMLProblem("'\(string(character))' closes nothing", at: character)
        case UInt8(ascii: ";"):
            return TOMLProblem("a comment begins with '#'", at: character, write: "#")
        case UInt8(ascii: "/") where byte(at: position + 1) == UInt8(ascii: "/"):
            return TOMLProblem(
                "a comment begins with '#'", at: position..<(position + 2), write: "#")
        default: return unquotedKey(from: position)
        }
    }

    /// The last dot before the position.
    private var dot: Int {
        bytes[..<position].lastIndex(of: UInt8(ascii: ".")) ?? max(position - 1, 0)
    }

    /// A key that begins or continues with a character that needs quotes.
    private func unquotedKey(from start: Int) -> TOMLProblem {
        let line = start..<lineEnd(from: start)
        let stops = "=]{},#\"'"
        let stop =
            line.first { stops.utf8.contains(bytes[$0]) || wideMark(at: $0) != nil }
            ?? line.upperBound
        let key = trimmed(start..<stop)
        guard !key.isEmpty,
            byte(at: stop) == UInt8(ascii: "=") || byte(at: stop) == UInt8(ascii: "]")
                || wideMark(at: stop)?.plain == "="
        else {
            return TOMLProblem(
                "a line must be 'key = value' or '[table]'", at: rest(from: start),
                fix: "begin a comment with '#'")
        }
        let message =
            "a key of other characters than letters, digits, '_' and '-' must be in quotes"
        // `a.b c`: only the author knows which part is meant to be one key.
        if bytes[key].contains(UInt8(ascii: ".")) {
            return TOMLProblem(message, at: key, fix: "put that part of the key in quotes")
        }
        return TOMLProblem(message, at: key, write: Self.quoted(string(key)))
    }

    /// The character at the position is not the '=' that must follow a key.
    ///
    /// - Parameter start: of the key.
    func missingEquals(after start: Int) -> TOMLProblem {
        let key = trimmed(start..<position)
        if let problem = invisibleCharacter(at: position) { return problem }
        if let mark = wideMark(at: position) {
            // `标题：` is a common typing mistake for `title =`.
            return problem(
                ofWideMark: mark.plain == ":" ? (mark.range, "=") : mark)
        }
        if isAtLineEnd {
            let name = string(key)
            return TOMLProblem(
                "the key '\(name)' has no value", at: key,
                fix: name == "---" || name == "-" ? "remove it" : "write \(name) = \"…\"")
        }
        switch current {
        case UInt8(ascii: ":"):
            return TOMLProblem(
                "'=' must follow the key, not ':'", at: position..<(position + 1),
                fix: "write '='",
                replacement: byte(at: position + 1) == 0x20 ? " =" : " = ")
        case _ where string(key) == "-":
            return TOMLProblem(
                "a list of TOML has brackets, not lines with '-'", at: rest(from: start),
                fix: "write key = [\"…\", \"…\"]")
        case _ where ControlCharacters.isControl(current): return controlCharacter()
        default:
            let first = bytes[start]
            let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
            let hasEquals = bytes[position..<lineEnd(from: position)].contains(UInt8(ascii: "="))
            if !isQuoted, hasEquals { return unquotedKey(from: start) }
            return TOMLProblem(
                "'=' must follow the key '\(string(key))'", at: character(at: position))
        }
    }

    /// The header has no `]` at the position.
    ///
    /// - Parameters:
    ///   - start: its bracket.
    ///   - key: its last part.
    func unclosedHeader(_ start: Int, _ key: TOMLKey, isArray: Bool) -> TOMLProblem {
        if let mark = wideMark(at: position) { return problem(ofWideMark: mark) }
        if let problem = invisibleCharacter(at: position) { return problem }
        let closing = isArray ? "]]" : "]"
        if current == UInt8(ascii: "]") {
            return TOMLProblem(
                "'[[' must be closed by ']]'", at: position..<(position + 1), write: "]]")
        }
        let line = position..<lineEnd(from: position)
        if !isAtLineEnd, let bracket = line.first(where: { bytes[$0] == UInt8(ascii: "]") }) {
            let name = trimmed(key.range.lowerBound..<bracket)
            let message =
                "a name of other characters than letters, digits, '_' and '-' must be in quotes"
            let isPlain = !bytes[name].contains { "\"'.[".utf8.contains($0) }
            return isPlain
                ? TOMLProblem(message, at: name, write: Self.quoted(string(name)))
                : TOMLProblem("']' must follow the name", at: character(at: position))
        }
        let header = trimmed(start..<max(key.range.upperBound, start + 1))
        return TOMLProblem(
            "the header is not closed", at: header, write: string(header) + closing)
    }
}
