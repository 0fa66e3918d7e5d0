import Addresses
import Testing

@testable import Diagnostics

private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// No control but line breaks and no bidirectional override is left in a text.
private func isTame(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n"
            || !(scalar.properties.generalCategory == .control
                || (0x202A...0x202E).contains(scalar.value))
    }
}

struct HostileTextReportTests {
    @Test func showsToolsWordsWithoutTheirTerminalCodes() throws {
        let report = TextReport(isColored: false, source: ReportSample.source)
            .text(ReportSample.diagnostics)
        #expect(report == (try ReportSample.expected("diagnostics.txt")))
        #expect(isTame(report))
    }

    @Test func putsTheCaretUnderWideCharactersBehindATab() {
        let report = TextReport(isColored: false, source: ReportSample.source)
            .text([Diagnostic.error(Diagnostic.ID("test/x"), "x", at: ReportSample.place("，"))])
        let lines = report.split(separator: "\n")
        #expect(lines[1] == "  4 |     x := f(“值”，1)")
        // A tab is four columns, 值 two, a curly quote one.
        #expect(lines[2] == "    |                ^^")
    }
}

struct SARIFReportTests {
    private func log(
        _ diagnostics: [Diagnostic], folder: String = "", manual: String = "",
        rules: RuleTexts = RuleTexts()
    ) -> String {
        string(
            SARIFReport(
                version: "0.1.0", folder: SourcePath(folder), manual: manual, rules: rules,
                source: ReportSample.source
            ).log(diagnostics))
    }

    @Test func describesItsRulesWithTheTextsOfTheManual() throws {
        let page =
            "### `test/x`\n\nWarning. An `x` is gone. Or {0}.\n\n```go\n{}\n```\n\nWrite it.\n"
        let log = log(
            [Diagnostic.error(Diagnostic.ID("test/x"), "x", at: ReportSample.place("值"))],
            manual: "https://example.org/d.md", rules: RuleTexts(page: Array(page.utf8)))
        #expect(
            log.contains(
                #"""
                {"id": "test/x", "shortDescription": {"text": "An 'x' is gone"}, \#
                "fullDescription": {"text": "Warning. An 'x' is gone. Or {{0}}."}, \#
                "defaultConfiguration": {"level": "warning"}, \#
                "helpUri": "https://example.org/d.md#testx", \#
                "help": {"text": "Warning. An 'x' is gone. Or {0}.\n\n```go\n{}\n```\n\nWrite it.", \#
                "markdown": "Warning. An `x` is gone. Or {0}.\n\n```go\n{}\n```\n\nWrite it."}}
                """#))
    }

    @Test func givesPlacedDiagnosticsAsResultsAndOthersAsNotifications() throws {
        let log = log(ReportSample.diagnostics)
        #expect(log == (try ReportSample.expected("diagnostics.sarif")))
        #expect(isTame(log))
    }

    @Test func placesTheSiteInItsRepositoryAndNamesTheManual() {
        let log = log(
            [Diagnostic.error(Diagnostic.ID("test/x"), "x", at: ReportSample.place("值"))],
            folder: "sites/博客", manual: "https://example.org/diagnostics.html")
        #expect(log.contains(#""uri": "sites/%E5%8D%9A%E5%AE%A2/content/posts/"#))
        #expect(log.contains(#""helpUri": "https://example.org/diagnostics.html#testx""#))
    }

    @Test func isValidForNoDiagnosticAtAll() {
        let log = log([])
        #expect(log.contains(#""rules": []"#))
        #expect(log.hasSuffix("\"results\": []}]}\n"))
    }

    @Test func keepsFingerprintsWhereLinesAreAddedAbove() {
        func fingerprints(of text: String, _ ranges: [Range<Int>]) -> [String] {
            var fingerprints = LineFingerprints()
            let table = LineTable(Array(text.utf8))
            return ranges.map {
                fingerprints.next(
                    Diagnostic.ID("test/x"), Place(file: ReportSample.file, range: $0), table)
            }
        }
        let before = fingerprints(of: "a b\na b\n", [0..<1, 4..<5])
        #expect(before == fingerprints(of: "new\n  a b\na b\n", [6..<7, 10..<11]))
        #expect(Set(before).count == 2)
    }
}

struct GitHubReportTests {
    private let report = GitHubReport(source: ReportSample.source)

    @Test func escapesDataAndProperties() throws {
        let annotations = string(report.annotations(ReportSample.diagnostics, isCut: false))
        #expect(annotations == (try ReportSample.expected("annotations.txt")))
        #expect(isTame(annotations))
        let lines = annotations.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
        #expect(lines.count == ReportSample.diagnostics.count)
    }

    @Test func annotatesTenOfAKindAndCountsTheRest() {
        let errors = (1...12).map { Diagnostic.error(Diagnostic.ID("test/x"), "error \($0)") }
        let warnings = (1...11).map { Diagnostic.warning(Diagnostic.ID("test/y"), "warning \($0)") }
        let lines = string(report.annotations(warnings + errors, isCut: true))
            .split(separator: "\n")
        #expect(
            lines == (1...10).map { "::error title=test/x::error \($0)" }
                + (1...10).map { "::warning title=test/y::warning \($0)" }
                + [
                    "::notice title=galley::2 more errors and 1 more warning, "
                        + "all in the summary of the step"
                ])
    }

    @Test func annotatesEverythingWhereNothingElseIsInTheLog() {
        let errors = (1...12).map { Diagnostic.error(Diagnostic.ID("test/x"), "error \($0)") }
        let lines = string(report.annotations(errors, isCut: false)).split(separator: "\n")
        #expect(
            lines == (1...12).map { "::error title=test/x::error \($0)" }
                + ["::notice title=galley::2 more errors, all in the log"])
    }

    @Test func summarizesEverythingInHarmlessMarkdown() throws {
        let summary = string(
            report.stepSummary(
                ReportSample.diagnostics,
                coverage: "snippets  2: 1 parsed, 1 unchecked (1 no checker for <b>|`x`)"))
        #expect(summary == (try ReportSample.expected("summary.md")))
        #expect(isTame(summary))
    }

    @Test func saysWhereNothingWasFound() {
        #expect(
            string(report.stepSummary([], coverage: "snippets  1: 1 parsed"))
                == "## galley check\n\n<code>snippets  1&#58; 1 parsed</code>\n\nNothing to report.\n"
        )
    }

    @Test func givesAPublishItsOwnHeadingAndLines() {
        let summary = string(
            report.stepSummary(
                [], ofPublish: ["plan      t (git): 2 to add", "published 3f2a0c9d"]))
        #expect(
            summary == "## galley publish\n\n<code>plan      t &#40;git&#41;&#58; 2 to add<br>"
                + "published 3f2a0c9d</code>\n\n")
    }

    @Test func cutsTheSummaryAtOneMebibyte() {
        let long = String(repeating: "错误|", count: 300)
        let many = (1...3000).map { Diagnostic.error(Diagnostic.ID("test/x"), "\($0) \(long)") }
        let summary = report.stepSummary(many)
        #expect(summary.count <= 1 << 20)
        #expect(summary.count > (1 << 20) - 10_000)
        let rows = string(summary).split(separator: "\n").filter { $0.hasPrefix("|  | error") }
        #expect(
            string(summary).hasSuffix(
                "Cut: \(3000 - rows.count) more findings are not shown here; "
                    + "`galley check` prints all.\n"))
    }

    @Test func stopsCommandsAroundALog() {
        let lines = GitHubReport.withoutCommands("::set-env::x\n##[add-mask]y")
            .split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("::stop-commands::galley-"))
        #expect(lines[3] == "::" + lines[0].dropFirst("::stop-commands::".count) + "::")
    }
}
