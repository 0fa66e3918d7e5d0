import Testing

@testable import Code

/// What authors write in the place of a value or of code, in other words than `...`.
@Suite struct PlaceholderTests {
    @Test(arguments: [
        ("go", "_, err := put(ctx, \"k\", [SOME LARGE VALUE...])\nuse(err)"),
        ("go", "wait(???)"), ("go", "use(***, 1)"), ("go", "c := T{V: ${your_value}}"),
        ("go", "func main() {\n\t...set things up...\n\tk := f(ctx)\n}"),
        ("go", "func main() {\n\t... set things up\n\tk := f(ctx)\n}"),
        ("rust", "fn next(&self) -> Option<&Table<???>> { todo!() }"),
        ("rust", "m.map(page, ???);"), ("swift", "let x = f(???)"), ("kotlin", "f(???)"),
        ("python", "x = [SOME LARGE VALUE...]"), ("javascript", "f([SOME VALUES...])"),
        ("c", "x = f(???);"), ("csharp", "var s = f();\n\n(the rest of it)\n\ng(s);"),
        ("java", "Foo a = // the instance\nBar b = a.f();"),
        ("swift", "name: \"a\",\n...\nversions: [3]\n..."),
        ("sql", "CREATE TABLE t (....PRIMARY KEY (a));"),
        ("lua", "return {\n  ...\n  { \"a\" },\n}"),
        ("java", "void f() {\n    ...\n    } else if (a) {\n        g();\n    }\n}"),
    ])
    func readsWhatStandsForCode(_ language: String, _ code: String) throws {
        guard case .accepted(let acceptance) = try read(language, code) else {
            Issue.record("refused: \(code)")
            return
        }
        #expect(acceptance.elisions > 0)
    }

    @Test(arguments: [
        ("swift", "let t: Int??? = nil\nlet r = xs[1...]\nlet s = a [2...]"),
        ("rust", "let x = f()???;"), ("kotlin", "val y = 1\n\nval x =\n    (a shl b)\n"),
        ("go", "var p ***int = f(a...)"), ("csharp", "var x = y\n\n    (a as B);"),
        ("java", "int x = // the count\n    5;"), ("javascript", "f(...a, [...b, ...c])"),
        ("c", "int (***p)(void);"), ("lua", "local a, b = ...\nreturn { n = 1, ... }"),
    ])
    func readsWhatIsOnlyAlike(_ language: String, _ code: String) throws {
        try expectAccepted(language, code)
    }

    @Test(arguments: [
        ("go", "else if x > 1 {\n\tf()\n}"), ("java", "else if (a) {\n    f();\n}"),
        ("java", "catch (E e) {\n}\nf();"), ("csharp", "else { f(); }"),
        ("javascript", "else {\n  f();\n}\ng();"), ("kotlin", "else {\n    f()\n}"),
        ("rust", "} else {\n    f()\n}\nlet x = 1;"), ("swift", "else {\n  f()\n}"),
        ("csharp", "try\n{\n    f();\n}"),
    ])
    func readsPartsOfStatements(_ language: String, _ code: String) throws {
        try expectAccepted(language, code)
    }

    @Test(arguments: [
        ("go", "        return nil\n    }\n    x()\n}\n"),
        ("go", "\tx()\n}\n\nfunc g() {\n}\n"), ("rust", "...\n    f();\n}\n"),
        ("swift", "    return f(a)\n  }\n"), ("javascript", "    f();\n  });\n});\n"),
        ("java", "        f();\n    }\n}\n"),
    ])
    func readsCodeThatBeginsInsideOfBrackets(_ language: String, _ code: String) throws {
        guard case .accepted(let acceptance) = try read(language, code) else {
            Issue.record("refused: \(code)")
            return
        }
        #expect(acceptance.isCutOff)
    }

    @Test func findsABracketTooMany() throws {
        try expectRefused("go", "func f() {\n\tx()\n}\n⟦}⟧\n", "found '}'")
        try expectRefused("javascript", "f();\n⟦}⟧\n", "found '}'")
        try expectRefused("go", "\tx()\n\t⟦}⟧\n", "found '}'")
    }

    @Test func tellsSentencesFromCode() throws {
        let go = try #require(CodeRegistry.language("go"))
        func isProse(_ code: String) throws -> Bool {
            let bytes = Array(code.utf8)
            guard case .refused(let fault) = go.read(bytes) else {
                Issue.record("not refused: \(code)")
                return false
            }
            return go.isRefusedAtProse(fault, in: bytes)
        }
        #expect(try isProse("x := 1\nlist all files below the root\ny := 2"))
        #expect(try isProse("if x is empty {\n}"))
        #expect(try isProse("f()\n这里是一段说明文字，不是代码。"))
        #expect(try !isProse("var x int y = 3"))
        #expect(try !isProse("x := “this is plain text”"))
        #expect(try !isProse("f(\"one two three four five\""))
        #expect(go.codeLines(of: Array("// a\n\nx := 1\n".utf8)) == 1)
    }
}
