import Code
import Testing

/// Which faults are slips of somebody who wrote code, and which may be something else than code.
@Suite("Slips")
struct SlipTests {
    private func fault(_ language: String, _ code: String) throws -> CodeFault {
        let language = try #require(CodeRegistry.language(language))
        guard case .refused(let fault) = language.read(Array(code.utf8)) else {
            throw Accepted()
        }
        return fault
    }

    private struct Accepted: Error {}

    @Test(arguments: [
        ("java", "if ((flags & HOURLY) && age > 65)\n"), ("c", "while (p != end)\n"),
    ])
    func theHeadOfAStatementIsCutOff(language: String, code: String) throws {
        guard case .accepted(let acceptance) = try read(language, code) else {
            Issue.record("refused")
            return
        }
        #expect(acceptance.isCutOff)
    }

    @Test(arguments: [
        ("go", "func main() {\n\tvar count := 3\n}\n"),
        ("go", "rows,  := read(path)\nprint(rows)\n"),
        ("go", "type Options {\n\tName string\n}\n"),
        ("go", "import example.org/tools/reader\n"),
        ("go", "f(Config{\n\tTimeout: 3 * time.Second\n})\n"),
        ("c", "int *first  // of the list\nint *last;\n"),
        (
            "c",
            "void f() {\n    total = a + b // so far\n    total *= 2 // and more\n    print(total);\n}\n"
        ),
        ("javascript", "module.exports = {\n  add: add;\n}\n"),
        ("python", "if a:\n    b()\nelif c == 24\n    d()\n"),
        ("c", "struct point {\n  int x; # to the right\n  int y;\n};\n"),
        ("cpp", "int rest = all & ∼(1 << place);\n"),
        ("sql", "SELECT a,\nFROM t;\n"), ("php", "$a = ;\nprint($a);\n"),
        ("css", ".a {\n  color red;\n}\n"),
        ("lua", "local x = 1\nx = = 2\n"),
        ("lua", "local = 3\nprint(x)\n"),
        ("protobuf", "message Page {\n  string title = ;\n}\n"),
        ("python", "def f():\n    if x:\n    return 1\n"),
        ("typescript", "interface A {\n  name: = string;\n}\n"),
        ("swift", "func use(_: ((Int) -> ()) {}\n"),
    ])
    func oneTokenMakesCodeOfASlip(language: String, code: String) throws {
        #expect(try !fault(language, code).isDebatable)
    }

    @Test(arguments: [
        ("go", "scheduler.run() {\n\tpick()\n}\n"),
        ("go", "if answer is failure {\n\tretry()\n}\n"),
        ("python", "class A:\ndef f(self):\ndef g(self):\n"),
        ("java", "write(order.id, order.data...);\nclose();\n"),
        ("java", "abstract class Reader ... {\n    int size;\n}\n"),
        ("rust", "pub fn call(&self) -> Builder<..>\n"),
        ("sql", "ADMIN CHECKSUM TABLE t1;\n"),
        ("sql", "ADMIN SHOW SLOW RECENT 10;\n"),
        ("sql", "CREATE TABLE t (\n  id BIGINT AUTO_SPREAD PRIMARY KEY,\n  name TEXT\n);\n"),
        ("c", "while line != the_end {\n\tread();\n}\n"),
        (
            "swift",
            "error: cannot convert value of type 'A' to expected argument type 'B'\nuse(a)\n"
        ),
        ("java", "void run() {\n    add Duties();\n    start the engine;\n}\n"),
    ])
    func whatNoTokenMakesRightIsDebatable(language: String, code: String) throws {
        #expect(try fault(language, code).isDebatable)
    }
}
