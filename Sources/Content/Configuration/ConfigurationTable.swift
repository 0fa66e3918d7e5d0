import Addresses
import Diagnostics

/// One table of `galley.toml` with its keys: how it is read, and its part of the manual.
struct ConfigurationTable: Sendable {
    /// `posts`.
    let name: String
    let form: Form
    /// A row of docs/configuration.md for each key: its name, the kinds of table that have it (if the
    /// keys differ by kind), its type, its default and its meaning, in Markdown.
    let rows: @Sendable () -> [[String]]
    let read: @Sendable (inout ConfigurationReader, inout Configuration) -> Void

    /// How the table is written.
    enum Form: Sendable {
        /// `[posts]`.
        case table
        /// `[[menu]]`.
        case array
        /// `[publish.NAME]`, which the table before reads.
        case named
    }

    /// - Parameters:
    ///   - path: where its values go.
    ///   - holdsTables: whether tables in it may have any name; `finish` reads them.
    ///   - finish: reads what is not among the keys, and checks what several keys say together. It is
    ///     called after every key is read.
    init<Table>(
        _ name: String, _ path: WritableKeyPath<Configuration, Table> & Sendable,
        _ keys: [ConfigurationKey<Table>], holdsTables: Bool = false,
        finish: @escaping @Sendable (inout ConfigurationSection, inout Table) -> Void = { _, _ in }
    ) {
        self.name = name
        form = .table
        rows = { Self.rows(keys, of: Configuration(site: .init())[keyPath: path]) }
        read = { reader, configuration in
            reader.section(name) { section in
                section.read(keys, into: &configuration[keyPath: path], holdsTables: holdsTables)
                finish(&section, &configuration[keyPath: path])
            }
        }
    }

    /// A table whose keys are texts of the site, as are their values: `[redirects]`.
    ///
    /// - Parameter key: what the manual calls a key.
    init(
        texts name: String, _ path: WritableKeyPath<Configuration, [String: String]> & Sendable,
        key: String, _ meaning: String
    ) {
        self.name = name
        form = .table
        rows = { [[key, "text", "", meaning]] }
        read = { reader, configuration in
            reader.section(name) { $0.read(texts: &configuration[keyPath: path]) }
        }
    }

    /// `[[menu]]`: every entry is a table. Nil is kept without an entry.
    init<Entry>(
        entries name: String, _ path: WritableKeyPath<Configuration, [Entry]?> & Sendable,
        _ keys: [ConfigurationKey<Entry>], standard: Entry
    ) where Entry: Sendable {
        self.name = name
        form = .array
        rows = { Self.rows(keys, of: standard) }
        read = { reader, configuration in
            configuration[keyPath: path] = reader.entries(name) { section in
                var entry = standard
                section.read(keys, into: &entry)
                return section.diagnostics.isEmpty ? entry : nil
            }
        }
    }

    /// The tables of any name in another one, for the manual alone.
    init<Table>(namedIn name: String, _ keys: [ConfigurationKey<Table>], standard: Table)
    where Table: Sendable {
        self.name = name
        form = .named
        rows = { Self.rows(keys, of: standard) }
        read = { _, _ in }
    }

    private static func rows<Table>(
        _ keys: [ConfigurationKey<Table>], of standard: Table
    ) -> [[String]] {
        let differ = keys.contains { !$0.kinds.isEmpty }
        return keys.map { key in
            let since = key.since == "0.1.0" ? "" : "; since \(key.since)"
            let kinds = key.kinds.isEmpty ? "all" : key.kinds.joined(separator: ", ")
            return ["`\(key.name)`"] + (differ ? [kinds] : [])
                + [
                    key.type, key.isRequired ? "required" : key.standard(standard),
                    key.meaning + since,
                ]
        }
    }

    /// How docs/configuration.md writes its name: `[posts]`, `[[menu]]`, `[publish.NAME]`.
    var heading: String {
        switch form {
        case .table: "[\(name)]"
        case .array: "[[\(name)]]"
        case .named: "[\(name).NAME]"
        }
    }
}

extension ConfigurationSection {
    /// Reads all keys of a table, and reports those that it does not have.
    ///
    /// - Parameter holdsTables: whether tables in it may have any name.
    mutating func read<Table>(
        _ keys: [ConfigurationKey<Table>], into table: inout Table, holdsTables: Bool = false
    ) {
        var keys = keys
        if keys.contains(where: { !$0.kinds.isEmpty }) {
            let kinds = Set(keys.flatMap(\.kinds))
            if case .string(let type)? = values["type"], kinds.contains(type) {
                keys.removeAll { !$0.kinds.isEmpty && !$0.kinds.contains(type) }
            } else {
                // Of an unknown kind no other key can be judged.
                keys.removeAll { $0.name != "type" }
                return readAndRequire(keys, into: &table)
            }
        }
        let names = keys.map(\.name)
        checkKeys(names + (holdsTables ? tableNames.filter { !names.contains($0) } : []))
        readAndRequire(keys, into: &table)
    }

    private mutating func readAndRequire<Table>(
        _ keys: [ConfigurationKey<Table>], into table: inout Table
    ) {
        for key in keys {
            if key.isRequired, values[key.name] == nil {
                require(key.name, choices: key.choices)
            }
            key.read(&self, &table)
        }
    }

    /// The tables in this one, whatever their name.
    var tableNames: [String] {
        values.keys.sorted().filter { if case .table? = values[$0] { true } else { false } }
    }

    /// The table in this one with that name; empty if it is missing.
    func section(_ name: String) -> ConfigurationSection {
        var table: [String: Value] = [:]
        if case .table(let values)? = values[name] { table = values }
        return ConfigurationSection(
            path: Self.join(path, name), values: table, places: places, place: place(of: name))
    }
}
