import Languages
import Testing

@testable import Snippets

struct CharacterLintTests {
    /// Each remark as `text: message -> replacement`.
    private func remarks(_ code: String, _ language: String? = "go") -> [String] {
        let bytes = Array(code.utf8)
        return CharacterLint.remarks(in: bytes, language: language.flatMap(Language.named)).map {
            let text = String(decoding: bytes[$0.finding.range], as: UTF8.self)
            return "\(text): \($0.finding.message) -> \($0.finding.edit?.replacement ?? "?")"
        }
    }

    @Test func findsFullWidthPunctuationInCode() {
        #expect(
            remarks("fmt.Println（\"（好）\"）// （好）\n") == [
                "（: '（' (U+FF08) is full-width punctuation, which no code has (and 1 more) -> ("
            ])
        #expect(remarks("let db = request.result；\n", "js").count == 1)
        #expect(remarks("{\"a\"：1}\n", "json").count == 1)
    }

    @Test func takesChineseProseAmongCodeForProse() {
        #expect(remarks("如果（x）那么\n...此处省略，见上文。\n") == [])
        #expect(remarks("title: 你好（世界）Foo（bar）\n", "yaml") == [])
        #expect(remarks("echo 完成（ok）\n", "bash") == [])
    }

    @Test func findsCurlyQuotesThatBeginOrEndAString() {
        #expect(
            remarks("print(“hi”)\n", "python") == [
                "“: '“' (U+201C) is a curly quote, which ends no string (and 1 more) -> \""
            ])
        #expect(remarks("x := \"“a”\" // don’t\n") == [])
        #expect(remarks("rm: cannot remove ‘x’: No such file\n", "bash") == [])
    }

    @Test func findsDashesInPlaceOfOptions() {
        #expect(
            remarks("docker run –name x —rm y\n", "bash") == [
                "–: '–' (U+2013) is a dash, which is no minus sign (and 1 more) -> -"
            ])
        #expect(remarks("docker run —rm y\n", "bash").first?.hasSuffix("-> --") == true)
        #expect(remarks("x = a − 1\n", "python").count == 1)
        #expect(remarks("// a – b\nx := \"–x\"\n——以下省略——\n") == [])
    }

    @Test func findsOddSpacesInCode() {
        #expect(
            remarks("if\u{A0}x {\n\u{A0}\u{A0}y()\n}\n") == [
                "\u{A0}: U+00A0 looks like a space but is not one (and 2 more) -> \u{20}"
            ])
        #expect(remarks("x := \"a\u{A0}b\" // c\u{A0}d\n") == [])
        #expect(remarks("a:\n\u{A0} b: 1\n", "yaml").count == 1)
        #expect(remarks("a: b\u{A0}c\n", "yaml") == [])
        #expect(remarks("ls\n\u{A0}  Caused by: x\n│\u{A0} ├── a\n", "bash") == [])
    }

    @Test func findsHiddenAndReorderingCharactersEverywhere() {
        #expect(
            remarks("s := \"user\u{202E} \u{2066}// x\"\n") == [
                "\u{202E}: U+202E shows the text after it in another order than it is read in "
                    + "(and 1 more) -> ?"
            ])
        for language in ["go", "text", "console", nil] {
            #expect(
                remarks("a\u{200B}b\n", language) == [
                    "\u{200B}: U+200B cannot be seen, and is a part of the text all the same -> "
                ])
        }
        #expect(remarks("👩\u{200D}💻 می\u{200C}خواهم\n", "text") == [])
    }

    @Test func saysNothingElseWithoutASyntax() {
        for language in ["text", "console", "markdown", "html", nil] {
            #expect(remarks("f（x）\u{A0}“a” –b\n", language) == [])
        }
    }

    @Test func leavesGoAssemblyAndIdentifiersAlone() {
        #expect(remarks("TEXT ·f(SB), $0\n", "asm") == [])
        #expect(remarks("變數 := π × 2\n") == [])
    }

    @Test func trustsNoStringThatIsNotClosed() {
        #expect(remarks("x := `a\nf（x）\n") == [])
        #expect(remarks("f（x）\n/* a\n") == [])
    }

    @Test func findsLoneCarriageReturns() {
        #expect(remarks("a\rb\r\nc\n").count == 1)
        #expect(remarks("a\r\nb\r\n") == [])
    }

    @Test func findsBackslashesThatContinueNothing() {
        #expect(
            remarks("ls \\ \n  -l \\\n  -a\n", "bash") == [
                " : blanks after the backslash keep it from continuing the line -> "
            ])
        #expect(remarks("cd a\\ \nls \\ \n", "bash") == [])
        #expect(remarks("x \\ \ny\n", "go") == [])
    }

    @Test func findsLineNumbersThatWereCopied() {
        #expect(
            remarks("  9  func f() {\n 10    x()\n\n 11  }\n") == [
                "9: each line begins with its number -> ?"
            ])
        #expect(remarks("1: a\n2\n3| b\n", "c").count == 1)
        #expect(remarks("1 a\n2 b\n4 c\n", "c") == [])
        #expect(remarks("1\n2\n3\n", "python") == [])
        #expect(remarks("1 a\n2 b\n3 c\n", "text") == [])
    }

    @Test func readsAnyBytes() {
        #expect(remarks("", nil) == [])
        for bytes in [[0xFF, 0xE2, 0x80], [0xE2], [0, 0xC2], [0x80, 0x22, 0xF0, 0x9F]] as [[UInt8]]
        {
            #expect(CharacterLint.remarks(in: bytes, language: Language.named("go")) == [])
        }
        let long = [UInt8](repeating: 0xC2, count: 1 << 20)
        #expect(CharacterLint.remarks(in: long, language: Language.named("go")) == [])
        let spaces = Array(String(repeating: " \u{A0}", count: 1 << 18).utf8)
        #expect(CharacterLint.remarks(in: spaces, language: Language.named("go")).count == 1)
    }

    /// Quick looks pass over characters by their first byte.
    @Test func looksAtTheFirstByteOfEveryOddCharacter() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), OddCharacter(scalar) != nil else { continue }
            let first = UTF8.encode(scalar).flatMap { $0.first }
            #expect(first.map(OddCharacter.mayBegin) == true, "U+\(String(value, radix: 16))")
        }
    }
}
