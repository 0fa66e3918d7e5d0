/// The items of a list written on one line, with or without brackets and quotes.
struct ItemTexts {
    /// Without the quotes around them; empty ones dropped.
    let texts: [String]
    /// As items of YAML; correct quotes are kept.
    let written: [String]
    /// Whether an item is missing before or after a comma.
    let hasEmpty: Bool

    /// Splits a text at commas, except between quotes. O(text).
    ///
    /// - Parameter takesBracketsApart: whether brackets also split it.
    init(_ text: String, takesBracketsApart: Bool = false) {
        let marks: Set<Character> =
            takesBracketsApart ? [",", "，", "、", "[", "]", "{", "}", "【", "】"] : [",", "，", "、"]
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: marks.contains)
            .map { LeadIn.trimmed(String($0)) }
        var joined: [String] = []
        for part in parts {
            // `"a, b"` is one item.
            if let last = joined.last, let quote = last.first, "\"'".contains(quote),
                last.count == 1 || last.last != quote, part.last == quote, part.first != quote
            {
                joined[joined.count - 1] += ", " + part
            } else {
                joined.append(part)
            }
        }
        let items = joined.filter { !$0.isEmpty }
        hasEmpty = items.count < joined.count
        texts = items.map(Self.unquoted).filter { !$0.isEmpty }
        written = items.compactMap { item in
            if let quote = item.first, "\"'".contains(quote), item.count > 2, item.last == quote,
                !item.dropFirst().dropLast().contains(where: { $0 == quote || $0 == "\\" })
            {
                return item
            }
            let text = Self.unquoted(item)
            return text.isEmpty ? nil : YAMLText.item(text)
        }
    }

    /// Removes quotes at its ends, right or wrong ones.
    private static func unquoted(_ item: String) -> String {
        let quotes = "\"'“”‘’＂＇"
        var text = item[...]
        if let first = text.first, quotes.contains(first) { text = text.dropFirst() }
        if let last = text.last, quotes.contains(last), text.count < item.count || last != "'" {
            text = text.dropLast()
        }
        return LeadIn.trimmed(String(text))
    }
}

/// The brackets of a value that begins with one.
struct Brackets {
    /// Whether each bracket closes another, and the last closes the first.
    let isBalanced: Bool
    /// Whether one of them, or a quote, is left open.
    let isOpen: Bool
    /// Whether one is inside another, or after it.
    let isNested: Bool
    /// The value with its open brackets or quote closed; nil if nothing is open.
    let closed: String?
    /// The content of the outermost pair; nil if the items have unbalanced brackets themselves.
    let items: ItemTexts?

    /// O(value).
    init(_ value: String) {
        var open: [Character] = []
        var quote: Character?
        var before: Character = " "
        var opened = 0
        var hasExtra = false
        for character in value {
            defer { if character != " " { before = character } }
            if let mark = quote {
                if character == mark { quote = nil }
                continue
            }
            switch character {
            case "\"", "'": if "[{,:".contains(before) { quote = character }
            case "[", "{":
                if open.isEmpty, opened > 0 { hasExtra = true }
                opened += 1
                open.append(character == "[" ? "]" : "}")
            case "]", "}", "】": if open.popLast() == nil { hasExtra = true }
            default: if open.isEmpty { hasExtra = true }
            }
        }
        isNested = opened > 1
        isOpen = !open.isEmpty
        isBalanced = open.isEmpty && !hasExtra
        if open.isEmpty {
            closed = nil
        } else {
            var text = value
            if let quote { text.append(quote) }
            while text.last == "," || text.last == " " { text.removeLast() }
            closed = text + String(open.reversed())
        }
        var inner = value.dropFirst()
        if open.isEmpty || !isNested {
            let marks = open.isEmpty || quote != nil ? "]}】］ ,;，；。." : "】］ ,;，；。."
            var closers = 0
            while let last = inner.last, marks.contains(last), closers == 0 || !isBalanced {
                if last == "]" || last == "}" { closers += 1 }
                inner.removeLast()
            }
        }
        let items = ItemTexts(String(inner))
        self.items = items.texts.allSatisfy(Self.isBalanced) ? items : nil
    }

    private static func isBalanced(_ item: String) -> Bool {
        var depth = 0
        for character in item {
            if "[{".contains(character) { depth += 1 }
            if "]}".contains(character) { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
