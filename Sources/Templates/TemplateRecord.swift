/// The fields of one kind of record, as an enumeration whose raw values count from 0.
///
///     enum MenuItemField: Int, TemplateFields {
///         case name, url, isCurrent
///         static var recordName: String { "menu item" }
///         var kind: TemplateKind {
///             switch self {
///             case .name, .url: .text
///             case .isCurrent: .flag
///             }
///         }
///     }
package protocol TemplateFields: RawRepresentable<Int>, CaseIterable, Sendable {
    /// What messages and other fields' kinds call the record; one of its own in a schema.
    static var recordName: String { get }
    /// What a template calls the field; the name of the case unless said otherwise.
    var name: String { get }
    var kind: TemplateKind { get }
}

extension TemplateFields {
    package var name: String { "\(self)" }
}

/// A record under construction: one slot for each field, `.none` until set.
///
///     var item = TemplateRecord<MenuItemField>()
///     item[.name] = TemplateValue("关于")
///     item[.isCurrent] = .flag(true)
///     page[.menu] = .list([item.value])
package struct TemplateRecord<Field: TemplateFields>: Sendable {
    private var slots: [TemplateValue]

    package init() {
        slots = Array(repeating: .none, count: Field.allCases.count)
    }

    package subscript(field: Field) -> TemplateValue {
        get { slots[field.rawValue] }
        set { slots[field.rawValue] = newValue }
    }

    /// The record as a value; shares the slots.
    package var value: TemplateValue { .record(slots) }
}
