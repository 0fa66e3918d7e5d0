import Code
import Testing

/// Faults that may be no slips: placeholders, parts left out, sentences and lists between code.
@Suite("Debatable faults")
struct DebatableFaultTests {
    private func fault(_ language: String, _ code: String) throws -> CodeFault {
        let language = try #require(CodeRegistry.language(language))
        guard case .refused(let fault) = language.read(Array(code.utf8)) else {
            throw Accepted()
        }
        return fault
    }

    private struct Accepted: Error {}

    @Test(arguments: [
        ("java", "start();\n... reads files/folders ...\nstop();\n", 1),
        ("java", "class A {\n    static String name(Outer, int[]);\n}\n", 0),
        ("javascript", "const half = scale(?, 2);\n", 0),
        ("javascript", "list.sort: function (a) {\n  return a;\n}\n", 0),
        ("javascript", "open({ url: ${SERVICE_URL} });\n", 0),
        ("javascript", "if (isSlow) %Trace(1);\n", 0),
        ("javascript", "theme({\n  files: ['a.css'],\n}),\n", 0),
        ("php", "text_cut(string $text, int $width = 80): string\n", 0),
        ("php", "int text_find ( string $text , string $part [, int $from = 0 ] )\n", 0),
        ("php", "set_mark(\n    string $name,\n    bool $isOld = false,\n): bool\n", 0),
        ("java", "Reader(File file, int size, boolean isOpen)\n", 0),
        ("python", "paths = [\n    ...\n    path('', home),\n]\n", 1),
        ("php", "$page->assertHas(\n    array $keys = [], $format = null\n);\n", 0),
        ("sql", "SELECT a\nFROM table\nWHERE a > 1;\n", 0),
        ("sql", "SELECT a, SUM(b) OVER () AS c\nFROM table;\n", 0),
        ("sql", "INSERT INTO table (a) VALUES (1);\n", 0),
        ("sql", "UPDATE table SET a = 1 WHERE b = 2;\n", 0),
        ("sql", "SELECT a,#1. the first\n  b #2. the second\nFROM t;\n", 0),
        (
            "sql",
            "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW\nBEGIN\n  trigger_body\nEND;\n", 0
        ),
        ("sql", "SELECT a FROM t WHERE a IN (\n  1,\n  ...\n  9\n);\n", 1),
    ])
    func isAccepted(language: String, code: String, elisions: Int) throws {
        try expectAccepted(language, code, elisions: elisions)
    }

    @Test func theHeadOfAClassMayGoOnInALineOfItsOwn() throws {
        let code =
            "public class Lines<T> extends Base<T>\n        implements Runnable {\n    int a;\n"
        guard case .accepted(let acceptance) = try read("java", code) else {
            Issue.record("refused")
            return
        }
        #expect(acceptance.isCutOff)
    }

    @Test(arguments: [
        ("java", "open the cell’s door\n"),
        ("java", "int a = 1;\nint b = a;\n结果：3\n"),
        ("java", "open()、close()、send(int a)\n"),
        ("sql", "SELECT a FROM b GROUP BY c（这里不能写别名否则会出错）;\n"),
        ("sql", "CREATE TABLE：CREATE TABLE t (a int);\n"),
        ("sql", "`a` VECTOR(3) STORED\n\n-- or\n`b` VECTOR(4) STORED\n"),
        ("java", "void f() {\n  ...\n  if (a) {\n    b();\n  }\n  }\n}\n"),
        ("go", "func next() {\n\t// ……\n\nredo:\n\tif a {\n\tb()\n\tc()\n}\n"),
        ("javascript", "a.find('x') != -1) && (c == d)\n"),
        ("go", "run(func() {\n\tsend(all parameters)\n})\n"),
    ])
    func isDebatable(language: String, code: String) throws {
        let fault = try fault(language, code)
        #expect(fault.isDebatable, "\(fault.message)")
    }

    @Test(arguments: [
        ("java", "int a = 1；\nint b = 2;\n"), ("go", "fmt.Println（\"a\"）\n"),
        ("java", "String s = ‘a’;\n"), ("java", "int[] a = {1、2};\n"),
        ("java", "void f() {\n  if (a) {\n    b();\n  }\n  }\n}\n"),
        ("c", "void f() {\n  g(a[1);\n  int b[2] = h();\n}\n"),
        ("javascript", "serve('a', 80))\n"),
        ("sql", "SELECT a, b FROM t WHERE c IN (1, 2;\n"),
    ])
    func isASlip(language: String, code: String) throws {
        let fault = try fault(language, code)
        #expect(!fault.isDebatable, "\(fault.message)")
    }

    @Test func oneLineOfProseIsCountedOnce() throws {
        let code = "send(1,, 2);\nopen the small door, close the small door again\n"
        let language = try #require(CodeRegistry.language("java"))
        let fault = try fault("java", code)
        #expect(!language.isRefusedAtProse(fault, in: Array(code.utf8)))
        let twice = code + "open the small door and leave\n"
        #expect(language.isRefusedAtProse(fault, in: Array(twice.utf8)))
    }
}
