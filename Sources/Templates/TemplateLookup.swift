/// How a name is found during rendering: decided once, when the templates are linked.
struct TemplateLookup: Sendable, Hashable {
    enum Base: Sendable, Hashable {
        /// The innermost record of the type with this index in the schema.
        case record(Int)
        /// The value of the innermost section: `{{.}}`.
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

    /// The names to follow after `slots`.
    var tail: ArraySlice<[UInt8]> { searchesTables ? names.dropFirst(slots.count) : names[...] }
}
