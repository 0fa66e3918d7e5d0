import Addresses
import Text

/// Diagnostics for machines: one JSON object each, with line and columns computed.
///
///     {"file": "content/posts/x.md", "line": 3, "column": 7, "byteColumn": 9, "endLine": 3,
///      "endColumn": 11, "severity": "error", "id": "configuration/unknown-key", "message": "…",
///      "explanation": null, "notes": [{"file": …, "message": "…"}], "fixes": ["…"]}
package struct JSONReport {
    private var tables: LineTables

    /// - Parameter source: returns the bytes of a source file; nil if it can't be read.
    package init(source: @escaping (SourcePath) -> [UInt8]?) {
        tables = LineTables(source)
    }

    /// A JSON array of all diagnostics in the order given, one line each.
    package func array(_ diagnostics: [Diagnostic]) -> [UInt8] {
        var report = self
        var out: [UInt8] = []
        out.append(utf8: "[")
        for diagnostic in diagnostics {
            out.beginElementLine()
            report.append(diagnostic, to: &out)
        }
        out.append(utf8: diagnostics.isEmpty ? "]" : "\n]")
        return out
    }

    /// Appends the object of one diagnostic.
    ///
    /// - Parameter file: the implied file: places in it have no `file`.
    package mutating func append(
        _ diagnostic: Diagnostic, to out: inout [UInt8], inside file: SourcePath? = nil
    ) {
        out.append(utf8: "{")
        append(diagnostic.place, to: &out, inside: file)
        out.append(member: "severity", diagnostic.severity.rawValue)
        out.append(member: "id", diagnostic.id.string)
        out.append(member: "message", diagnostic.summary)
        out.append(member: "explanation", diagnostic.explanation)
        out.append(member: "notes")
        out.append(utf8: "[")
        for note in diagnostic.notes {
            out.beginElement()
            out.append(utf8: "{")
            append(note.place, to: &out, inside: file)
            out.append(member: "message", note.text)
            out.append(utf8: "}")
        }
        out.append(utf8: "]")
        out.append(member: "fixes")
        out.append(utf8: "[")
        for fix in diagnostic.fixes {
            out.beginElement()
            out.append(json: fix.text)
        }
        out.append(utf8: "]}")
    }

    /// The members of a place; empty without one, only the file if it can't be read.
    private mutating func append(
        _ place: Place?, to out: inout [UInt8], inside file: SourcePath?
    ) {
        guard let place else { return }
        if place.file != file { out.append(member: "file", place.file.string) }
        guard let table = tables.table(place.file) else { return }
        let start = table.position(of: place.range.lowerBound)
        let end = table.position(of: place.range.upperBound)
        out.append(member: "line", start.line)
        out.append(member: "column", start.column)
        out.append(member: "byteColumn", start.byteColumn)
        out.append(member: "endLine", end.line)
        out.append(member: "endColumn", end.column)
    }
}
