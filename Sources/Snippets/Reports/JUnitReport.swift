import Addresses
import Diagnostics
import Text

/// Snippets as JUnit XML, in the form of the schema of Jenkins's xUnit plug-in (junit-10).
///
/// An article is a `testsuite`, a snippet a `testcase`; skipped and unchecked ones are `skipped`,
/// remarks are `system-out`. Diagnostics outside snippets are a suite of their own, in which
/// warnings pass. Without times and dates: the same site gives the same bytes.
package struct JUnitReport {
    private let source: (SourcePath) -> [UInt8]?

    /// - Parameter source: returns the bytes of a source file; nil if it can't be read.
    package init(source: @escaping (SourcePath) -> [UInt8]?) {
        self.source = source
    }

    /// The document; snippets of a file must be consecutive. O(bytes written and of those files).
    package func document(_ snippets: [CheckedSnippet], others: [Diagnostic] = []) -> [UInt8] {
        let text = TextReport(isColored: false, source: source)
        var tables = LineTables(source)
        let cases = snippets.map { Case($0, text, &tables) }
        let rest = others.map { Case($0, text, &tables) }
        var out: [UInt8] = []
        out.append(
            utf8: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"galley check\"")
        appendCounts(cases + rest, to: &out, withSkipped: false)
        out.append(utf8: ">\n")
        var start = 0
        while start < snippets.count {
            let file = snippets[start].file
            let end = snippets[start...].firstIndex { $0.file != file } ?? snippets.count
            append(
                suite: file.string, tools: tools(of: snippets[start..<end]), cases[start..<end],
                to: &out)
            start = end
        }
        if !rest.isEmpty { append(suite: "diagnostics", tools: [], rest[...], to: &out) }
        out.append(utf8: "</testsuites>\n")
        return out
    }

    /// One `testcase`.
    private struct Case {
        let name: String
        let className: String
        var failure: (type: String, message: String, text: String)?
        var skipped: String?
        var output: String?

        init(_ snippet: CheckedSnippet, _ report: TextReport, _ tables: inout LineTables) {
            name = ["line \(snippet.line)", snippet.languageOrLabel].compactMap(\.self)
                .joined(separator: " ")
            className = snippet.file.string
            switch snippet.verdict {
            case .passed, .expected: break
            case .failed(let failures): failure = Case.failure(failures, report, &tables)
            case .skipped(let reason): skipped = "skipped: " + reason
            case .unchecked(let reason): skipped = "unchecked: " + reason
            }
            let remarks = snippet.remarks
            if !remarks.isEmpty { output = report.text(remarks, &tables) }
        }

        init(_ diagnostic: Diagnostic, _ report: TextReport, _ tables: inout LineTables) {
            name = "\(diagnostic.id): \(diagnostic.summary)"
            className = diagnostic.place?.file.string ?? "site"
            if diagnostic.severity == .error {
                failure = Case.failure([diagnostic], report, &tables)
            } else {
                output = report.text([diagnostic], &tables)
            }
        }

        private static func failure(
            _ diagnostics: [Diagnostic], _ report: TextReport, _ tables: inout LineTables
        ) -> (type: String, message: String, text: String) {
            let first = diagnostics.first
            return (
                first?.id.string ?? "snippet", first?.summary ?? "",
                report.text(diagnostics, &tables)
            )
        }
    }

    /// The programs that gave the snippets verdicts, by name, each with its version.
    private func tools(of snippets: ArraySlice<CheckedSnippet>) -> [(String, String)] {
        var tools: [String: String] = [:]
        for checker in snippets.compactMap(\.checker) {
            if let tool = checker.tool { tools[tool] = checker.toolVersion ?? "unknown" }
        }
        return tools.sorted { $0.key < $1.key }
    }

    private func append(
        suite name: String, tools: [(String, String)], _ cases: ArraySlice<Case>,
        to out: inout [UInt8]
    ) {
        out.append(utf8: "  <testsuite")
        out.append(attribute: "name", name)
        appendCounts(Array(cases), to: &out, withSkipped: true)
        out.append(utf8: ">\n")
        if !tools.isEmpty {
            out.append(utf8: "    <properties>\n")
            for (tool, version) in tools {
                out.append(utf8: "      <property")
                out.append(attribute: "name", tool)
                out.append(attribute: "value", version)
                out.append(utf8: "/>\n")
            }
            out.append(utf8: "    </properties>\n")
        }
        for one in cases { append(one, to: &out) }
        out.append(utf8: "  </testsuite>\n")
    }

    /// The schema has no `skipped` for all suites together.
    private func appendCounts(_ cases: [Case], to out: inout [UInt8], withSkipped: Bool) {
        out.append(attribute: "tests", String(cases.count))
        out.append(attribute: "failures", String(cases.count { $0.failure != nil }))
        out.append(attribute: "errors", "0")
        if withSkipped {
            out.append(attribute: "skipped", String(cases.count { $0.skipped != nil }))
        }
    }

    private func append(_ one: Case, to out: inout [UInt8]) {
        out.append(utf8: "    <testcase")
        out.append(attribute: "classname", one.className)
        out.append(attribute: "name", one.name)
        if one.failure == nil, one.skipped == nil, one.output == nil {
            out.append(utf8: "/>\n")
            return
        }
        out.append(utf8: ">\n")
        if let failure = one.failure {
            out.append(utf8: "      <failure")
            out.append(attribute: "type", failure.type)
            out.append(attribute: "message", failure.message)
            out.append(utf8: ">")
            out.append(xml: failure.text)
            out.append(utf8: "</failure>\n")
        }
        if let skipped = one.skipped {
            out.append(utf8: "      <skipped")
            out.append(attribute: "message", skipped)
            out.append(utf8: "/>\n")
        }
        if let output = one.output {
            out.append(utf8: "      <system-out>")
            out.append(xml: output)
            out.append(utf8: "</system-out>\n")
        }
        out.append(utf8: "    </testcase>\n")
    }
}

extension [UInt8] {
    /// Appends ` name="value"`, the value in one line.
    fileprivate mutating func append(attribute name: StaticString, _ value: String) {
        append(utf8: " ")
        append(utf8: name)
        append(utf8: "=\"")
        append(xml: value.printableLine)
        append(utf8: "\"")
    }
}
