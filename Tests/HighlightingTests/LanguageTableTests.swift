import Languages
import Testing

@testable import Highlighting

/// Which languages are highlighted.
struct LanguageTableTests {
    @Test func everyLanguageOfTheTableIsHighlightedButPlainOnes() {
        let plain = Set(Language.all.map(\.name)).subtracting(GrammarTable.languages)
        #expect(plain == ["mermaid", "text"])
    }

    @Test func everyGrammarIsOfALanguageOfTheTable() {
        #expect(GrammarTable.languages.subtracting(Language.all.map(\.name)) == [])
    }

    @Test func anAliasIsTheLanguage() {
        #expect(tokens("x := 1", "Golang") == tokens("x := 1", "go"))
        #expect(Highlighter(label: "c++").language?.name == "cpp")
    }

    @Test func anUnknownLanguageIsPlainText() {
        #expect(Highlighter(label: "brainfuck").language == nil)
        #expect(tokens("if \"x\" { 1 }", "brainfuck") == "")
    }

    @Test func namesAreThoseOfPygments() {
        let names = TokenClass.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.count <= 3 })
    }
}
