/// The hidden lines of an example, which rustdoc compiles but does not show: `# use std::fs;`.
///
/// The rustdoc book, "Hiding portions of the example":
/// https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html
enum RustdocLines {
    /// The text with a blank for each `#` that hides a line; places stay. O(bytes).
    static func shown(_ text: SnippetText) -> SnippetText {
        guard text.code.contains(UInt8(ascii: "#")) else { return text }
        var code = text.code
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: .lineFeed) ?? code.count
            let line = code[start..<end]
            if let mark = line.firstIndex(where: { !$0.isBlank }), code[mark] == UInt8(ascii: "#"),
                mark + 1 == end || code[mark + 1].isBlank
            {
                code[mark] = 0x20
            }
            start = end + 1
        }
        return SnippetText(
            code: code, info: text.info, language: text.language, level: text.level)
    }
}
