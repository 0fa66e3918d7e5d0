/// What a layout can print, test or walk.
///
/// Text is UTF-8 bytes, so that nothing is converted while a page is written; arrays are shared,
/// so that a body of any size or a record that all pages have in common is passed on without a
/// copy.
///
/// False are `.none`, `.flag(false)`, empty text and an empty list; all else is true, the number 0
/// and a record without any values included.
@usableFromInline
package enum TemplateValue: Sendable, Hashable {
    case none
    case flag(Bool)
    case number(Int)
    case decimal(Double)
    /// UTF-8; markup too, for only the template says whether it is escaped.
    case text([UInt8])
    case list([TemplateValue])
    /// One value for each field of the record type that the schema names here, in its order; the
    /// last ones may be left out where they are `.none`.
    /// `TemplateRecord` builds it by names.
    case record([TemplateValue])
    /// Names that no schema knows, such as a post's `params`.
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
