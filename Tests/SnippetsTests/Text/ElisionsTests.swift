import Languages
import Testing

@testable import Snippets

/// The filled text and the number of elisions.
private func fill(
    _ code: String, _ language: String = "go", _ style: ElisionStyle = .go
) throws -> (String, Int) {
    let lexis = try #require(Language.named(language)?.lexis)
    let text = Elisions.fill(Array(code.utf8), lexis: lexis, style: style)
    #expect(text.bytes.count == code.utf8.count)
    return (String(decoding: text.bytes, as: UTF8.self), text.elisions)
}

struct ElisionsTests {
    @Test(arguments: [
        ("if ok { ... }", "if ok {     }"),
        ("f(...)", "f(   )"),
        ("f(a, ..., b)", "f(a, _aa, b)"),
        ("f(a, ...)", "f(a,    )"),
        ("x := …", "x := _aa"),
        ("return ......", "return _aaaaa"),
        ("if (...) {", "if (_aa) {"),
        ("a\n    ...\nb", "a\n       \nb"),
        ("a\n(...)\nb", "a\n     \nb"),
        ("a\n... do some stuff ...\nb", "a\n                     \nb"),
        ("a\n. . .\nb", "a\n     \nb"),
        ("a\n<省略>\nb", "a\n        \nb"),
        ("a\n-- snip --\nb", "a\n          \nb"),
        ("a\n[omitted]\nb", "a\n         \nb"),
        // Behind a comment no line begins.
        ("/* x */ (...)", "/* x */ (_aa)"),
        ("f(\"a\") ...\n", "f(\"a\")    \n"),
        ("T{a: 1, ...}", "T{a: 1,    }"),
        ("case 1: ...", "case 1:    "),
        ("token := <your-token>", "token := _aaaaaaaaaaa"),
    ])
    func fillsInWithTextOfTheSameLength(code: String, expected: String) throws {
        let (text, elisions) = try fill(code)
        #expect(text == expected)
        #expect(elisions == 1)
    }

    @Test(arguments: [
        ("f(xs...)", "go", ElisionStyle.go), ("func f(a ...int)", "go", .go),
        ("x := [...]int{1}", "go", .go), ("f(\"...\") // done...", "go", .go),
        ("f(...xs, {...a})", "javascript", .javascript), ("return <my-tag>", "jsx", .javascript),
        ("int f(char *, ...);", "c", .c), ("void f(int... a) {}", "java", .java),
        ("for i in 1...n {}", "swift", .swift), ("let a = /.../", "swift", .swift),
        ("match x { 1..=2 => a }", "rust", .rust),
    ])
    func leavesWhatIsLegal(code: String, language: String, style: ElisionStyle) throws {
        let (text, elisions) = try fill(code, language, style)
        #expect(text == code)
        #expect(elisions == 0)
    }

    @Test(arguments: ["a // ...", "a /* … */", "a // …………", "a // 省略部分代码", "a // ... some code"])
    func countsCommentsThatLeaveSomethingOut(code: String) throws {
        let (text, elisions) = try fill(code)
        #expect(text == code)
        #expect(elisions == 1)
    }

    @Test func fillsInWhatTheLanguageAllows() throws {
        #expect(try fill("f(a, ...);", "java", .java).0 == "f(a, _aa);")
        #expect(try fill("for (...) {}", "java", .java).0 == "for (;; ) {}")
        #expect(try fill("$a = ...;", "php", .php).0 == "$a = $aa;")
        #expect(try fill("a = [...]", "javascript", .javascript).0 == "a = [_aa]")
    }
}
