import Addresses
import Text

/// Diagnostics for machines: one JSON object each, with line and columns computed.
///
///     {"file": "content/posts/x.md", "line": 3, "column": 7, "byteColumn": 9, "endLine": 3,
///      "endColumn": 11, "severity": "error", "id": "configuration/unknown-key", "message": "…",
///      "explanation": null, "notes": [{"file": …, "message": "…"}], "fixes": ["…"]}
package struct JSONReport {
    private let source: (SourcePath) -> [UInt8]?

    /// - Parameter source: gives the bytes of a source file; nil where it can't be read.
    package init(source: @escaping (SourcePath) -> [UInt8]?) {
        self.source = source
    }

    /// A JSON array of all diagnostics in the order given, one line each.
    package func array(_ diagnostics: [Diagnostic]) -> [UInt8] {
        var tables: [SourcePath: LineTable?] = [:]
        func table(_ file: SourcePath) -> LineTable? {
            if let known = tables[file] { return known }
            let table = source(file).map { LineTable($0) }
            tables[file] = .some(table)
            return table
        }
        var out: [UInt8] = []
        out.append(utf8: "[")
        for (index, diagnostic) in diagnostics.enumerated() {
            out.append(utf8: index == 0 ? "\n  {" : ",\n  {")
            append(diagnostic.place, to: &out, table: table)
            out.append(utf8: "\"severity\": ")
            out.append(json: diagnostic.severity.rawValue)
            out.append(utf8: ", \"id\": ")
            out.append(json: diagnostic.id.string)
            out.append(utf8: ", \"message\": ")
            out.append(json: diagnostic.summary)
            out.append(utf8: ", \"explanation\": ")
            if let explanation = diagnostic.explanation {
                out.append(json: explanation)
            } else {
                out.append(utf8: "null")
            }
            out.append(utf8: ", \"notes\": [")
            for (index, note) in diagnostic.notes.enumerated() {
                out.append(utf8: index == 0 ? "{" : ", {")
                append(note.place, to: &out, table: table)
                out.append(utf8: "\"message\": ")
                out.append(json: note.text)
                out.append(utf8: "}")
            }
            out.append(utf8: "], \"fixes\": [")
            for (index, fix) in diagnostic.fixes.enumerated() {
                if index > 0 { out.append(utf8: ", ") }
                out.append(json: fix.text)
            }
            out.append(utf8: "]}")
        }
        out.append(utf8: diagnostics.isEmpty ? "]" : "\n]")
        return out
    }

    /// The fields of a place, each followed by a comma; nothing for none.
    private func append(
        _ place: Place?, to out: inout [UInt8], table: (SourcePath) -> LineTable?
    ) {
        guard let place else { return }
        out.append(utf8: "\"file\": ")
        out.append(json: place.file.string)
        if let table = table(place.file) {
            let start = table.position(of: place.range.lowerBound)
            let end = table.position(of: place.range.upperBound)
            let fields: [(StaticString, Int)] = [
                ("line", start.line), ("column", start.column), ("byteColumn", start.byteColumn),
                ("endLine", end.line), ("endColumn", end.column),
            ]
            for (name, value) in fields {
                out.append(utf8: ", \"")
                out.append(utf8: name)
                out.append(utf8: "\": ")
                out.append(decimal: value)
            }
        }
        out.append(utf8: ", ")
    }
}
