/// Writes texts as values of YAML.
enum YAMLText {
    /// In single quotes, where only the quote itself is special (YAML 1.2, section 7.3.2).
    static func quoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''") + "'"
    }

    /// An item of a list in brackets, in quotes if it has a special sign or would not be a text.
    static func item(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// A list in brackets: `[Go, 'C#']`.
    static func list(_ items: [String]) -> String {
        "[" + items.map(item).joined(separator: ", ") + "]"
    }

    /// Whether a text is itself in a list without quotes.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.last != 0x20 else {
            return false
        }
        return text.utf8.allSatisfy { isLetter($0) || " ._/+-".utf8.contains($0) }
            && RawValue.plain(text).typed != .null
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
    }
}

extension FrontMatterBlock.Notation {
    /// A key with a list of texts: `tags: [Go, Rust]`, `tags = ["Go", "Rust"]`,
    /// `"tags": ["Go", "Rust"]`.
    func line(_ key: String, _ items: [String]) -> String { start(key) + list(items) }

    /// A list of texts: `[Go, Rust]`, `["Go", "Rust"]`.
    func list(_ items: [String]) -> String {
        self == .yaml
            ? YAMLText.list(items)
            : "[" + items.map(Self.inDoubleQuotes).joined(separator: ", ") + "]"
    }

    /// A key with a word that is not text: `draft: true`, `draft = true`, `"draft": true`.
    func line(_ key: String, word: String) -> String { start(key) + word }

    /// A text between quotes.
    func quoted(_ text: String) -> String {
        self == .yaml ? YAMLText.quoted(text) : Self.inDoubleQuotes(text)
    }

    /// A key with a text, in quotes if it needs them.
    func line(_ key: String, text: String) -> String {
        start(key) + (self == .yaml ? YAMLText.item(text) : quoted(text))
    }

    private func start(_ key: String) -> String {
        switch self {
        case .yaml: key + ": "
        case .toml: key + " = "
        case .json: Self.inDoubleQuotes(key) + ": "
        }
    }

    /// As in TOML and JSON.
    private static func inDoubleQuotes(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
