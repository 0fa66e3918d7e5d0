/// A value that a layout can print, test or iterate over.
///
/// Text is UTF-8 bytes, so that nothing is converted while a page is written; arrays are shared, so
/// that a body of any size or a record that all pages share is passed without a copy.
///
/// False are `.none`, `.flag(false)`, empty text and an empty list; everything else is true,
/// including the number 0 and a record without any values.
@usableFromInline
package enum TemplateValue: Sendable, Hashable {
    case none
    case flag(Bool)
    case number(Int)
    case decimal(Double)
    /// UTF-8; also markup, because only the template decides whether it is escaped.
    case text([UInt8])
    case list([TemplateValue])
    /// One value for each field of the schema's record type, in its order; trailing ones may be
    /// missing if they are `.none`. `TemplateRecord` builds it by names.
    case record([TemplateValue])
    /// Names outside any schema, such as a post's `params`.
    case table(TemplateTable)

    /// The text, or `.none` for nil.
    package init(_ string: String?) {
        self = string.map { .text(Array($0.utf8)) } ?? .none
    }

    /// Whether `{{#x}}` writes its content.
    var isTrue: Bool {
        switch self {
        case .none: false
        case .flag(let flag): flag
        case .text(let bytes): !bytes.isEmpty
        case .list(let items): !items.isEmpty
        case .number, .decimal, .record, .table: true
        }
    }
}
