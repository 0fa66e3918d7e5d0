/// One key with its value, or one element of an array, in the parser's representation.
struct TOMLNode {
    enum Kind: UInt8 {
        case string, integer, float, boolean
        case offsetDateTime, localDateTime, localDate, localTime
        case array, table
    }

    /// How a table or an array was defined, which determines what may be added to it.
    enum Definition: UInt8 {
        /// A complete value: a scalar, `[1, 2]` or `{a = 1}`.
        case value
        /// Only a longer header names it: `a` of `[a.b]`.
        case implied
        /// `[a]`, or an element of `[[a]]`.
        case header
        /// `a` of `a.b = 1`.
        case dottedKey
        /// The array of all `[[a]]`.
        case arrayOfTables
    }

    /// How a string is written.
    struct StringForm: OptionSet {
        let rawValue: UInt8
        static let literal = StringForm(rawValue: 1)
        static let multiline = StringForm(rawValue: 2)
        /// Has escapes or line breaks of two bytes, so that its text differs from its bytes.
        static let escaped = StringForm(rawValue: 4)
    }

    let kind: Kind
    var definition = Definition.value
    /// For a string.
    var form: StringForm = []
    /// How many tables and arrays are around it.
    var depth: UInt8 = 0
    /// One part of a key, with its quotes; for an element of an array empty, at the value.
    var key: Range<Int>
    /// The key without its quotes.
    var name = 0..<0
    /// The value; for a table its header, or its key if a dotted key defines it.
    var range: Range<Int>
    /// The bits of a whole number or a float; 1 for `true`; for a date the index of its moment.
    var bits: UInt64 = 0
    var parent = 0
    /// The first and the last item of a table or array, and the one after this; 0: none.
    var first = 0
    var last = 0
    var next = 0
    var count = 0
}
