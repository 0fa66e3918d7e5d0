import Addresses
import Markdown
import TestSupport
import Testing
import Text

@testable import Articles

/// The quick way through ASCII and Chinese gives what the way through all of Unicode gives.
@Suite struct FirstWordsTests {
    @Test func leavesShortTextsWholeOnOneLine() {
        #expect(FirstWords.plain(Array("  a\n b，“c”… 中\t".utf8)) == "a b，“c”… 中")
        #expect(FirstWords.plain([]) == "")
    }

    @Test func keepsATextThatFits() {
        let fits = String(repeating: "a", count: 120)
        #expect(FirstWords.plain(Array((fits + " \n").utf8)) == fits)
    }

    /// What a text is followed by `rest` becomes; both ways through it.
    private func cut(_ text: String) throws -> String {
        let words = FirstWords.any(Array(text.utf8))
        let plain = FirstWords.plain(Array(text.utf8))
        #expect(plain == nil || plain == words)
        return words
    }

    @Test func endsBeforeAWord() throws {
        let text = String(repeating: "galley proofs ", count: 20)
        let words = try cut(text)
        #expect(words == text.prefix(118) + "…" || words == text.prefix(111) + "…")
        #expect(words.hasSuffix("galley…") || words.hasSuffix("proofs…"))
        #expect(
            try cut(String(repeating: "中", count: 121)) == String(repeating: "中", count: 119) + "…")
        let mixed = String(repeating: "中", count: 115) + "Kubernetes 集群的调度"
        #expect(try cut(mixed) == String(repeating: "中", count: 115) + "…")
    }

    @Test(arguments: ["。", "！", "？", "。”", "？）"])
    func endsAfterASentence(_ mark: String) throws {
        let sentence = String(repeating: "中", count: 90) + mark
        #expect(try cut(sentence + String(repeating: "文", count: 90)) == sentence)
    }

    @Test func endsAfterAnEnglishSentenceThatIsOne() throws {
        let sentence = String(repeating: "word ", count: 15) + "end."
        let rest = String(repeating: " More", count: 20)
        #expect(try cut(sentence + rest) == sentence)
        #expect(try cut(sentence + " and" + rest) != sentence)
        #expect(try cut(sentence + "com" + rest) != sentence)
        // A sentence that ends too early gives way to a word.
        #expect(try cut("Hi. " + String(repeating: "word ", count: 40)).hasSuffix("word…"))
    }

    @Test func fillsMostOfTheRoom() throws {
        let address = "See https://e.example/" + String(repeating: "p/", count: 100)
        #expect(try cut(address) == address.prefix(118) + "…")
        let word = "See " + String(repeating: "a", count: 200)
        #expect(try cut(word) == word.prefix(119) + "…")
    }

    @Test func leavesMarksWhereTheyBelong() throws {
        let text = String(repeating: "中", count: 119) + "，" + String(repeating: "文", count: 9)
        #expect(try cut(text) == String(repeating: "中", count: 118) + "…")
        let open = String(repeating: "中", count: 118) + "（" + String(repeating: "文", count: 9)
        #expect(try cut(open) == String(repeating: "中", count: 118) + "…")
    }

    @Test func keepsGraphemesWhole() throws {
        let family = "👨‍👩‍👧‍👦"
        #expect(
            try cut(String(repeating: family, count: 130)) == String(repeating: family, count: 119)
                + "…")
        let accents = String(repeating: "e\u{301}a ", count: 60)
        let words = try cut(accents)
        #expect(words.hasSuffix("e\u{301}a…"))
    }

    @Test func neverEndsInsideAWord() throws {
        let pieces = [
            "galley", "Go", "é", "的", "集群", "，", "。", ". ", " ", " ", "（", "）", "「", "」", "\n",
            "v1.2",
            "😀", "ではない", "!",
        ]
        var chance = Chance(state: 11)
        for _ in 0..<3_000 {
            let text = (0..<150).map { _ in pieces[chance.next(pieces.count)] }.joined()
            let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            var words = try cut(text)
            if words == line { continue }
            #expect(words.count <= 120)
            if words.hasSuffix("…") { words.removeLast() }
            #expect(line.hasPrefix(words))
            let (last, next) = (words.last!, line.dropFirst(words.count).first!)
            let isInside =
                last.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic && !$0.isHan && !$0.isKana
                }
                && next.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic && !$0.isHan && !$0.isKana
                }
            #expect(!isInside, "\(words)|\(next)")
        }
    }

    @Test func takesTheFirstParagraphThatHasText() {
        func words(_ text: String) -> String {
            FirstWords.of(
                Document(parsing: Array(text.utf8), file: SourcePath("a.md"), options: .standard))
        }
        #expect(words("![](a.png)\n\n# T\n\nText<br>goes on.") == "Text goes on.")
        #expect(words("# T\n") == "")
        #expect(words("![Alt text](a.png)\n\nText.") == "Text.")
        #expect(words("[![Alt](a.png)](/b/)  \n![c](d.png)\n\nText.") == "Text.")
        #expect(words("[TOC]\n\nText.") == "Text.")
        #expect(words("[[toc]]\n\n{% note info %}\n\n{{ x }} {{ y }}\n\nText.") == "Text.")
        #expect(words("[TOC] is a marker.\n\nText.") == "[TOC] is a marker.")
        #expect(words("<details>\n\nHidden.\n\n</details>\n\nText.") == "Text.")
        #expect(words("<div align=\"center\">\n\nCaption.\n\n</div>\n\nText.") == "Text.")
        #expect(words("<div align=\"center\">\n\nAll there is.\n\n</div>") == "All there is.")
        #expect(words("<details>\n\nHidden.\n\n</details>") == "")
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
