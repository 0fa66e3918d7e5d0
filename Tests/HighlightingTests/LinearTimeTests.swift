import Languages
import TestSupport
import Testing

@testable import Highlighting

/// Hostile blocks take time by their length, not by its square.
struct LinearTimeTests {
    private static let hostile = [
        "'", "\"", "`", "/", "\\'", "'\\", "<", "&", "<a ", "${", "$(", "(", "[", "{", "{{",
        "\\(\"",
        "f\"{", "#{\"", "/*", "#if 0\n", "#", "<<A\n", "<<A ", "%w[", ":a", "- ", "a:", "? ", "|\n",
        "*", "_", "](", "```\n", "~~~\n", "[=", "$ \\\n", "> ", "R\"(", "a\\\n", "$", ".", "0", "e",
        "q{", "<!--", "\t", " ", "\r", "@", "--[[", "$ <<A\n", "x", "'a", "\"\\",
    ]

    @Test(arguments: Language.all.map(\.name)) func readsHostileTextOnce(label: String) {
        let highlighter = Highlighter(label: label)
        let function = TextFunction(label, Self.hostile, common: false) {
            let code = highlighter.highlight($0[...])
            var out: [UInt8] = []
            code.append(to: &out) { _, _ in
            } close: { _ in
            }
        }
        #expect(function.problems() == [])
    }
}
