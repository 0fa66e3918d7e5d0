import Testing

@testable import Code

@Suite struct GoTests {
    @Test(arguments: [
        "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hi\")\n}\n",
        "x := map[string][]int{\"a\": {1, 2}}\nfor k, v := range x {\n\t_ = k + v[0:1]\n}",
        "func Map[T, U any](s []T, f func(T) U) []U {\n\tvar out []U\n\treturn out\n}",
        "for i := range 10 {\n\tfmt.Println(i)\n}",
        "switch v := x.(type) {\ncase int, string:\ndefault:\n}",
        "if err := f(); err != nil {\n\treturn nil, err\n}",
        "select {\ncase <-done:\ncase ch <- 1:\n}",
        "type Set[T comparable] map[T]struct{}\nvar 数 = 0x1F + 0b1_0 + 0o17 + 1e3i",
        "Name string `json:\"name\"`\nAge  int",
        "Read(p []byte) (n int, err error)\nClose() error",
        "defer func() { recover() }()",
        "} else {\n\treturn nil\n}",
        "func(x int) bool { return x > 0 }",
        "A Kind = 1 << iota\nB",
        "x.f(1, 2)",
        "type T interface {\n\ttype int, string\n}",
        "switch type T {\ncase A:\n}",
        "Run: func(a int) {\n\tf()\n}",
        "type Group\n    func New() *Group\n    func (g *Group) Go(f func())",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("go", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("go", "func f() {\n\t// ...\n\treturn ...\n}", elisions: 2)
        try expectAccepted("go", "a := ...\nf(a)", elisions: 1)
        try expectAccepted("go", "type T struct {\n\tA int\n\t...\n}", elisions: 1)
        try expectAccepted("go", "x := []T{\n\t{1},\n\t// ...\n\t{2},\n}", elisions: 1)
        try expectAccepted("go", "func f(…) error { … }", elisions: 2)
        try expectAccepted("go", "f(\n\ta,\n\t...\n\tb,\n)", elisions: 1)
        try expectAccepted("go", "c := New(<your-token>)", elisions: 1)
        try expectAccepted("go", "b.On(f)...Build()", elisions: 1)
        try expectAccepted("go", "func f() {\n\t...\n\t// init\n\t...\n\tx := g()\n}", elisions: 2)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "go", "func main() {\n\t⟦fro⟧ i := 0; i < 3; i++ {\n\t}\n}", "expected",
            edited: "func main() {\n\tfor i := 0; i < 3; i++ {\n\t}\n}")
        try expectRefused(
            "go", "func main() {\n\t⟦fr⟧ i, a := range b {\n\t\tf(a)\n\t}\n}", "expected",
            edited: "func main() {\n\tfor i, a := range b {\n\t\tf(a)\n\t}\n}")
        try expectRefused(
            "go", "fmt.Println(⟦“⟧hi”)", "'“' (U+201C) is not '\"'", edited: "fmt.Println(\"hi”)")
        try expectRefused("go", "s := ⟦\"abc⟧\nx := 1", "the string is not closed")
        try expectRefused("go", "c := ⟦'ab'⟧", "a rune is one character")
        try expectRefused("go", "n := ⟦0b12⟧", "no such digit in this number")
        try expectRefused("go", "if x\n⟦{⟧\n}", "expected an expression, found '{'")
    }

    @Test func findsTheBracketThatIsNotClosed() throws {
        try expectRefused("go", "func f() ⟦{⟧\n\tx()\n\nfunc g() {\n}\n", "'{' is never closed")
        #expect(
            try read("go", "func f() {\n\tx()\n")
                == .accepted(.init(start: "fragment", isCutOff: true)))
    }
}
