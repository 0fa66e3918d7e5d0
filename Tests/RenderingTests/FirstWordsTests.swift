import TestSupport
import Testing

@testable import Rendering

/// The quick way through ASCII and Chinese gives what the way through all of Unicode gives.
@Suite struct FirstWordsTests {
    @Test func leavesShortTextsWholeOnOneLine() {
        #expect(FirstWords.plain(Array("  a\n b，“c”… 中\t".utf8)) == "a b，“c”… 中")
        #expect(FirstWords.plain([]) == "")
    }

    @Test func cutsBehind119Characters() {
        let text = String(repeating: "中", count: 121)
        #expect(FirstWords.plain(Array(text.utf8)) == String(repeating: "中", count: 119) + "…")
        let fits = String(repeating: "a", count: 120)
        #expect(FirstWords.plain(Array((fits + " \n").utf8)) == fits)
    }

    @Test func leavesWhatMayCombineToTheOther() {
        for text in ["e\u{301}", "😀", "한", "か\u{3099}", "a\u{200D}b", "\u{3000}", "\u{B}"] {
            #expect(FirstWords.plain(Array(text.utf8)) == nil, "\(text.debugDescription)")
        }
    }

    @Test func givesTheSame() {
        let parts = [
            "a", "B", " ", "\n", "  ", "中", "文", "，", "。", "「", "“", "…", "（", "：", "-", "é",
        ]
        var chance = Chance(state: 3)
        var compared = 0
        for _ in 0..<4_000 {
            let kinds = chance.next(parts.count) + 1
            let text = (0..<100 + chance.next(80)).map { _ in parts[chance.next(kinds)] }.joined()
            guard let plain = FirstWords.plain(Array(text.utf8)) else { continue }
            compared += 1
            #expect(plain == FirstWords.any(Array(text.utf8)))
        }
        #expect(compared > 2_000)
    }
}
