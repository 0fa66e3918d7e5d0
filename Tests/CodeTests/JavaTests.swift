import Testing

@testable import Code

@Suite struct JavaTests {
    @Test(arguments: [
        "package a.b;\nimport java.util.*;\npublic class A<T extends B & C> extends D {\n  int x = 1;\n}",
        "if (o instanceof Point(int x, int y)) { f(x); }",
        "for (var _ : xs) n++;",
        "if (o instanceof Point(_, int y)) { f(y); }",
        "try {\n    f();\n}",
        "import module java.base;",
        "List<Map<String, int[]>> a = new ArrayList<>();",
        "@Override\npublic String toString() { return \"\"\"\n  a\n  \"\"\"; }",
        "record P(int x, int y) implements I { P { } }",
        "int k = switch (d) { case A, B -> 1; default -> { yield 2; } };",
        "xs.stream().map(String::length).filter(n -> n > 2).toList()",
        "sealed interface S permits A, B {}",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("java", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("java", "class A {\n  // ...\n  void f(...) { ... }\n}", elisions: 3)
        try expectAccepted("java", "List<String> a = ...\na.add(\"x\");", elisions: 1)
        try expectAccepted("java", "try {\n  f();\n} catch (...) {\n  g();\n}", elisions: 1)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "java", "⟦pubilc⟧ class A {\n  void f() {}\n}", "expected",
            edited: "public class A {\n  void f() {}\n}")
        try expectRefused("java", "String s = ⟦\"abc;⟧\nint x = 1;", "the string is not closed")
        try expectRefused("java", "int x = 1⟦；⟧", "is not ';'", edited: "int x = 1;")
    }
}
