/// How a name is found when a page is rendered: decided once, when the templates are linked.
struct TemplateLookup: Sendable, Hashable {
    enum Base: Sendable, Hashable {
        /// The innermost record of the type with this index in the schema.
        case record(Int)
        /// What the innermost section is about: `{{.}}`.
        case current
        case nowhere
    }

    let base: Base
    /// Steps from record to record.
    let slots: [Int]
    /// All steps as names where `searchesTables`, else those from the table at `slots` on.
    let names: [[UInt8]]
    /// Tables inside the base record's section come first; only they may lack the name.
    let searchesTables: Bool

    /// The names to follow from what `slots` lead to.
    var tail: ArraySlice<[UInt8]> { searchesTables ? names.dropFirst(slots.count) : names[...] }
}
