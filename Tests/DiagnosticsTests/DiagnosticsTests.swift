import Addresses
import Testing

@testable import Diagnostics

private let file = SourcePath("content/posts/x.md")

private func report(_ text: String, _ range: Range<Int>) -> String {
    let diagnostic = Diagnostic.error(
        Diagnostic.ID("test/thing"), "'x' is wrong", at: Place(file: file, range: range),
        explanation: "Because.", notes: [Diagnostic.Note("first here", at: Place(file: file))],
        fixes: [Diagnostic.Fix("write 'y'")])
    return TextReport(isColored: false) { _ in Array(text.utf8) }.text([diagnostic])
}

struct TextReportTests {
    @Test func showsLineColumnSourceAndCaret() {
        let text = report("one\ntwo three\n", 8..<13)
        #expect(
            text == """
                content/posts/x.md:2:5: error: 'x' is wrong [test/thing]
                  2 | two three
                    |     ^^^^^
                  Because.
                  note: content/posts/x.md:1:1: first here
                  fix: write 'y'

                """)
    }

    @Test func countsEastAsianWidth() {
        let lines = report("标题 x\n", 7..<8).split(separator: "\n")
        #expect(lines[0].hasPrefix("content/posts/x.md:1:4: "))
        #expect(lines[2] == "    |      ^")
    }

    @Test func expandsTabsAndTamesTerminalCodes() {
        let lines = report("\t\u{1B}[31mx\n", 1..<2).split(separator: "\n")
        #expect(lines[1] == "  1 |     \u{FFFD}[31mx")
        #expect(lines[2] == "    |     ^")
    }

    @Test func showsThePartOfALongLineAroundThePlace() {
        let text = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
        let lines = report(text, 500..<501).split(separator: "\n")
        #expect(lines[0].contains(":1:501: "))
        let caret = lines[2].utf8.count - 1
        #expect(Array(lines[1].utf8)[caret] == UInt8(ascii: "!"))
    }
}

struct JSONReportTests {
    @Test func givesColumnsInScalarsAndBytes() {
        let diagnostic = Diagnostic.warning(
            Diagnostic.ID("test/thing"), "a \"b\"", at: Place(file: file, range: 7..<8))
        let json = JSONReport { _ in Array("标题 x\n".utf8) }.array([diagnostic])
        #expect(
            String(decoding: json, as: UTF8.self) == """
                [
                  {"file": "content/posts/x.md", "line": 1, "column": 4, "byteColumn": 8, \
                "endLine": 1, "endColumn": 5, "severity": "warning", "id": "test/thing", \
                "message": "a \\"b\\"", "explanation": null, "notes": [], "fixes": []}
                ]
                """)
    }
}

struct LineTableTests {
    @Test func cutsLinesAtLFCRLFAndLoneCR() {
        let table = LineTable(Array("a\r\nb\rc\nd".utf8))
        #expect((1...4).map { table.text(ofLine: $0) } == ["a", "b", "c", "d"])
        #expect(table.position(of: 3).line == 2)
        #expect(table.position(of: 99) == LineTable.Position(line: 4, column: 2, byteColumn: 2))
    }

    @Test func countsColumnsOfLongLines() {
        let table = LineTable(Array(("\n" + String(repeating: "长x", count: 3000)).utf8))
        for (offset, column) in [(1, 1), (1024, 512), (1025, 513), (4096, 2048), (12001, 6001)] {
            #expect(table.position(of: offset).column == column)
        }
    }

    @Test func doesNotCountAByteOrderMark() {
        let table = LineTable(Array("\u{FEFF}ab".utf8))
        #expect(table.position(of: 4).column == 2)
    }
}

struct DiagnosticOrderTests {
    @Test func sortsByFileAndPlaceAndDropsRepeats() {
        let a = Diagnostic.error(Diagnostic.ID("x/a"), "a", at: Place(file: file, range: 5..<6))
        let b = Diagnostic.error(Diagnostic.ID("x/b"), "b", at: Place(file: file, range: 1..<2))
        let c = Diagnostic.error(Diagnostic.ID("x/c"), "c")
        #expect([a, b, a, c].sortedByPlace() == [c, b, a])
    }
}
