/// Writing JSON objects and arrays by hand, commas included.
///
/// A comma is needed unless the last byte opens an object or an array, because no value ends with
/// such a byte:
///
///     out.append(utf8: "{")
///     out.append(member: "line", 3)
///     out.append(member: "tool", nil)
///     out.append(utf8: "}")            // {"line": 3, "tool": null}
extension [UInt8] {
    /// Begins an element of an array on the same line: a comma and a space where needed.
    package mutating func beginElement() {
        if !isAtOpening { append(utf8: ", ") }
    }

    /// Begins an element of an array on a line of its own, indented by two spaces.
    package mutating func beginElementLine() {
        if !isAtOpening { append(UInt8(ascii: ",")) }
        append(utf8: "\n  ")
    }

    /// Begins a member of an object; its value is appended next. The name needs no escapes.
    package mutating func append(member name: StaticString) {
        beginElement()
        append(UInt8(ascii: "\""))
        append(utf8: name)
        append(utf8: "\": ")
    }

    /// A member that is a string, or `null`.
    package mutating func append(member name: StaticString, _ value: String?) {
        append(member: name)
        if let value { append(json: value) } else { append(utf8: "null") }
    }

    /// A member that is a number.
    package mutating func append(member name: StaticString, _ value: Int) {
        append(member: name)
        append(decimal: value)
    }

    private var isAtOpening: Bool {
        last == UInt8(ascii: "{") || last == UInt8(ascii: "[")
    }
}
