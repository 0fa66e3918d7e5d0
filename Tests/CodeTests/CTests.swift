import Testing

@testable import Code

@Suite struct CTests {
    @Test(arguments: [
        "#include <stdio.h>\nint main(void) {\n    printf(\"%d\\n\", 1);\n    return 0;\n}",
        "main() { exit(0); }",
        "int f(a, b)\nint a;\nchar *b;\n{\n    return a;\n}",
        "static const struct file_operations fops = {\n\t.owner = THIS_MODULE,\n\t[3] = 1,\n};",
        "struct s x = { a: 1, b: { 2 }, [0 ... 3] = 4, [5] 6 };",
        "int (*signal(int sig, void (*func)(int)))(int);",
        "typedef unsigned long long u64; u64 x, *y[3], (*z)(u64 *, ...);",
        "int x = ({ int t = y; t * 2; });\nvoid *l = &&out;\ngoto *l;",
        "switch (c) {\ncase 'a' ... 'z': return 1;\ndefault:\n}",
        "asm volatile(\"mov %1, %0\\n\\t\" : \"=r\" (x) : \"r\" (y) : \"memory\");",
        "int main(void) { auto x = nullptr; constexpr int y = 0b10'01; return y; }",
        "[[nodiscard]] int f(void);\nenum e : unsigned char { A = 1, B, };\n_BitInt(7) v;",
        "printf(\"%\" PRIu64 \"\\n\", (uint64_t)x);",
        "int t = _Generic(x, int: 1, char *: 2, default: 3);",
        "p = (struct point){ .x = 1 };\nn = sizeof(struct point) * sizeof *p;",
        "for (;;) while (1) do x++; while (x < 3);",
        "char *s = L\"a\" u8\"b\"\n    \"c\";",
        "__attribute__((packed)) struct a { int b : 3, : 2; } __attribute__((aligned(8)));",
        "int a[static 3], b[n], c[restrict], d[*];",
        "area(const char *p, size_t n)\n{\n    return 5i64 + 6ui32;\n}",
        "void f(void) {\n    __asm { syscall }\n    g();\n}",
        "list_for_each(&list, handler_t cb)\n\tcb();",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("c", code)
    }

    @Test(arguments: [
        "list_for_each_entry(pos, head, member)\n\tfoo(pos);",
        "static int __init foo_init(void)\n{\n\treturn 0;\n}\nmodule_init(foo_init);\n",
        "SYSCALL_DEFINE3(read, unsigned int, fd, char __user *, buf, size_t, count)\n{\n}",
        "EXPORT_SYMBOL(x)\nMODULE_LICENSE(\"GPL\");\nstatic DEFINE_MUTEX(lock);",
        "struct s {\n\tDECLARE_BITMAP(bits, 3);\n\tu16 :16;\n\tstruct list_head __percpu *l;\n};",
        "void __user *p = (void __user *)q;\nint x __read_mostly = 3;",
        "Py_BEGIN_ALLOW_THREADS\nn = read(fd, p, 3);\nPy_END_ALLOW_THREADS",
        "TRACE_EVENT(x, TP_PROTO(int a), TP_STRUCT__entry( __field(int, a) __field(int, b) ));",
        "wait_event(q, ({ x; }));\nn = va_arg(ap, const char *);",
        "printk(KERN_ERR PFX \"a\" FMT \"b\", x);",
    ])
    func readsMacros(_ code: String) throws {
        try expectAccepted("c", code)
    }

    @Test(arguments: [
        "int add(int a, int b)", "int x : 3;\nchar c : 1;", "A = 1,\nB,\nC", ".x = 1,\n.y = { 2 },",
        "a + b * f(c)", "int argc, char **argv", "case 3:", "const char *", "else {\n    x();\n}",
        "#ifndef A_H\n#define A_H (\n",
    ])
    func readsFragments(_ code: String) throws {
        try expectAccepted("c", code)
    }

    @Test(arguments: [
        "#ifdef A\nif (a) {\n#else\nif (b) {\n#endif\n    x();\n}",
        "int x =\n#if A\n1\n#elif B\n2\n#else\n3\n#endif\n;",
        "#if 0\nisn't C\n#endif\nint x;",
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint x;\n#ifdef __cplusplus\n}\n#endif",
        "if (a)\n    b();\n#ifdef X\nelse\n    c();\n#else\nelse\n    d();\n#endif",
        "#define X(a) do { \\\n    a\nX(1)\n",
    ])
    func readsOneBranchWhereTheyStandForOneAnother(_ code: String) throws {
        try expectAccepted("c", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("c", "struct s {\n    int a;\n    ...\n};", elisions: 1)
        try expectAccepted(
            "c", "void f(...) {\n    // ...\n    g(a, …);\n    ......\n}", elisions: 3)
        try expectAccepted("c", "int a[] = { 1, 2, ... };", elisions: 1)
        try expectAccepted("c", "if (x) {\n    /* ... */\n}", elisions: 1)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("c", "n = ⟦sizoef⟧(x);", "expected")
        try expectRefused("c", "void f(char *a ⟦int⟧ n);", "expected ',' or ')'")
        try expectRefused("c", "int f(foo_t a ⟦bar_t⟧ b);", "expected ',' or ')'")
        try expectRefused("c", "void f(void) {\n    int i j⟦;⟧\n}", "expected")
        try expectRefused("c", "int a = 1⟦；⟧", "is not ';'", edited: "int a = 1;")
        try expectRefused("c", "char c = ⟦'ab;⟧\nint d;", "the character is not closed")
        try expectRefused("c", "char *c = ⟦\"ab;⟧\nint d;", "the string is not closed")
        try expectRefused("c", "int x = ⟦;⟧", "expected")
        try expectRefused("c", "f(a ⟦b⟧);", "expected ',' or ')'", edited: "f(a, b);")
        try expectRefused("c", "int f(int a ⟦int⟧ b);", "expected", edited: "int f(int a, int b);")
        try expectRefused("c", "printf(\"x\"⟦;⟧", "to close '('", edited: "printf(\"x\");")
        try expectRefused("c", "⟦retrun⟧ 0;", "expected 'return'", edited: "return 0;")
        try expectRefused("c", "⟦strcut⟧ s x;", "expected 'struct'", edited: "struct s x;")
        try expectRefused("c", "if (x ⟦{⟧\n    y();\n}", "to close '('")
        try expectRefused("c", "#include ⟦<stdio.h⟧\nint x;", "not closed")
        try expectRefused("c", "⟦#inclde⟧ <stdio.h>\nint x;", "no directive")
        try expectRefused(
            "c", "int f(void) ⟦{⟧\n    x();\n\nint g(void) {\n    y();\n}", "never closed")
    }

    @Test func findsTheBracketByItsColumn() throws {
        try expectRefused(
            "c",
            "int f(void) {\n    if (a) {\n        b();\n    }\n    if (c) ⟦{⟧\n        d();\n    e();\n}",
            "never closed")
        try expectRefused("c", "int f(void) {\n    x();\n}\n⟦}⟧", "closes no bracket")
        try expectAccepted("c", "        x();\n    }\n}")
    }

    @Test func findsMissingSemicolons() throws {
        try expectRefused(
            "c", "int main(void) {\n    int a = 1⟦⟧\n    g(a);\n}", "expected ';'",
            edited: "int main(void) {\n    int a = 1;\n    g(a);\n}")
        try expectRefused("c", "void f(void) {\n    g(a)⟦⟧\n    h(b);\n}", "expected ';'")
        try expectRefused("c", "void f(void) {\n    g(a);\n    return 1⟦⟧\n}", "expected ';'")
        try expectRefused("c", "struct s {\n    int a⟦⟧\n    int b;\n};", "expected ';'")
        try expectRefused("c", "struct s {\n    foo_t a⟦⟧\n    bar_t b;\n};", "expected ';'")
    }

    @Test func readsAnyBytesInLinearTime() throws {
        let language = try #require(CodeRegistry.language("c"))
        for piece in ["(", "{", "a(", "(a)", "a b ", "a(b)\n", "#if A\n", "x = {", "*", "if (a) "] {
            _ = language.read(Array(String(repeating: piece, count: 2_000).utf8))
        }
        for length in 0..<200 {
            let code = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ length &* 31) }
            _ = language.read(code)
        }
    }
}

@Suite struct CPlusPlusTests {
    @Test(arguments: [
        "#include <print>\nint main() { std::println(\"{}\", 1); }",
        "template <typename T, class = std::enable_if_t<std::is_same_v<T, int>>>\nT f(T a) {\n    return a < 3 ? a : 2;\n}",
        "class A final : public B<C<int>>, private D {\npublic:\n    A() = default;\n    auto operator<=>(const A&) const = default;\n    bool operator()(int x) const { return x > 1'000; }\n};",
        "auto f = [&](auto x) -> int { return x; };\nfor (auto& [k, v] : m) std::cout << k << R\"x(a\"b)x\" << 3ms;",
        "enum class E : unsigned { A = 1, B };\nunion { int a; };\nusing X = std::vector<int>;",
        "if (int x = f(); x > 3) {\n    ...\n}\n// ...",
        "concept C = requires(T a) { a.x(); };",
        "LLVM_DEBUG(dbgs() << \"x\"; for (;;) {});",
        "    return x;\n  });\n}",
    ])
    func readsTheShape(_ code: String) throws {
        let reading = try read("cpp", code)
        guard case .accepted(let acceptance) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(acceptance.start == "shape" && !acceptance.isCutOff)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "cpp", "template <typename T\nT max(T a, T b) { return a⟦;⟧ }", "expected")
        try expectRefused("cpp", "int f() {\n    return 1⟦⟧\n}", "expected ';'")
        try expectRefused("cpp", "int f() {\n    int a = 1⟦⟧\n    g(a);\n}", "expected ';'")
        try expectRefused("cpp", "struct A {\n    int a;\n}⟦⟧\nint b;", "expected ';'")
        try expectRefused("cpp", "f(a⟦;⟧", "to close '('", edited: "f(a);")
        try expectRefused("cpp", "std::string s = ⟦\"abc;⟧\nf();", "the string is not closed")
        try expectRefused("cpp", "auto s = ⟦R\"(⟧abc;\nf();", "the raw string is not closed")
        try expectRefused("cpp", "int a = 1⟦；⟧", "is not ';'", edited: "int a = 1;")
        try expectRefused("cpp", "int f() {\n}\n⟦}⟧", "closes no bracket")
    }
}
