import Foundation
import TestSupport
import Testing

@testable import Commands

/// docs/reports.md names every field of the JSON that `galley check` writes, and no other.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct ReportFieldsTests {
    private static let site =
        BuiltSite.configuration + """
            -- content/posts/a.md
            ---
            title: A
            date: 2021-01-02
            ---

            A [link](/gone/).

            ```go
            func a() {
                f(1, [2, 3)
            }
            ```

            ```json
            {}
            ```

            ```json fails="expected"
            [1 2]
            ```

            ```brainfuck
            +
            ```

            """

    /// `snippets[].file` of every member of a report.
    private func fields(of value: Any, at path: String = "") -> Set<String> {
        if let members = value as? [String: Any] {
            return members.reduce(into: []) { fields, member in
                let path = path.isEmpty ? member.key : "\(path).\(member.key)"
                let isList = member.value is [Any]
                fields.insert(isList ? path + "[]" : path)
                fields.formUnion(self.fields(of: member.value, at: path))
            }
        }
        if let elements = value as? [Any] {
            return elements.reduce(into: []) { $0.formUnion(fields(of: $1, at: path + "[]")) }
        }
        return []
    }

    /// The fields that the first cells of a table name.
    private func documented(_ table: Substring) -> Set<String> {
        Set(
            table.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
                (row.split(separator: "|").first ?? "").matches(of: /`([^`]+)`/)
                    .map { String($0.output.1) }
            })
    }

    @Test func areAllDocumentedAndAllWritten() throws {
        let site = try BuiltSite(Self.site)
        let run = try GalleyProgram.run(
            ["check", "--now", "2022-01-01", "--format", "json", "--shard", "1/1"], in: site.text)
        let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        var written: Set<String> = []
        var ofDiagnostics: Set<String> = []
        for field in fields(of: report) {
            let lists = ["snippets[].diagnostics[].", "diagnostics[]."]
            guard let list = lists.first(where: field.hasPrefix) else {
                written.insert(field)
                continue
            }
            let name = String(field.dropFirst(list.count))
            let isOfPlace = name.hasPrefix("notes[].") && !name.hasSuffix(".message")
            ofDiagnostics.insert(isOfPlace ? String(name.dropFirst("notes[].".count)) : name)
        }
        let page = try Self.page("reports.md")
        let start = try #require(page.range(of: "\n## JSON\n")?.upperBound)
        let end = try #require(page.range(of: "\n## SARIF\n")?.lowerBound)
        let tables = page[start..<end].split(separator: "\nA diagnostic, in either list, has\n")
        try #require(tables.count == 2)
        #expect(written.symmetricDifference(documented(tables[0])).sorted() == [])
        #expect(ofDiagnostics.symmetricDifference(documented(tables[1])).sorted() == [])
    }

    /// A page of docs/.
    static func page(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/" + name), encoding: .utf8)
    }
}
