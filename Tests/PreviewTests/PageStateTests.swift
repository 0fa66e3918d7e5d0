import Addresses
import Diagnostics
import Foundation
import Testing

@testable import Preview

/// What an open tab is told of the problems of its page.
struct PageStateTests {
    private struct Told: Decodable {
        struct Problem: Decodable {
            let code: String?
            let wide: String?
        }
        let problems: [Problem]
    }

    private func told(_ text: String, _ range: Range<Int>) throws -> (
        Told.Problem, terminal: String
    ) {
        let problem = Diagnostic.error(
            Diagnostic.ID("a/b"), "wrong", at: Place(file: SourcePath("x.md"), range: range))
        var page = PreviewPage(html: [], identity: "1")
        page.problems = [problem]
        let json = PageState(page: page, text: { _ in Array(text.utf8) }).json
        let state = try JSONDecoder().decode(Told.self, from: Data(json))
        let report = TextReport(isColored: false) { _ in Array(text.utf8) }.text([problem])
        return (try #require(state.problems.first), report)
    }

    @Test(arguments: [
        ("title: [\n", 7..<8), ("a\n标题：你好 世界\n", 11..<17), ("\tx: 1\n", 1..<2),
        ("x\r\ny: é\n", 6..<8),
        ("<script>&\u{1B}[31m\u{202E}\n", 9..<12),
        (String(repeating: "文字 ", count: 90) + "end\n", 630..<633),
        ("a\n", 2..<2), ("emoji 🎉 here\n", 11..<15),
    ])
    func givesTheLineAndItsCaretAsTheTerminalDoes(_ text: String, _ range: Range<Int>) throws {
        let (problem, terminal) = try told(text, range)
        let code = try #require(problem.code)
        #expect(terminal.hasSuffix("\n" + code + "\n"))
        #expect(code.contains("^"))
    }

    @Test func namesTheCharactersThatTakeTwoColumns() throws {
        let (problem, _) = try told("标题：你好 a 标\n", 9..<15)
        #expect(problem.code == "  1 | 标题：你好 a 标\n    |       ^^^^")
        #expect(problem.wide == "标题：你好")
    }

    @Test func showsNoLineForAWholeFile() throws {
        #expect(try told("a\n", 0..<0).0.code == nil)
    }
}
