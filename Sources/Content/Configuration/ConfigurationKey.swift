import Addresses
import Markdown

/// One key of a table of `galley.toml`, declared once. The reader, the suggestions for misspelled
/// keys and the tables of docs/configuration.md come from it.
///
///     .number("per_page", \.perPage, in: 0...100_000, "posts on a page of a list; `0`: one page with all")
struct ConfigurationKey<Table>: Sendable {
    /// As it is written: `per_page`.
    let name: String
    /// What the manual calls the type of its value, with its range: `number from 0 to 100000`.
    let type: String
    /// One line for the manual, in Markdown.
    let meaning: String
    /// The first version that has the key.
    var since = "0.1.0"
    let isRequired: Bool
    /// The words that its value may be; empty: other values.
    var choices: [String] = []
    /// The values of the table's key `type` that the key belongs to; empty: all.
    var kinds: [String] = []
    /// The default in Markdown, given a table with all defaults; empty: nothing to show.
    let standard: @Sendable (Table) -> String
    /// Reads the key, if it is there, and reports a value that cannot be used.
    let read: @Sendable (inout ConfigurationSection, inout Table) -> Void

    init(
        _ name: String, type: String, _ meaning: String, isRequired: Bool = false,
        standard: @escaping @Sendable (Table) -> String,
        read: @escaping @Sendable (inout ConfigurationSection, inout Table) -> Void
    ) {
        self.name = name
        self.type = type
        self.meaning = meaning
        self.isRequired = isRequired
        self.standard = standard
        self.read = read
    }

    /// The key for these kinds of table alone.
    func of(_ kinds: String...) -> Self {
        var key = self
        key.kinds = kinds
        return key
    }

    /// The key with the version that brought it, which the manual names.
    func since(_ version: String) -> Self {
        var key = self
        key.since = version
        return key
    }

    /// The key of a table that is a part of another value.
    func lifted<Outer>(_ path: WritableKeyPath<Outer, Table> & Sendable) -> ConfigurationKey<Outer>
    {
        let standard = standard
        let read = read
        var key = ConfigurationKey<Outer>(
            name, type: type, meaning, isRequired: isRequired,
            standard: { standard($0[keyPath: path]) }, read: { read(&$0, &$1[keyPath: path]) })
        key.since = since
        key.kinds = kinds
        key.choices = choices
        return key
    }
}

extension ConfigurationKey {
    private static func quoted(_ text: String) -> String { "`\"\(text)\"`" }

    /// - Parameters:
    ///   - type: what the manual calls it, where `text` says too little.
    ///   - standard: the default in Markdown, where the manual has more to say than the value.
    static func text(
        _ name: String, _ path: WritableKeyPath<Table, String> & Sendable, type: String = "text",
        standard: String? = nil, isRequired: Bool = false, _ meaning: String
    ) -> Self {
        Self(
            name, type: type, meaning, isRequired: isRequired,
            standard: { standard ?? quoted($0[keyPath: path]) },
            read: { $0.read(name, into: &$1[keyPath: path]) })
    }

    static func flag(
        _ name: String, _ path: WritableKeyPath<Table, Bool> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            name, type: "true or false", meaning, standard: { "`\($0[keyPath: path])`" },
            read: { $0.read(name, into: &$1[keyPath: path]) })
    }

    static func number(
        _ name: String, _ path: WritableKeyPath<Table, Int> & Sendable, in bounds: ClosedRange<Int>,
        _ meaning: String
    ) -> Self {
        Self(
            name, type: type(bounds), meaning, standard: { "`\($0[keyPath: path])`" },
            read: { $0.read(name, into: &$1[keyPath: path], in: bounds) })
    }

    /// - Parameter standard: what holds without the key.
    static func number(
        _ name: String, _ path: WritableKeyPath<Table, Int?> & Sendable,
        in bounds: ClosedRange<Int>,
        standard: String, _ meaning: String
    ) -> Self {
        Self(
            name, type: type(bounds), meaning, standard: { _ in standard },
            read: { $0.read(name, into: &$1[keyPath: path], in: bounds) })
    }

    private static func type(_ bounds: ClosedRange<Int>) -> String {
        "number from \(bounds.lowerBound) to \(bounds.upperBound)"
    }

    /// One of a closed list of words.
    static func choice<Choice: Equatable & Sendable>(
        _ name: String, _ path: WritableKeyPath<Table, Choice> & Sendable,
        of choices: [(String, Choice)], isRequired: Bool = false, _ meaning: String
    ) -> Self {
        var key = Self(
            name, type: type(choices.map { quoted($0.0) }), meaning, isRequired: isRequired,
            standard: { table in
                choices.first { $0.1 == table[keyPath: path] }.map { quoted($0.0) } ?? ""
            },
            read: { $0.read(name, into: &$1[keyPath: path], from: choices) })
        key.choices = choices.map(\.0)
        return key
    }

    static func choice<Choice: RawRepresentable<String> & CaseIterable & Equatable & Sendable>(
        _ name: String, _ path: WritableKeyPath<Table, Choice> & Sendable,
        isRequired: Bool = false, _ meaning: String
    ) -> Self {
        choice(
            name, path, of: Choice.allCases.map { ($0.rawValue, $0) }, isRequired: isRequired,
            meaning)
    }

    /// `a`, `b` and `c` give `a, b or c`.
    static func type(_ choices: [String]) -> String {
        guard let last = choices.last, choices.count > 1 else { return choices.joined() }
        return choices.dropLast().joined(separator: ", ") + " or " + last
    }

    /// A folder below another one.
    static func folder(
        _ name: String, _ path: WritableKeyPath<Table, SourcePath> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            name, type: "path", meaning, standard: { quoted($0[keyPath: path].string) },
            read: { $0.read(name, into: &$1[keyPath: path]) })
    }

    /// A file or folder below the output; `""` for none.
    static func outputPath(
        _ name: String, _ path: WritableKeyPath<Table, String> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            name, type: "path", meaning, standard: { quoted($0[keyPath: path]) },
            read: { $0.readFile(name, into: &$1[keyPath: path]) })
    }

    static func patterns(
        _ name: String, _ path: WritableKeyPath<Table, [PathPattern]> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            name, type: "list of patterns", meaning, standard: { _ in "`[]`" },
            read: { $0.read(name, into: &$1[keyPath: path]) })
    }

    /// - Parameter items: what the manual calls the texts: `ids`.
    static func list(
        _ name: String, _ path: WritableKeyPath<Table, [String]> & Sendable, of items: String,
        _ meaning: String
    ) -> Self {
        Self(
            name, type: "list of " + items, meaning, standard: { _ in "`[]`" },
            read: { $0.read(name, into: &$1[keyPath: path]) })
    }

    static func set(
        _ name: String, _ path: WritableKeyPath<Table, Set<String>> & Sendable, of items: String,
        _ meaning: String
    ) -> Self {
        Self(
            name, type: "list of " + items, meaning, standard: { _ in "`[]`" },
            read: { $0.read(name, into: &$1[keyPath: path]) })
    }
}
