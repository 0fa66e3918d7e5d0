import Testing

@testable import Code

@Suite struct CSharpTests {
    @Test(arguments: [
        "using System;\nusing static System.Math;\nglobal using A = System.Collections.Generic.List<int>;\n\nnamespace App.Core;\n\n[Serializable]\npublic sealed partial class P<T>(int x) : Base(x), I<T> where T : class?, new()\n{\n    public required string Name { get; init; } = \"\";\n    public int this[int i] => a[i];\n    static P() { }\n    ~P() { }\n}",
        "var s = $\"a {x,5:F2} {(b ? \"c\" : \"d\")} {{e}}\";\nvar v = @\"c:\\a \"\"b\"\"\";\nvar r = $$\"\"\"\n    { \"a\": {{x}} }\n    \"\"\";\nvar u = \"x\"u8;",
        "var y = x switch\n{\n    0 or 1 => \"a\",\n    > 5 and < 9 => \"b\",\n    Point { X: 0, Y: var q } p when q > 1 => \"c\",\n    (1, _) => \"d\",\n    [1, .., var l] => \"e\",\n    null => throw new E(),\n    _ => \"f\",\n};",
        "if (o is string { Length: > 0 } t && o is not null) return t;\nvar c = o as Foo ?? new();\nvar d = o is int ? 1 : 2;\nvar e = a?.b?[0]!.c;",
        "public async Task<List<List<int>>> F(this int[] xs, ref readonly int a, out int? b, params string[] c)\n{\n    await foreach (var (k, v) in xs) yield return k;\n    await Task.Delay(1);\n}",
        "var q = from x in xs\n        join y in ys on x.A equals y.B into g\n        let z = x.C\n        where z > 1 && (int)z < 3\n        orderby x.D descending, x.E\n        group x by x.F into h\n        select new { h.Key, N = h.Count() };",
        "Func<int, int> f = static x => x + 1;\nvar g = async (int a, string b = \"c\") => { await h(); };\nbutton.Click += delegate (object s, EventArgs e) { };\nvar k = int (ref int z) => z;",
        "public record Person(string First, string Last)\n{\n    public static Person operator +(Person a, Person b) => a with { First = b.First };\n    public static implicit operator string(Person p) => p.First;\n}\npublic readonly record struct R(int X);",
        "try { f(); }\ncatch (IOException e) when (e.HResult == 1) { throw; }\ncatch { }\nfinally { g(); }\nusing var s = new S();\nusing (await T()) { }\nlock (x) { }",
        "switch (x)\n{\n    case 1:\n    case int n when n > 2:\n        goto case 1;\n    case A | B:\n        break;\n    default:\n        return;\n}",
        "int[] a = [1, ..b, 3], c = new int[3], d = new[] { 1 }, e = { 1, 2 };\nvar f = new Dictionary<string, int> { [\"a\"] = 1, { \"b\", 2 } };\nvar g = a[^1] + a[1..^2].Length;\nstring?[] h = new string?[2];",
        "enum E : byte { A = 1, B = A << 2, C }\ndelegate void D<in T>(T x);\ninterface I { int X { get; set; } void F(); static abstract int G(); }\nevent EventHandler Changed;\nconst int N = 1_000, M = 0xFFu;",
        "(int a, string b) t = (1, \"x\");\nvar (c, (d, _)) = t;\n(x, y) = (y, x);\nint F((int, int) p) => p.Item1;\nif (int.TryParse(s, out var n)) { }",
        "#if DEBUG\nvar a = 1;\n#elif X\nvar a = 2\n#else\n{{{\n#endif\n#region R\n#nullable enable\nvar b = 2;\n#endregion",
        "public static class E\n{\n    extension<T>(IEnumerable<T> xs)\n    {\n        public bool IsEmpty => !xs.Any();\n    }\n    public string M { get; set => field = value.Trim(); }\n}\na?.b = 1;",
        "unsafe { int* p = &x; p->y = *p; delegate*<int, void> f = &g; fixed (byte* b = xs) { } var z = (byte*)p; }",
        "int a\u{A0}=\u{3000}1;\u{2003}// Zs",
        "var x = (Foo)y;\nvar z = (a) + b;\nvar w = (a < b, c > d);\nvar l = new List<int>(a);\nf<int>(x);\nvar m = a < b;",
        "public int Count { get; private set; }\npublic int Twice => Count * 2;\nint IFoo.Bar(int x) => x;\nint IFoo<int>.this[int i] { get { return i; } }",
        ".AddSource(\"a\")\n.Build();",
        "case 1:\n    break;\ndefault:\n    f();\n    break;",
        "public void F(int x)",
        "name: \"a\", value: 1",
        "} else {\n    f();\n}",
        "[Fact]\npublic void F() { Assert.Equal(1, x); }\n\n[HttpGet(\"{id}\", Name = \"Get\")]\npublic IActionResult Get([FromRoute] int id) => Ok();",
        "string @class = nameof(List<>);\nvar t = typeof(Dictionary<,>);\nvar d = default(int);\nglobal::System.Console.WriteLine('\\'');",
        "for (int i = 0, j = 1; i < 3 && j > 1; i++, j--) continue;\ndo { x >>= 1; } while (x >= 1);\nouter: foreach (var z in zs) ;",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("csharp", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("csharp", "int F(...)\n{\n    // ...\n    G(a, ...);\n}", elisions: 3)
        try expectAccepted("csharp", "class A\n{\n    ...\n    int F() { … }\n}", elisions: 2)
        try expectAccepted("csharp", "var x = ...;\nF(<your key>);", elisions: 2)
        try expectAccepted("csharp", "switch (x) { case 1: ... }", elisions: 1)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("csharp", "f(a ⟦b⟧);", "expected ',' or ')'", edited: "f(a, b);")
        try expectRefused("csharp", "var x = f(1⟦]⟧;", "to close '('")
        try expectRefused("csharp", "{\n    f()⟦⟧\n}", "expected ';'", edited: "{\n    f();\n}")
        try expectRefused("csharp", "f(⟦\"hi);⟧\ng();", "the string is not closed")
        try expectRefused("csharp", "var c = ⟦'abc'⟧;", "one character")
        try expectRefused("csharp", "var c = \"⟦\\d⟧\";", "no escape of C#")
        try expectRefused("csharp", "f(a⟦，⟧ b);", "is not ','", edited: "f(a, b);")
        try expectRefused("csharp", "var x = ⟦1abc⟧;", "no such number")
        try expectRefused(
            "csharp", "⟦pubilc⟧ class A { }", "found 'pubilc'", edited: "public class A { }")
        try expectRefused("csharp", "foreach (var x ⟦of⟧ xs) { }", "expected")
        try expectRefused("csharp", "if ⟦x⟧ == 1) { }", "expected '('")
        try expectRefused("csharp", "var x = a +⟦;⟧", "an expression")
    }

    @Test func staysLinear() throws {
        let depth = 4_000
        for code in [
            String(repeating: "(", count: depth), String(repeating: "if (a) { ", count: depth),
            String(repeating: "a < ", count: depth), String(repeating: "$\"{", count: depth),
            String(repeating: "x.F(y => ", count: depth),
            String(repeating: "from a in ", count: depth),
        ] {
            guard case .gaveUp = try read("csharp", code) else { continue }
            Issue.record("gave up: \(code.prefix(10))")
        }
    }
}
