/// One template's text from a theme.
package struct TemplateSource: Sendable {
    /// Its name in layouts and tags: "layouts/post" for `{{> layouts/post}}`.
    package let name: String
    /// Its path in problems: "themes/paper/layouts/post.mustache".
    package let file: String
    package let bytes: [UInt8]

    package init(name: String, file: String, bytes: [UInt8]) {
        self.name = name
        self.file = file
        self.bytes = bytes
    }

    /// O(offset): lines and columns are only computed for problems.
    func place(_ range: Range<Int>) -> TemplatePlace {
        var line = 1
        var column = 1
        for byte in bytes[..<min(range.lowerBound, bytes.count)] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return TemplatePlace(file: file, range: range, line: line, column: column)
    }
}
