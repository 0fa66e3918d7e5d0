import Testing

@testable import Snippets

struct WordSetTests {
    private let words = ["if", "in", "for", "func", "fallthrough", "range", "]]", "{"]

    @Test func holdsItsWordsAndNoOthers() {
        let set = WordSet(words)
        let others = ["", "i", "fo", "fort", "fund", "If", "}", "fallthrougH", "fallthroughs"]
        for word in words { #expect(set.contains(Array(word.utf8)[...]), "\(word)") }
        for word in others { #expect(!set.contains(Array(word.utf8)[...]), "\(word)") }
    }

    @Test func takesPartsOfATextWhereverTheyStand() {
        let text = Array("xx for yy".utf8)
        #expect(WordSet(words).contains(text[3..<6]))
        #expect(!WordSet(words).contains(text[3..<7]))
    }

    @Test func mayBeEmpty() {
        #expect(!WordSet([]).contains([0x61]))
        #expect(!WordSet([]).contains([]))
    }
}
