import Languages
import Testing

@testable import Snippets

private func examine(
    _ code: String, _ label: String = "c", level: CheckLevel = .parse
) throws -> Examination {
    let language = try #require(Language.named(label))
    let check: LanguageCheck = label == "objc" ? .objectiveC : .c
    return check.examine(
        SnippetText(
            code: Array(code.utf8), info: InfoString(label), language: language, level: level))
}

struct CFamilyCheckTests {
    private static let program = "#include <stdio.h>\nint main(void) { puts(\"a\"); }\n"

    @Test func acceptsTheShapeOfFragments() throws {
        let examination = try examine("if (a) {\n  ...\n}\n", "cpp")
        guard case .accepted(.shape) = examination.result else {
            Issue.record("\(examination.result)")
            return
        }
        #expect(examination.request == nil)
    }

    @Test func asksNoCompilerForTheGrammar() throws {
        let examination = try examine(Self.program)
        guard case .accepted(.parse) = examination.result else {
            Issue.record("\(examination.result)")
            return
        }
        #expect(examination.request == nil)
        #expect(try examine(Self.program, "cpp").request == nil)
        #expect(try examine(Self.program, "cpp", level: .types).request?.tool == "c++")
        #expect(try examine(Self.program, "objc", level: .types).request == nil)
    }

    @Test func givesAnythingToACompilerForItsTypes() throws {
        let request = try #require(try examine("int a = 1;\n", level: .types).request)
        #expect(request.fileExtension == "types.c")
        #expect(request.level == .types)
    }

    @Test(arguments: [
        "#include \"/etc/passwd\"", "#include </etc/passwd>", "#include <../../etc/passwd>",
        "#include <sys/../../../etc/passwd>", "#define A <stdio.h>\n#include A",
        "#include <boost/config.hpp>", "#include_next <stdio.h>", "#import <stdio.h>",
        "#embed </etc/passwd>", "#if __has_include(\"/etc/passwd\")\n#endif",
        "%:include \"/etc/passwd\"", "??=include \"/etc/passwd\"",
        "#inc\\\nlude \"/etc/passwd\"", "#include \\\n\"/etc/passwd\"",
        "\\\n#include \"/etc/passwd\"",
        "/* */ #include \"/etc/passwd\"", "# /**/ include \"/etc/passwd\"",
        "/**/#/**/include \"/etc/passwd\"", "#/**/\\\ninclude \"/etc/passwd\"",
        "char *a = R\"(\n#include \"/etc/passwd\"\n)\";", "/*\n#include \"/etc/passwd\"\n*/",
        "asm(\".incbin \\\"/etc/passwd\\\"\");", "#pragma GCC dependency \"/etc/passwd\"",
        "#pragma GCC system_header", "_Pragma(\"GCC dependency \\\"/etc/passwd\\\"\")",
        "#line 1 \"1.c\"", "# 1 \"1.c\"", "import \"/etc/passwd\";", "export import \"a\";",
        "int a;\r#include \"/etc/passwd\"", "int a;\u{0C}#include \"/etc/passwd\"",
        "#define __CONFIG \"/etc/passwd\"",
        "#include <stdio.h> \\\n#include \"/etc/passwd\"", "#\tinclude\t\"/etc/passwd\"",
    ])
    func asksNoCompilerWhereItMightReadOtherFiles(text: String) throws {
        #expect(try examine(Self.program + text + "\n", level: .types).request == nil)
    }

    @Test(arguments: [
        "#include <sys/stat.h> // stat", "#  include <math.h>", "#define _GNU_SOURCE",
        "#define A(x) \\\n  do { x; } while (0)", "char *a = \"#1\"; // issue #12",
        "#ifdef A\n#else\n#endif", "#pragma once",
    ])
    func asksACompilerWhereDirectivesAreHarmless(text: String) throws {
        #expect(try examine(Self.program + text + "\n", level: .types).request != nil)
    }

    @Test func takesFaultsOfSyntaxAloneFromACompiler() {
        func readings(_ file: String, _ text: String) -> [ToolReading] {
            Tool.cc.read(ToolOutput(files: [file], text: text, status: 1))
        }
        let syntax = "0.c:3:9: error: expected ';' before 'x'\n"
        let name = "0.c:2:1: error: unknown type name 'foo_t'\n"
        let finding = ToolFinding(line: 3, column: 9, "expected ';' before 'x'")
        #expect(readings("0.c", syntax) == [.rejected([finding])])
        #expect(readings("0.c", name + syntax) == [.undecided("unknown type name 'foo_t'")])
        let typed = "0.types.c:2:1: error: unknown type name 'foo_t'\n"
        #expect(
            readings("0.types.c", typed) == [
                .rejected([ToolFinding(line: 2, column: 1, "unknown type name 'foo_t'")])
            ])
        let wide =
            "0.c:1:5: error: unexpected character <U+201C>\n0.c:1:8: error: use of undeclared identifier 'a'\n"
        #expect(
            readings("0.c", wide) == [
                .rejected([ToolFinding(line: 1, column: 5, "unexpected character <U+201C>")])
            ])
    }
}
