import Diagnostics
import Foundation
import Testing

@testable import Snippets

private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// No control but line breaks, no bidirectional override, no noncharacter that XML forbids.
private func isTame(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n"
            || !(scalar.properties.generalCategory == .control
                || (0x202A...0x202E).contains(scalar.value))
    }
}

struct SnippetJSONTests {
    private let report = SnippetJSON(source: ReportSample.source)

    @Test func givesEverySnippetWithItsVerdict() throws {
        let json = string(report.report(ReportSample.snippets, others: ReportSample.others))
        #expect(json == (try ReportSample.expected("snippets.json")))
        #expect(isTame(json))
    }

    @Test func givesToolsWordsBackAsTheyWere() throws {
        struct Report: Decodable {
            struct Snippet: Decodable {
                let verdict: String
                let reason: String?
            }
            let version: Int
            let summary: Coverage.Summary
            let snippets: [Snippet]
        }
        let json = report.report(ReportSample.snippets, others: ReportSample.others)
        let read = try JSONDecoder().decode(Report.self, from: Data(json))
        #expect(read.version == 1)
        #expect(read.summary == Coverage(ReportSample.snippets).summary)
        #expect(read.snippets.map(\.verdict) == ReportSample.snippets.map(\.verdict.name))
        #expect(read.snippets[4].reason == ReportSample.hostile)
    }

    @Test func isValidForNoSnippetAtAll() {
        #expect(
            string(report.report([])) == """
                {"version": 1,
                "summary": {"total": 0, "passed": 0, "failed": 0, "expected": 0, "skipped": 0, \
                "unchecked": 0},
                "known": 0,
                "snippets": [],
                "diagnostics": []}

                """)
    }

    @Test func readsAFileOnceForAllItsSnippets() {
        var reads = 0
        let report = SnippetJSON { path in
            reads += 1
            return ReportSample.source(path)
        }
        let snippets = [CheckedSnippet](repeating: ReportSample.snippets[0], count: 100)
        #expect(!report.report(snippets).isEmpty)
        #expect(reads == 2)  // the article, and the other that a note names
    }
}

struct JUnitReportTests {
    private let report = JUnitReport(source: ReportSample.source)

    @Test func makesASuiteOfEachArticle() throws {
        let xml = string(report.document(ReportSample.snippets, others: ReportSample.others))
        #expect(xml == (try ReportSample.expected("snippets.junit.xml")))
        #expect(isTame(xml))
    }

    @Test func isADocumentForNoSnippetAtAll() {
        #expect(
            string(report.document([])) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="galley check" tests="0" failures="0" errors="0">
                </testsuites>

                """)
    }
}

struct TAPReportTests {
    private let report = TAPReport(source: ReportSample.source)

    @Test func givesATestPointPerSnippet() throws {
        let tap = string(report.stream(ReportSample.snippets, others: ReportSample.others))
        #expect(tap == (try ReportSample.expected("snippets.tap")))
        #expect(isTame(tap))
    }

    @Test func plansNothingForNoSnippetAtAll() {
        #expect(string(report.stream([])) == "TAP version 14\n1..0\n")
    }
}
