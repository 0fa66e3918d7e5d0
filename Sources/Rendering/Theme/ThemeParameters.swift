import Content
import Templates

/// The theme's parameters with the site's values, as layouts see them under `theme`.
struct ThemeParameters: Sendable {
    static let recordName = "theme"

    /// Sorted by name.
    private let entries: [(name: String, value: Value)]

    init(_ values: [String: Value]) {
        entries = values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }

    /// A name that no theme.toml declares is an error when the layouts are loaded.
    var recordType: TemplateRecordType {
        TemplateRecordType(
            name: Self.recordName,
            fields: entries.map { TemplateRecordType.Field($0.name, Self.kind(of: $0.value)) })
    }

    var value: TemplateValue { .record(entries.map { Theme.templateValue($0.value) }) }

    /// Only the theme knows whether a text is HTML, so it may be written both ways.
    private static func kind(of value: Value) -> TemplateKind {
        switch value {
        case .boolean: .flag
        case .integer, .number: .number
        case .null, .string, .date, .list, .table: .free
        }
    }
}
