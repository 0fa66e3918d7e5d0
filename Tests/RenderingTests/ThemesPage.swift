import Foundation
import Testing

/// The tables of docs/themes.md, "What layouts see".
struct ThemesPage {
    /// A row of the table of a record.
    struct Field {
        let record: String
        let name: String
        /// `list of term`.
        let kind: String
        /// The other cells: `is`, and before it for fields of posts `in`.
        let rest: [String]
    }

    let text: String
    let fields: [Field]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/themes.md"), encoding: .utf8)
        let start = try #require(page.range(of: "\n## What layouts see\n")).upperBound
        let end = try #require(page.range(of: "\n## ", range: start..<page.endIndex)).lowerBound
        var record = ""
        var fields: [Field] = []
        for line in page[start..<end].split(separator: "\n") {
            if let match = line.wholeMatch(of: /### `([^`]+)`/) { record = String(match.output.1) }
            guard line.hasPrefix("| `") else { continue }
            let cells = line.dropFirst().dropLast().split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            fields.append(
                Field(
                    record: record, name: cells[0].replacing("`", with: ""),
                    kind: cells[1].replacing("`", with: ""), rest: Array(cells[2...])))
        }
        text = page
        self.fields = fields
    }
}
