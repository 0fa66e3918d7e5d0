import Highlighting
import TestSupport
import Testing

/// No token ends inside a character: what is written is valid UTF-8, as the code was.
struct CharacterBoundaryTests {
    @Test(
        arguments: [
            ("cd C:\\用户", "bash", "nb:cd se:\\用"),
            ("p: \"C:\\目录\"", "yaml", "nt:p p:: s2:\"C: se:\\目 s2:录\""),
            ("a \\é", "bash", "se:\\é"), ("\"a \\😀", "bash", "s2:\" s2:a  s2:\\😀"),
            ("${x\\用}", "bash", "si:${ nv:x se:\\用 si:}"),
            ("a = \"\\用", "toml", "na:a o:= s2:\"\\用"),
            ("x { y: \"\\😀", "css", "nt:x p:{ k:y p:: s2:\"\\😀"),
            ("mov \"\\用", "asm", "nf:mov s2:\"\\用"), ("A \"\\用", "dockerfile", "k:A s2:\"\\用"),
            ("x = %w[\\用", "ruby", "o:= sx:%w[\\用"), ("x = ~w[\\用", "elixir", "o:= sx:~w[\\用"),
        ])
    func aBackslashTakesTheWholeCharacterAlong(_ code: String, _ label: String, _ tokens: String) {
        #expect(HighlightingTests.tokens(code, label) == tokens)
    }

    /// Of two, three and four bytes, and one that joins the character before.
    private static let characters = ["é", "用", "😀", "\u{301}"]
    private static let escapes =
        ["\\", "`", "^", "$", "%", "@", "'", "\"", "#", ":", "&", "~", "?", "|", "-", ""]
    /// What opens every state that a tokenizer knows.
    private static let openers = RoundTripTests.morsels.compactMap {
        String(validating: $0, as: UTF8.self)
    }

    @Test(arguments: RoundTripTests.labels) func cutsNoCharacterBehindAnEscape(label: String) {
        var next = 0
        for opener in Self.openers {
            for escape in Self.escapes {
                next += 1
                let character = Self.characters[next % Self.characters.count]
                let isAtEnd = next % 3 > 0
                check("\(opener)\(escape)\(character)\(isAtEnd ? "" : "x\n\(character)")", label)
            }
        }
    }

    @Test(arguments: RoundTripTests.labels) func cutsNoCharacterOfHostileTexts(label: String) {
        var chance = Chance(state: 7)
        func one(of texts: [String]) -> String { texts[chance.next(texts.count)] }
        for _ in 0..<200 {
            var code = ""
            for _ in 0...chance.next(12) {
                code += one(of: Self.openers)
                if chance.next(3) > 0 { code += one(of: Self.escapes) }
                if chance.next(3) > 0 { code += one(of: Self.characters) }
            }
            check(code, label)
        }
    }

    private func check(_ code: String, _ label: String) {
        let bytes = Array(code.utf8)
        #expect(
            String(validating: html(bytes, label), as: UTF8.self) != nil,
            "\(label): \(code.debugDescription)")
    }
}
