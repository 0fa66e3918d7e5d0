import Foundation
import Languages
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
        for morsel in Self.hostile {
            // A machine that others use may be slow for a moment, but not three times.
            let isLinear = (0..<3).contains { _ in
                let short = time(of: code(morsel, bytes: 1_000), highlighter)
                let long = time(of: code(morsel, bytes: 16_000), highlighter)
                // 16 times the text, with room; by its square it would be 256 times.
                return long < max(short * 70, 0.04)
            }
            #expect(isLinear, "\(label): \(morsel.debugDescription)")
        }
    }

    private func code(_ morsel: String, bytes: Int) -> [UInt8] {
        let repeated = repeatElement(Array(morsel.utf8), count: bytes / morsel.utf8.count)
        return Array(repeated.joined()) + [0x0A]
    }

    /// Seconds of this thread on a processor, which other tests do not disturb.
    private func time(of code: [UInt8], _ highlighter: Highlighter) -> Double {
        let start = Self.now()
        _ = highlighter.highlight(code[...])
        return Self.now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
