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
@usableFromInline
package protocol TemplateFields: RawRepresentable<Int>, CaseIterable, Sendable {
    /// The name of the record in messages and in other fields' kinds; unique in a schema.
    static var recordName: String { get }
    /// The name of the field in templates; by default the name of the case.
    var name: String { get }
    var kind: TemplateKind { get }
}

extension TemplateFields {
    package var name: String { "\(self)" }
}

/// A record under construction: its fields are `.none` until set.
///
/// It has slots only up to some field, because many records of a large kind set only the first few:
/// a line of an archive has four fields of a post.
///
/// `@inlinable`, and so the types `@usableFromInline`, because setting a field through the generic
/// function takes four times as long.
///
///     var item = TemplateRecord<MenuItemField>()
///     item[.name] = TemplateValue("关于")
///     item[.isCurrent] = .flag(true)
///     page[.menu] = .list([item.value])
@usableFromInline
package struct TemplateRecord<Field: TemplateFields>: Sendable {
    @usableFromInline
    var slots: [TemplateValue]

    package init() {
        slots = Array(repeating: .none, count: Field.allCases.count)
    }

    /// A record with room for the fields up to `last`, fastest to set in their order.
    @inlinable
    package init(through last: Field) {
        slots = []
        slots.reserveCapacity(last.rawValue + 1)
    }

    /// The fields of `record`, and room for those up to `last`.
    @inlinable
    package init(_ record: TemplateRecord, through last: Field) {
        slots = []
        slots.reserveCapacity(last.rawValue + 1)
        slots.append(contentsOf: record.slots)
    }

    @inlinable
    package subscript(field: Field) -> TemplateValue {
        get { field.rawValue < slots.count ? slots[field.rawValue] : .none }
        set {
            if field.rawValue < slots.count {
                slots[field.rawValue] = newValue
            } else {
                while slots.count < field.rawValue { slots.append(.none) }
                slots.append(newValue)
            }
        }
    }

    /// The record as a value; shares the slots.
    @inlinable
    package var value: TemplateValue { .record(slots) }
}
