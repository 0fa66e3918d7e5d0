import Content
import Templates

/// The theme's parameters with the site's values, as layouts see them under `theme`.
struct ThemeParameters: Sendable {
    static let recordName = "theme"

    private typealias Entry = (name: String, value: Value)
    /// Sorted by name.
    private let entries: [Entry]

    init(_ values: [String: Value]) {
        entries = values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }

    /// The record `theme`, and one for each table in it: `theme.giscus`. A name that no theme.toml
    /// declares is an error when the layouts are loaded; a table that is declared empty is free.
    var recordTypes: [TemplateRecordType] { Self.recordTypes(entries, name: Self.recordName) }

    var value: TemplateValue { Self.record(entries) }

    private static func recordTypes(_ entries: [Entry], name: String) -> [TemplateRecordType] {
        let own = TemplateRecordType(
            name: name,
            fields: entries.map {
                TemplateRecordType.Field($0.name, kind(of: $0.value, name: name + "." + $0.name))
            })
        let below = entries.flatMap { entry in
            table(entry.value).map { recordTypes($0, name: name + "." + entry.name) } ?? []
        }
        return [own] + below
    }

    private static func record(_ entries: [Entry]) -> TemplateValue {
        .record(entries.map { table($0.value).map(record) ?? Theme.templateValue($0.value) })
    }

    /// The entries of a table that was declared with keys, sorted by name.
    private static func table(_ value: Value) -> [Entry]? {
        guard case .table(let table) = value, !table.isEmpty else { return nil }
        return table.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }

    /// Only the theme knows whether a text is HTML, so it may be written both ways.
    private static func kind(of value: Value, name: String) -> TemplateKind {
        switch value {
        case .boolean: .flag
        case .integer, .number: .number
        case .table(let table) where !table.isEmpty: .record(name)
        case .null, .string, .date, .list, .table: .free
        }
    }
}
