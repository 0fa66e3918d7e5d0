import Testing

@testable import Snippets

/// What the programs that parse other languages write, as recorded, and what is read of it.
struct ParserOutputTests {
    private func read(
        _ tool: Tool, _ files: [String], _ text: String, status: Int32 = 1
    ) -> [ToolReading] {
        tool.read(ToolOutput(files: files, text: text, status: status))
    }

    @Test func takesNothingForAnAnswerWhereAProgramFailed() {
        #expect(
            read(.crossplane, ["0.conf"], "The system is out of resources.\n", status: 3)
                == [.crashed("crossplane ended with 3")])
        let rustup = "error: rustup could not choose a version of rustfmt to run\n"
        #expect(read(.hadolint, ["0.dockerfile"], rustup) == [.crashed(String(rustup.dropLast()))])
    }

    @Test func readsSwiftFormatsErrorsAndNotItsStyle() {
        // swift-format 6.3.1
        let text = """
            /tmp/a/0.swift:2:9: error: expected expression in variable
            1.swift:1:6: warning: [Spacing] add 1 space

            """
        #expect(
            read(.swiftFormat, ["0.swift", "1.swift"], text) == [
                .rejected([ToolFinding(line: 2, column: 9, "expected expression in variable")]),
                .accepted,
            ])
    }

    @Test func readsRustfmtsErrorsAndNotTheFilesItWouldWriteOtherwise() {
        // rustfmt 1.9.0
        let text = """
            /tmp/a/0.rs
            error: expected expression, found `;`
             --> /tmp/a/1.rs:1:29
              |
            1 | fn 中() { let 中 = 1; let x = ; }
              |                               ^ expected expression

            """
        let finding = ToolFinding(
            line: 1, column: 29, unit: .scalars, "expected expression, found `;`")
        #expect(read(.rustfmt, ["0.rs", "1.rs"], text) == [.accepted, .rejected([finding])])
    }

    @Test func asksRustfmtAgainForWhatAnOpenStringKeptItFrom() {
        let text = """
            error[E0765]: unterminated double quote string
             --> /tmp/a/0.rs:2:10
              |
            2 |    let s = "abc;
              |  __________^

            """
        let finding = ToolFinding(
            line: 2, column: 10, unit: .scalars, "unterminated double quote string")
        #expect(
            read(.rustfmt, ["0.rs", "1.rs"], text, status: 101)
                == [.rejected([finding]), .crashed("rustfmt ended with 101")])
    }

    @Test func takesPHPsParseErrorsAlone() {
        // PHP 8.2.36
        let parse = """

            Parse error: syntax error, unexpected token ";" in 0.php on line 2
            Errors parsing 0.php
            """
        #expect(
            read(.php, ["0.php"], parse, status: 255) == [
                .rejected([
                    ToolFinding(line: 2, column: nil, #"syntax error, unexpected token ";""#)
                ])
            ])
        let fatal =
            "\nFatal error: Cannot redeclare a() (previously declared in 0.php:1) in 0.php on line 1\n"
        #expect(read(.php, ["0.php"], fatal, status: 255) == [.accepted])
        #expect(read(.php, ["0.php"], "", status: 1) == [.crashed("php ended with 1")])
    }

    @Test func readsHadolintsParserAndNotItsRules() {
        // hadolint 2.15.1
        let text = """
            0.dockerfile:4:1 unexpected 'F' expecting '#', '\\', ADD, or end of input
            1.dockerfile:1 DL3006 warning: Always tag the version of an image explicitly

            """
        let finding = ToolFinding(line: 4, column: 1, unit: .scalars, "unexpected 'F'")
        #expect(
            read(.hadolint, ["0.dockerfile", "1.dockerfile"], text, status: 0)
                == [.rejected([finding]), .accepted])
    }

    @Test func readsCrossplanesErrors() {
        // crossplane 0.5.8
        func answer(_ error: String) -> [ToolReading] {
            let text =
                #"{"status":"failed","errors":[{"file":"0.conf","error":"\#(error)","line":3}]}"#
            return read(.crossplane, ["0.conf"], text, status: 0)
        }
        #expect(
            answer(#"unexpected \"}\" in 0.conf:3"#)
                == [.rejected([ToolFinding(line: 3, column: nil, #"unexpected "}""#)])])
        #expect(
            answer(#"\"location\" directive is not allowed here in 0.conf:3"#)
                == [.undecided("its directives are of several places")])
        #expect(
            read(.crossplane, ["0.conf"], #"{"status":"ok","errors":[]}"#, status: 0) == [.accepted]
        )
        #expect(
            read(.crossplane, ["0.conf"], "Traceback", status: 1)
                == [.crashed("crossplane ended with 1")])
    }

    @Test func readsWhatGalleysOwnHelpersWrite() {
        let text = """
            0.sql:3:9: something is missing between 'WHERE' and 'GROUP'
            1.sql:0: undecided: a program in SQL
            2.sql:0: crashed: MemoryError

            """
        let finding = ToolFinding(
            line: 3, column: 9, unit: .scalars, "something is missing between 'WHERE' and 'GROUP'")
        #expect(
            read(.sqlite, ["0.sql", "1.sql", "2.sql", "3.sql"], text, status: 0) == [
                .rejected([finding]), .undecided("a program in SQL"),
                .crashed("crashed: MemoryError"), .accepted,
            ])
        #expect(
            read(.ruby, ["0.rb"], "", status: 1) == [.crashed("ended with 1")])
    }
}
