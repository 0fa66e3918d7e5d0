import Diagnostics
import Foundation
import Testing

@testable import Snippets

struct CoverageTests {
    private static let diagnostic = Diagnostic.error(Diagnostic.ID("test/x"), "x")

    private func coverage(_ verdicts: [(Verdict, Int)]) -> Coverage {
        var coverage = Coverage()
        for (verdict, count) in verdicts {
            for _ in 0..<count { coverage.add(verdict) }
        }
        return coverage
    }

    private var whole: Coverage {
        coverage([
            (.passed(.init(level: .parse)), 360), (.passed(.init(level: .shape)), 12),
            (.passed(.init(level: .types)), 22), (.passed(.init(level: .run)), 9),
            (.expected(CoverageTests.diagnostic), 1), (.failed([CoverageTests.diagnostic]), 2),
            (.skipped("old"), 3), (.unchecked("gofmt not found"), 1),
            (.unchecked("no checker for brainfuck"), 2),
        ])
    }

    @Test func saysEverythingInOneLine() {
        #expect(
            whole.line == """
                snippets  412: 360 parsed, 12 shaped, 22 typed, 9 ran, 1 expected, 2 failed, \
                3 skipped, 3 unchecked (2 no checker for brainfuck, 1 gofmt not found)
                """)
    }

    @Test func leavesOutWhatThereIsNoneOf() {
        #expect(Coverage().line == "snippets  0")
        #expect(coverage([(.skipped("x"), 2)]).line == "snippets  2: 2 skipped")
        #expect(Coverage(ReportSample.snippets).summary.total == ReportSample.snippets.count)
    }

    @Test func namesSixReasonsAndCountsTheSnippetsOfTheRest() {
        let reasons = (1...8).map { (Verdict.unchecked("reason \($0)"), $0 < 3 ? 2 : 5) }
        #expect(
            coverage(reasons).line == """
                snippets  34: 34 unchecked (5 reason 3, 5 reason 4, 5 reason 5, 5 reason 6, \
                5 reason 7, 5 reason 8 and 4 more)
                """)
    }

    @Test func tamesAndCutsReasons() {
        let reason = "no checker for \u{1B}[31m\n" + String(repeating: "长", count: 100)
        #expect(
            coverage([(.unchecked(reason), 1)]).line
                == "snippets  1: 1 unchecked (1 no checker for \u{FFFD}[31m "
                + String(repeating: "长", count: 59) + "…)")
    }

    @Test func addsUp() {
        #expect(
            (whole + whole).line == """
                snippets  824: 720 parsed, 24 shaped, 44 typed, 18 ran, 2 expected, 4 failed, \
                6 skipped, 6 unchecked (4 no checker for brainfuck, 2 gofmt not found)
                """)
        #expect(whole + Coverage() == whole)
    }

    @Test func comesBackFromJSON() throws {
        let data = try JSONEncoder().encode(whole)
        #expect(try JSONDecoder().decode(Coverage.self, from: data) == whole)
        #expect(String(decoding: data, as: UTF8.self).contains(#""parse":360"#))
    }
}
