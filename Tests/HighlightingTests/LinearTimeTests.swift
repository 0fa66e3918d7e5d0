import Languages
import Testing

@testable import Highlighting

/// Hostile blocks take time by their length, not by its square.
struct LinearTimeTests {
    private static let hostile = [
        "'", "\"", "`", "/", "\\'", "'\\", "<", "&", "<a ", "${", "$(", "(", "[", "{", "{{", "\\(\"",
        "f\"{", "#{\"", "/*", "#if 0\n", "#", "<<A\n", "<<A ", "%w[", ":a", "- ", "a:", "? ", "|\n",
        "*", "_", "](", "```\n", "~~~\n", "[=", "$ \\\n", "> ", "R\"(", "a\\\n", "$", ".", "0", "e",
        "q{", "<!--", "\t", " ", "\r", "@", "--[[",
    ]

    /// A quadratic look would make 400 KB of one of them take minutes.
    @Test(.timeLimit(.minutes(3)), arguments: Language.all.map(\.name))
    func readsHostileTextOnce(label: String) {
        for morsel in Self.hostile {
            let code = Array(repeatElement(Array(morsel.utf8), count: 100_000 / morsel.utf8.count))
                .joined() + [0x0A]
            let highlighted = Highlighter(label: label).highlight(Array(code)[...])
            #expect(highlighted.code.count == code.count)
        }
    }
}
