import Addresses
import Text

/// Diagnostics as a SARIF log (OASIS SARIF 2.1.0), for code scanning and editors.
///
/// Every diagnostic with a place is a result; GitHub refuses a whole log with a result without one,
/// so the others are notifications of the run. Places are lines and columns in Unicode scalars, the
/// end after the last; a byte order mark is not a column (section 3.30.2).
package struct SARIFReport {
    private let version: String
    private let folder: SourcePath
    private let manual: String
    private let rules: RuleTexts
    private let source: (SourcePath) -> [UInt8]?

    /// - Parameters:
    ///   - version: galley's own, `0.1.0`.
    ///   - folder: the site's folder in its repository; empty at the top.
    ///   - manual: the address of the page that explains the ids; empty: unknown.
    ///   - rules: the texts of that page.
    ///   - source: returns the bytes of a source file; nil if it can't be read.
    package init(
        version: String, folder: SourcePath = SourcePath(""),
        manual: String = "", rules: RuleTexts = RuleTexts(),
        source: @escaping (SourcePath) -> [UInt8]?
    ) {
        self.version = version
        self.folder = folder
        self.manual = manual
        self.rules = rules
        self.source = source
    }

    /// The log: one run, results in the order given, one a line. O(bytes of the files named).
    package func log(_ diagnostics: [Diagnostic]) -> [UInt8] {
        var tables = LineTables(source)
        var fingerprints = LineFingerprints()
        let placed = diagnostics.filter { $0.place != nil }
        let unplaced = diagnostics.filter { $0.place == nil }
        var out: [UInt8] = []
        out.append(utf8: "{\"version\": \"2.1.0\", \"$schema\": \"")
        out.append(utf8: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/")
        out.append(utf8: "sarif-schema-2.1.0.json\", \"runs\": [{\n\"columnKind\": ")
        out.append(utf8: "\"unicodeCodePoints\",\n\"originalUriBaseIds\": {\"%SRCROOT%\": ")
        out.append(utf8: "{\"description\": {\"text\": \"The top of the repository\"}}},\n")
        out.append(utf8: "\"tool\": {\"driver\": {\"name\": \"galley\"")
        out.append(member: "version", version)
        out.append(member: "rules")
        let rules = appendDescriptors(of: placed, to: &out)
        out.append(member: "notifications")
        let notifications = appendDescriptors(of: unplaced, to: &out)
        out.append(utf8: "}},\n\"invocations\": [{\"executionSuccessful\": true")
        out.append(member: "toolExecutionNotifications")
        out.append(utf8: "[")
        for diagnostic in unplaced {
            out.beginElementLine()
            out.append(utf8: "{")
            append(referenceTo: diagnostic, in: notifications, to: &out)
            appendMessage(of: diagnostic, to: &out)
            out.append(utf8: "}")
        }
        out.append(utf8: "]}],\n\"results\": [")
        for diagnostic in placed {
            out.beginElementLine()
            append(
                result: diagnostic, index: rules[diagnostic.id], to: &out, &tables, &fingerprints)
        }
        out.append(utf8: "]}]}\n")
        return out
    }

    /// The ids of diagnostics as rules or notifications, sorted, with the index of each.
    private func appendDescriptors(
        of diagnostics: [Diagnostic], to out: inout [UInt8]
    ) -> [Diagnostic.ID: Int] {
        let ids = Set(diagnostics.map(\.id.string)).sorted()
        var indices: [Diagnostic.ID: Int] = [:]
        out.append(utf8: "[")
        for (index, id) in ids.enumerated() {
            indices[Diagnostic.ID(id)] = index
            out.beginElementLine()
            append(descriptor: Diagnostic.ID(id), to: &out)
        }
        out.append(utf8: "]")
        return indices
    }

    /// An id with its text from the manual (section 3.49).
    private func append(descriptor id: Diagnostic.ID, to out: inout [UInt8]) {
        let anchor = PercentCoding.encode(path: rules.anchor(of: id))
        out.append(utf8: "{")
        out.append(member: "id", id.string)
        let entry = rules[id]
        out.append(member: "shortDescription")
        append(message: entry?.title ?? id.string, to: &out)
        if let entry {
            out.append(member: "fullDescription")
            append(message: entry.description, to: &out)
            out.append(member: "defaultConfiguration")
            out.append(utf8: "{")
            out.append(member: "level", entry.severity.rawValue)
            out.append(utf8: "}")
        }
        // An absolute URI, or none (section 3.49.12).
        if !manual.isEmpty { out.append(member: "helpUri", "\(manual)#\(anchor)") }
        out.append(member: "help")
        if let entry {
            out.append(utf8: "{")
            out.append(member: "text", entry.help)
            out.append(member: "markdown", entry.markdown)
            out.append(utf8: "}")
        } else {
            append(message: "See docs/diagnostics.md#\(anchor)", to: &out)
        }
        out.append(utf8: "}")
    }

    private func append(
        result diagnostic: Diagnostic, index: Int?, to out: inout [UInt8],
        _ tables: inout LineTables, _ fingerprints: inout LineFingerprints
    ) {
        out.append(utf8: "{")
        out.append(member: "ruleId", diagnostic.id.string)
        if let index { out.append(member: "ruleIndex", index) }
        out.append(member: "level", diagnostic.severity.rawValue)
        appendMessage(of: diagnostic, to: &out)
        out.append(member: "locations")
        out.append(utf8: "[")
        if let place = diagnostic.place {
            out.append(utf8: "{")
            append(place: place, to: &out, &tables)
            out.append(utf8: "}")
        }
        out.append(utf8: "]")
        append(notes: diagnostic.notes, to: &out, &tables)
        append(fixes: diagnostic.fixes.filter { !$0.edits.isEmpty }, to: &out, &tables)
        if let place = diagnostic.place, let table = tables.table(place.file) {
            out.append(member: "partialFingerprints")
            out.append(utf8: "{")
            out.append(member: "idAndLine/v1", fingerprints.next(diagnostic.id, place, table))
            out.append(utf8: "}")
        }
        out.append(utf8: "}")
    }

    /// The descriptor of a notification: `"descriptor": {"id": …, "index": …}`.
    private func append(
        referenceTo diagnostic: Diagnostic, in indices: [Diagnostic.ID: Int], to out: inout [UInt8]
    ) {
        out.append(member: "descriptor")
        out.append(utf8: "{")
        out.append(member: "id", diagnostic.id.string)
        if let index = indices[diagnostic.id] { out.append(member: "index", index) }
        out.append(utf8: "}")
        out.append(member: "level", diagnostic.severity.rawValue)
    }

    /// The headline, the explanation and the fixes without edits, line by line.
    private func appendMessage(of diagnostic: Diagnostic, to out: inout [UInt8]) {
        var lines = [diagnostic.summary.printableLine]
        lines += diagnostic.explanation?.printableLines ?? []
        lines += diagnostic.fixes.filter(\.edits.isEmpty).map { "fix: " + $0.text.printableLine }
        out.append(member: "message")
        append(message: lines.joined(separator: "\n"), to: &out)
    }

    /// Plain text without the placeholders `{0}` and links `[text](uri)` that a viewer would
    /// interpret (sections 3.11.5 and 3.11.6).
    private func append(message text: String, to out: inout [UInt8]) {
        var escaped = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "{" || scalar == "}" { escaped.append(scalar) }
            if scalar == "(", last == "]" {
                escaped.removeLast()
                escaped.append(contentsOf: "\\]".unicodeScalars)
            }
            escaped.append(scalar)
            last = scalar
        }
        out.append(utf8: "{")
        out.append(member: "text", String(escaped))
        out.append(utf8: "}")
    }

    private func append(
        notes: [Diagnostic.Note], to out: inout [UInt8], _ tables: inout LineTables
    ) {
        if notes.isEmpty { return }
        out.append(member: "relatedLocations")
        out.append(utf8: "[")
        for (index, note) in notes.enumerated() {
            out.beginElement()
            out.append(utf8: "{")
            out.append(member: "id", index)
            out.append(member: "message")
            append(message: note.text.printableLine, to: &out)
            if let place = note.place { append(place: place, to: &out, &tables) }
            out.append(utf8: "}")
        }
        out.append(utf8: "]")
    }

    /// Fixes with edits; a viewer applies the edits of one fix together.
    private func append(
        fixes: [Diagnostic.Fix], to out: inout [UInt8], _ tables: inout LineTables
    ) {
        if fixes.isEmpty { return }
        out.append(member: "fixes")
        out.append(utf8: "[")
        for fix in fixes {
            out.beginElement()
            out.append(utf8: "{")
            out.append(member: "description")
            append(message: fix.text.printableLine, to: &out)
            out.append(member: "artifactChanges")
            out.append(utf8: "[")
            let files = Dictionary(grouping: fix.edits, by: \.place.file)
            for (file, edits) in files.sorted(by: { $0.key < $1.key }) {
                out.beginElement()
                append(edits: edits, of: file, to: &out, &tables)
            }
            out.append(utf8: "]}")
        }
        out.append(utf8: "]")
    }

    private func append(
        edits: [Diagnostic.Fix.Edit], of file: SourcePath, to out: inout [UInt8],
        _ tables: inout LineTables
    ) {
        out.append(utf8: "{")
        append(artifact: file, to: &out)
        out.append(member: "replacements")
        out.append(utf8: "[")
        for edit in edits {
            out.beginElement()
            out.append(utf8: "{")
            out.append(member: "deletedRegion")
            append(region: edit.place, to: &out, &tables)
            out.append(member: "insertedContent")
            out.append(utf8: "{")
            out.append(member: "text", edit.replacement)
            out.append(utf8: "}}")
        }
        out.append(utf8: "]}")
    }

    private func append(place: Place, to out: inout [UInt8], _ tables: inout LineTables) {
        out.append(member: "physicalLocation")
        out.append(utf8: "{")
        append(artifact: place.file, to: &out)
        // The start of a file represents all of it.
        if place.range != 0..<0 {
            out.append(member: "region")
            append(region: place, to: &out, &tables)
        }
        out.append(utf8: "}")
    }

    /// `{"uri": …, "uriBaseId": "%SRCROOT%"}`; a colon would make the text before it a scheme.
    private func append(artifact file: SourcePath, to out: inout [UInt8]) {
        let path = folder.string.isEmpty ? file.string : folder.appending(file.string).string
        let uri = PercentCoding.encode(path: path).split(
            separator: ":", omittingEmptySubsequences: false
        )
        .joined(separator: "%3A")
        out.append(member: "artifactLocation")
        out.append(utf8: "{")
        out.append(member: "uri", uri)
        out.append(member: "uriBaseId", "%SRCROOT%")
        out.append(utf8: "}")
    }

    /// In lines and columns; in bytes for a file that can't be read.
    private func append(region place: Place, to out: inout [UInt8], _ tables: inout LineTables) {
        out.append(utf8: "{")
        if let table = tables.table(place.file) {
            let start = table.position(of: place.range.lowerBound)
            let end = table.position(of: place.range.upperBound)
            out.append(member: "startLine", start.line)
            out.append(member: "startColumn", start.column)
            out.append(member: "endLine", end.line)
            out.append(member: "endColumn", end.column)
        } else {
            out.append(member: "byteOffset", place.range.lowerBound)
            out.append(member: "byteLength", place.range.count)
        }
        out.append(utf8: "}")
    }
}
