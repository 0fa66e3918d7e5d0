import Addresses
import Diagnostics
import Languages
import Markdown
import TestSupport
import Testing

@testable import Snippets

/// No message holds half a character, and no place or edit begins or ends inside one.
struct CharacterBoundaryTests {
    private static let characters = ["é", "用", "😀", "\u{301}", "：", "“", "，", "\u{A0}"]
    private static let morsels = [
        "\"", "'", "`", "\\", "\\u", "\\x", "{", "}", "[", "]", "(", ")", "<", ">", "</", "<a ",
        "<a x=\"", "<!--", "-->", "&", "${", "{{", "}}", "$(", "<<EOF\n", "EOF\n", "/*", "*/", "//",
        "#", "--", ":", ": ", "- ", "=", ",", ";", "|", "\n", "\n\t", "  ", "...", "…", "$ ",
        ">>> ",
        "(gdb) ", "HTTP/1.1 ", "GET / ", "FROM ", "RUN ", "@@ -1 +1 @@\n", "+", "-", "func f() {\n",
        "if ", "fi", "def f():\n", "end\n", "key", "0x", "1.", "%", "@", "!", "*", "&x ", "?",
    ]
    private static let labels = LanguageCheck.all.flatMap(\.languages) + ["", "unknown"]

    @Test(arguments: labels) func tellsWholeCharacters(label: String) {
        var chance = Chance(state: 3)
        func one(of texts: [String]) -> String { texts[chance.next(texts.count)] }
        for _ in 0..<300 {
            var code = ""
            for _ in 0...chance.next(10) {
                code += one(of: Self.morsels)
                if chance.next(3) > 0 { code += one(of: Self.characters) }
            }
            check("~~~~~~~~ \(label)\n\(code)\n~~~~~~~~\n")
        }
    }

    @Test func tellsWholeCharactersBetweenAttributes() {
        for character in Self.characters { check("```xml\n<a x=\"1\"\(character)=\"2\"/>\n```\n") }
    }

    @Test func tellsWholeCharactersOfTools() {
        let text = CheckedText(Array("用 x".utf8))
        for column in 1...4 {
            let finding = Finding(
                ToolFinding(line: 1, column: column, "unexpected"), in: text)
            #expect(finding.range == (column < 4 ? 0..<3 : 3..<4))
        }
    }

    @Test func tellsWholeCharactersOfInfoStrings() {
        var chance = Chance(state: 4)
        let words = [
            "go", "=", "\"", "'", "title", "check", "fails", "{", "}", ",", " ", "1-", "\\",
        ]
        for _ in 0..<2_000 {
            var info = ""
            for _ in 0...chance.next(8) {
                info += words[chance.next(words.count)]
                if chance.next(2) > 0 {
                    info += Self.characters[chance.next(Self.characters.count)]
                }
            }
            check("~~~~ \(info)\nx\n~~~~\n")
            check("<!-- snippet: \(info) -->\n\n    x\n")
        }
    }

    private func check(_ article: String) {
        let source = Array(article.utf8)
        let document = Document(parsing: source, file: SourcePath("a.md"), options: .standard)
        let resolver = VerdictResolver(toolbox: Toolbox([]), answers: ToolAnswers())
        let examined = SnippetExaminer(SnippetSettings()).examine(
            document, SnippetComments(in: document), defaults: SnippetDefaults())
        for diagnostic in examined.flatMap({ resolver.verdict(of: $0).diagnostics }) {
            let edits = diagnostic.fixes.flatMap(\.edits)
            let places =
                [diagnostic.place] + diagnostic.notes.map(\.place) + edits.map(\.place)
            let texts =
                [diagnostic.summary, diagnostic.explanation ?? ""] + diagnostic.notes.map(\.text)
                + diagnostic.fixes.map(\.text) + edits.map(\.replacement)
            #expect(
                texts.allSatisfy { !$0.contains("\u{FFFD}") }
                    && places.compactMap(\.self).allSatisfy { isWhole($0.range, of: source) },
                "\(article.debugDescription): \(diagnostic)")
        }
    }

    private func isWhole(_ range: Range<Int>, of source: [UInt8]) -> Bool {
        [range.lowerBound, range.upperBound].allSatisfy {
            $0 >= source.count || source[$0] & 0xC0 != 0x80
        }
    }
}
