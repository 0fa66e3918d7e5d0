import Testing

@testable import Snippets

/// Code can make a tool print any number, and what is computed from it must not overflow.
struct ForgedNumberTests {
    private static let numbers = [
        "9223372036854775807", "9223372036854775806", "99999999999999999999", "2147483648",
        "4294967296", "0", "-1", "-9223372036854775808",
    ]

    /// The forms in which the tools name places.
    private func output(_ number: String, file: String) -> String {
        """
        \(file):\(number):\(number): error: words
        ./\(file):\(number): error: words
            \(file):\(number):\(number):
        ✘ [ERROR] words
            \(file):\(number):\(number):
        \(file): line \(number): syntax error: unexpected end of file from `if' on line \(number)
        \(file): line \(number): `x'
        /tmp/\(file):\(number)
        x
          ^
        SyntaxError: words
        Parse error: words in \(file) on line \(number)
        error: words
         --> \(file):\(number):\(number)
        {"status":"failed","errors":[{"file":"\(file)","error":"words","line":\(number)}]}
        [{"line": \(number), "column": \(number), "message": "words", "file": "\(file)"}]
        """
    }

    @Test(arguments: Tool.all.map(\.name)) func readsAnyNumber(tool name: String) throws {
        let tool = try #require(Tool.all.first { $0.name == name })
        for number in Self.numbers {
            for file in ["0.js", "0.mjs", "0.sh", "0.php", "0.conf", "0.rs", "0.go", "0.py"] {
                let text = output(number, file: file)
                for part in [text] + text.split(separator: "\n").map(String.init) {
                    let readings = tool.read(ToolOutput(files: [file], text: part, status: 1))
                    check(readings)
                }
            }
        }
    }

    /// Places every finding in a text, as the checks do.
    private func check(_ readings: [ToolReading]) {
        let text = CheckedText(Array("中 a\nb 😀\n".utf8))
        for reading in readings {
            guard case .rejected(let findings) = reading else { continue }
            for finding in findings {
                let offset = text.offset(
                    line: finding.line, column: finding.column, in: finding.unit)
                #expect((0...text.bytes.count).contains(offset))
            }
        }
    }
}
