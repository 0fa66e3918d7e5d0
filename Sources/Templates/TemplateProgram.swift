/// One step of rendering. Jumps are counted in instructions, so that code can be moved.
enum TemplateInstruction: Sendable {
    /// The effect of a section on names.
    enum Entry: Sendable, Hashable {
        /// It becomes the innermost record of the type with this index.
        case record(Int)
        /// Its names are looked up during rendering.
        case table
        /// It has no names.
        case plain
    }

    /// Where the value of an instruction is. Plain numbers for nearly all names, because counting
    /// references to a lookup's arrays made a page take a fifth longer.
    enum Operand: Sendable {
        /// A field of the innermost record of a type.
        case field(type: Int32, slot: Int32)
        /// A field of a record in a field.
        case inner(type: Int32, record: Int32, slot: Int32)
        /// Index of a lookup.
        case lookup(Int32)
    }

    /// A part of the program's text.
    case text(start: Int32, end: Int32)
    case escaped(Operand)
    case unescaped(Operand)
    /// The content is `length` instructions, including the section's end.
    case section(Operand, Entry, length: Int32)
    case inverted(Operand, length: Int32)
    case sectionEnd
    /// Index of a routine and of the tag that calls it.
    case call(routine: Int32, site: Int32)
    case back
}

/// A tag, by the index of its template; its line is only computed on demand.
struct TemplateSite: Sendable {
    let template: Int
    let range: Range<Int>
}

/// All templates of a library, linked.
struct TemplateProgram: Sendable {
    var instructions: [TemplateInstruction] = []
    var text: [UInt8] = []
    var lookups: [TemplateLookup] = []
    /// Index of each routine's first instruction: a template with its scopes, blocks and
    /// indentation.
    var routines: [Int] = []
    /// Tags that call a template, for problems that depend on the data.
    var sites: [TemplateSite] = []
    /// Number of record types in the schema.
    var recordTypeCount = 0
}
