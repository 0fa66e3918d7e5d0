/// Repairs of the value of a key or an item of broken YAML, so that it may be valid and mean what
/// its author meant.
///
/// The key decides what is meant: `[a` is a list in `tags`, and a text in `title`.
struct ValueMend {
    /// The kind of value of a key.
    enum Kind {
        case text
        case list
        case other
    }

    /// The problem, without a full stop.
    let problem: String
    /// The repaired value.
    let value: String
    /// Whether the value only lacks quotes around it or its items.
    var isQuoting = false
    /// Whether something was opened and never closed.
    var isOpen = false

    /// Likeliest first; last the whole value in quotes. O(value).
    ///
    /// - Parameters:
    ///   - value: trimmed.
    ///   - name: its name in messages: `value` or `item`.
    static func all(_ value: String, _ kind: Kind, _ name: String) -> [ValueMend] {
        guard let first = value.first else { return [] }
        if let (text, comment) = parted(value, first, kind) {
            return all(text, kind, name).map { mend in
                ValueMend(
                    problem: mend.problem, value: mend.value + comment, isQuoting: mend.isQuoting,
                    isOpen: mend.isOpen)
            } + [whole(value, name)]
        }
        var mends: [ValueMend] = []
        if kind == .list, let texts = quotedWords(value, first) {
            mends.append(
                ValueMend(
                    problem: "several \(name)s need brackets around them",
                    value: YAMLText.list(texts)))
        }
        let isRow = kind == .list && value.contains { "，,、".contains($0) }
        switch first {
        case "\"", "'": if !isRow { mends.append(quotation(value, first, name)) }
        case "[", "{": mends = brackets(value, first, kind)
        case "-": if kind == .list, let list = items(after: value) { mends = [list] }
        // The marks of a block, with text on their line.
        case "|", ">":
            if ["- ", "+ "].contains(String(value.dropFirst().prefix(2))) {
                let text = LeadIn.trimmed(String(value.dropFirst(3)))
                mends = [
                    ValueMend(
                        problem: "text cannot follow '\(value.prefix(2))' in its line",
                        value: YAMLText.quoted(text))
                ]
            }
        default: break
        }
        if isRow, first != "[", first != "{" {
            mends.append(
                ValueMend(
                    problem: "several \(name)s need brackets around them",
                    value: YAMLText.list(ItemTexts(value).texts)))
        }
        // A block of text begins with these, unless more follows.
        let isBlock =
            "|>".contains(first) && value.dropFirst().allSatisfy { "+-0123456789".contains($0) }
        if !isBlock { mends.append(whole(value, name)) }
        return mends
    }

    /// Splits a value in quotes or brackets from the comment after it and the space before that.
    private static func parted(
        _ value: String, _ first: Character, _ kind: Kind
    ) -> (value: String, comment: String)? {
        let mark: String
        switch first {
        case "\"", "'": mark = "\(first) #"
        case "[", "{": mark = kind == .text ? "\(first == "[" ? "]" : "}") #" : " # "
        default: return nil
        }
        guard let range = value.dropFirst().firstRange(of: mark),
            let hash = value[range].lastIndex(of: "#")
        else { return nil }
        let text = LeadIn.trimmed(String(value[..<hash]))
        return (text, String(value[value.index(before: hash)...]))
    }

    /// `"Go" "Rust"`: the texts of a value that consists of quoted texts.
    private static func quotedWords(_ value: String, _ quote: Character) -> [String]? {
        guard quote == "\"" || quote == "'", value.last == quote else { return nil }
        let parts = value.split(separator: quote, omittingEmptySubsequences: false)
        guard parts.count > 3, parts.count % 2 == 1 else { return nil }
        for index in stride(from: 0, to: parts.count, by: 2) {
            let isEnd = index == 0 || index == parts.count - 1
            guard isEnd ? parts[index].isEmpty : !parts[index].isEmpty,
                parts[index].allSatisfy({ " |;；/".contains($0) })
            else { return nil }
        }
        return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
    }

    private static func whole(_ value: String, _ name: String) -> ValueMend {
        ValueMend(
            problem: "the \(name) needs quotes", value: YAMLText.quoted(value), isQuoting: true)
    }

    // MARK: Quotes

    private static func quotation(_ value: String, _ quote: Character, _ name: String) -> ValueMend
    {
        let rest = value.dropFirst()
        guard let last = rest.last else { return whole(value, name) }
        if last == quote {
            let inner = rest.dropLast()
            if holds(quote, inner) {
                guard isOneQuotation(inner, quote) else { return whole(value, name) }
                return ValueMend(
                    problem: "the quotes of the \(name) hold the same quote",
                    value: YAMLText.quoted(unescaped(inner)), isQuoting: true)
            }
            if quote == "'" {
                return ValueMend(
                    problem: "a quote between single quotes is written twice",
                    value: YAMLText.quoted(unescaped(inner)), isQuoting: true)
            }
            return ValueMend(
                problem: "a backslash has another meaning between double quotes",
                value: YAMLText.quoted(unescaped(inner)), isQuoting: true)
        }
        let problem = "'\(quote)' is never closed"
        if "\"'”’＂＇“‘".contains(last), !rest.contains(quote) {
            return ValueMend(
                problem: problem, value: YAMLText.quoted(unescaped(rest.dropLast())), isOpen: true)
        }
        if holds(quote, rest) { return whole(value, name) }
        return ValueMend(
            problem: problem,
            value: rest.contains("\\")
                ? YAMLText.quoted(unescaped(rest)) : String(quote) + rest + String(quote),
            isOpen: true)
    }

    /// Whether a text has a quote without a backslash before it.
    private static func holds(_ quote: Character, _ text: Substring) -> Bool {
        var isEscaped = false
        for character in text {
            if character == quote, !isEscaped { return true }
            isEscaped = character == "\\" && !isEscaped
        }
        return false
    }

    /// Whether the quotes around a text are one pair, as in `'it's'` and `"a "b" c"`, rather than
    /// of two words, as in `"a" or "b"`.
    private static func isOneQuotation(_ inner: Substring, _ quote: Character) -> Bool {
        let characters = Array(inner)
        let marks = characters.indices.filter { index in
            guard characters[index] == quote else { return false }
            // An apostrophe.
            let isInWord =
                index > 0 && index + 1 < characters.count && characters[index - 1].isASCIILetter
                && characters[index + 1].isASCIILetter
            return !(quote == "'" && isInWord)
        }
        guard let first = marks.first, marks.count % 2 == 0 else { return true }
        return first == 0 || characters[first - 1].isWhitespace
            || "([{（「《【：:".contains(characters[first - 1])
    }

    /// The text with `\"` and `\\` decoded; other backslashes stay.
    private static func unescaped(_ text: Substring) -> String {
        var out = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                if !"\"'\\".contains(character) { out.append("\\") }
                out.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                out.append(character)
            }
        }
        return isEscaped ? out + "\\" : out
    }

    /// A value in double quotes whose backslashes are literal, rewritten in single quotes; nil for
    /// another value.
    static func inSingleQuotes(_ value: String) -> String? {
        guard value.count > 2, value.first == "\"", value.last == "\"",
            !holds("\"", value.dropFirst().dropLast())
        else { return nil }
        return YAMLText.quoted(unescaped(value.dropFirst().dropLast()))
    }

    // MARK: Lists

    /// `- Go - Rust`: items on the line of their key.
    private static func items(after value: String) -> ValueMend? {
        guard value.hasPrefix("- ") else { return nil }
        let words = value.split(separator: " ", omittingEmptySubsequences: false)
        let parts = words.split { $0 == "-" }
            .flatMap { ItemTexts($0.joined(separator: " ")).texts }
        guard !parts.isEmpty else { return nil }
        return ValueMend(
            problem: "items with hyphens need lines of their own", value: YAMLText.list(parts))
    }

    private static func brackets(
        _ value: String, _ first: Character, _ kind: Kind
    ) -> [ValueMend] {
        if kind == .text { return [] }
        let brackets = Brackets(value)
        var mends: [ValueMend] = []
        if kind == .list, first == "[" || !value.contains(": ") {
            if brackets.isNested, let closed = brackets.closed { mends.append(open(first, closed)) }
            if let texts = brackets.items {
                mends.append(list(value, texts, first, brackets))
            } else {
                mends.append(
                    ValueMend(
                        problem: "several lists need brackets around them", value: "[\(value)]"))
            }
            mends.append(
                ValueMend(
                    problem: "the brackets do not match",
                    value: YAMLText.list(ItemTexts(value, takesBracketsApart: true).texts)))
            return mends
        }
        if let closed = brackets.closed { mends.append(open(first, closed)) }
        if first == "[", !brackets.isOpen, let texts = brackets.items {
            mends.append(list(value, texts, first, brackets))
        }
        return mends
    }

    private static func open(_ first: Character, _ closed: String) -> ValueMend {
        ValueMend(problem: "'\(first)' is never closed", value: closed, isOpen: true)
    }

    private static func list(
        _ value: String, _ texts: ItemTexts, _ first: Character, _ brackets: Brackets
    ) -> ValueMend {
        let list = "[" + texts.written.joined(separator: ", ") + "]"
        if brackets.isOpen { return open(first, list) }
        let isRight = brackets.isBalanced && value.last == "]" && !texts.hasEmpty
        return ValueMend(
            problem: texts.hasEmpty
                ? "an item of the list is empty"
                : isRight ? "an item of the list needs quotes" : "the brackets do not match",
            value: list, isQuoting: isRight)
    }
}

extension Character {
    fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
