import Testing

@testable import Snippets

struct DockerfileShapeTests {
    private func messages(_ text: String) -> [String] {
        let code = Array(text.utf8)
        return DockerfileShape(code).findings.map {
            "\(String(decoding: code[$0.range], as: UTF8.self)): \($0.message)"
        }
    }

    @Test func namesTheInstructionThatThereIsNot() {
        #expect(messages("FROM a\n  RNU b\n") == ["RNU: unknown instruction 'RNU'"])
    }

    @Test func followsContinuedLinesAndHereDocuments() {
        #expect(
            messages("RUN a \\\n\n# c\n  b && \\\n  d\nCOPY <<A <<-\"B\" /x\ny\nA\nz\nB\nCMD e\n")
                == [])
    }

    @Test func honoursAnotherEscape() {
        #expect(messages("# escape=`\nFROM a\nRUN dir `\n  c:\\\nCMD b\n") == [])
    }

    @Test func commentsWhatIsLeftOut() {
        let shape = DockerfileShape(Array("FROM a\n  ...\n# ...\n".utf8))
        #expect(shape.elisions == 2)
        #expect(String(decoding: shape.filled, as: UTF8.self) == "FROM a\n  #..\n# ...\n")
    }
}

struct NginxShapeTests {
    private func messages(_ text: String) -> [String] {
        let code = Array(text.utf8)
        return NginxShape(code).findings.map {
            "\($0.range.lowerBound): \($0.message)"
        }
    }

    @Test func tellsADirectiveWithoutItsEnd() {
        #expect(
            messages("a {\n  b c\n}\nd;\ne") == [
                "6: directive 'b' is not ended by ';'", "15: directive 'e' is not ended by ';'",
            ])
    }

    @Test func pairsBraces() {
        #expect(messages("a { b; }}\n") == ["8: '}' closes nothing"])
        #expect(messages("a { b { c; }\n") == ["2: '{' is not closed"])
        #expect(messages("a \"b;\n") == ["2: this string has no end"])
    }

    @Test func knowsBracesThatAreNone() {
        #expect(messages("if ($a ~ \"b{2}\") { return 200 ${c}d; # }\n}\n") == [])
        #expect(messages("content_by_lua_block { f({ a = 1 }) }\nb;\n") == [])
    }

    @Test func guessesTheContextByTheOutermostDirectives() {
        func before(_ text: String) -> String {
            NginxContext.wrapping(of: NginxShape(Array(text.utf8)).outermost).before
        }
        #expect(before("events {}\n") == "")
        #expect(before("upstream a { server b; }\n") == "http{")
        #expect(before("location / { root /a; }\n") == "http{server{")
        #expect(before("root /a;\n") == "http{server{location /{")
    }
}
