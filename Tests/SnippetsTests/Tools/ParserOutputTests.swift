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

    @Test func tellsACrashOfRuby() {
        #expect(read(.ruby, ["0.rb"], "", status: 1) == [.crashed("ended with 1")])
    }
}
