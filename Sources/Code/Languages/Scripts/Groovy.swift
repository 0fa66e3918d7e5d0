extension CodeLanguage {
    /// Groovy, with the files of Gradle and Jenkins, as far as quotes, comments and brackets tell.
    /// https://groovy-lang.org/syntax.html
    package static let groovy = CodeLanguage(
        shapeOf: "groovy",
        .init(
            language: "Groovy", quotes: [], wordByte: UInt8(ascii: "$"), hasScriptLine: true,
            specialBytes: Array("\"'/$".utf8)),
        vocabulary: groovyVocabulary,
        special: { scanner, tokens, words in
            if scanner.byte == UInt8(ascii: "/") { return slashy(&scanner, &tokens, words) }
            return texts(&scanner, &tokens, words)
        })

    private static let texts = FreeFormLexer.texts([
        .init(open: "\"\"\"", close: "\"\"\"", isMultiline: true, codes: ["${"]),
        .init(open: "'''", close: "'''", isMultiline: true),
        .init(open: "\"", close: "\"", codes: ["${"]), .init(open: "'", close: "'"),
        .init(open: "$/", close: "/$", isMultiline: true, escape: UInt8(ascii: "$")),
    ])

    /// `/…/` where a value is due, as far as it ends on its line.
    private static func slashy(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        guard scanner.ahead(1) != UInt8(ascii: "/"), scanner.ahead(1) != UInt8(ascii: "*"),
            !scanner.ahead(1).isBlank
        else { return false }
        var before = start - 1
        while scanner[before].isBlank { before -= 1 }
        guard before < 0 || "(,=[:~{;\n&|?+!".utf8.contains(scanner[before]) else { return false }
        var index = start + 1
        while scanner[index] != 0x0A, index < scanner.count {
            if scanner[index] == UInt8(ascii: "/") {
                scanner.index = index + 1
                tokens.note(.regularExpression, start, scanner.index)
                tokens.append(words["STRING"], start, scanner.index)
                return true
            }
            index += scanner[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return false
    }

    private static let groovyVocabulary = Vocabulary(
        words: [
            .keyword: """
            as assert break case catch continue default do else finally for goto if in instanceof new
            return switch throw throws try while yield
            """,
            .declaration: """
            abstract class def enum extends final implements interface native permits private
            protected public record sealed static strictfp synchronized trait transient var volatile
            """,
            .importing: "import package", .constant: "true false null",
            .type: "boolean byte char double float int long short void String",
            .own: "this super it", .builtin: "println print",
        ],
        introducing: [.className: "class interface enum trait record extends implements"],
        sigils: [UInt8(ascii: "@"): .decorator])
}
