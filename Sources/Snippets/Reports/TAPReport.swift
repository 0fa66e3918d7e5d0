import Addresses
import Diagnostics
import Text

/// Snippets in the Test Anything Protocol, version 14 (testanything.org).
///
///     TAP version 14
///     1..2
///     ok 1 - content/posts/x.md:42 go
///     ok 2 - content/posts/x.md:60 brainfuck # SKIP no checker for brainfuck
///
/// Failures and remarks follow their test point as a YAML block. Diagnostics outside snippets come
/// last, the errors as `not ok`. Readers that only know version 13, such as perl's TAP::Parser
/// 3.44, complain about the first line and read the rest.
package struct TAPReport {
    private let source: (SourcePath) -> [UInt8]?

    /// - Parameter source: returns the bytes of a source file; nil if it can't be read.
    package init(source: @escaping (SourcePath) -> [UInt8]?) {
        self.source = source
    }

    /// The stream, in the order given. O(bytes written and of the files with diagnostics).
    package func stream(_ snippets: [CheckedSnippet], others: [Diagnostic] = []) -> [UInt8] {
        var tables = LineTables(source)
        var out: [UInt8] = []
        out.append(utf8: "TAP version 14\n1..")
        out.append(decimal: snippets.count + others.count)
        out.append(utf8: "\n")
        for (index, snippet) in snippets.enumerated() {
            append(snippet, number: index + 1, to: &out, &tables)
        }
        for (index, diagnostic) in others.enumerated() {
            let place = diagnostic.place.map { " " + location(of: $0, &tables) } ?? ""
            append(
                isOK: diagnostic.severity != .error, number: snippets.count + index + 1,
                "\(diagnostic.id)\(place)", to: &out)
            append(yaml: [diagnostic], details: [], to: &out, &tables)
        }
        return out
    }

    private func append(
        _ snippet: CheckedSnippet, number: Int, to out: inout [UInt8], _ tables: inout LineTables
    ) {
        let isOK = if case .failed = snippet.verdict { false } else { true }
        let language = snippet.languageOrLabel.map { " " + $0 } ?? ""
        var skip: String?
        var details: [(StaticString, String)] = []
        switch snippet.verdict {
        case .skipped(let reason), .unchecked(let reason): skip = reason
        case .passed(let pass) where pass.tool != nil || pass.elisions > 0:
            details.append(("level", pass.level.rawValue))
            details += checkerDetails(snippet)
            if pass.elisions > 0 { details.append(("elisions", String(pass.elisions))) }
        case .expected(let diagnostic):
            details.append(("expected", diagnostic.summary))
            details += checkerDetails(snippet)
        case .failed: details += checkerDetails(snippet)
        case .passed: break
        }
        append(
            isOK: isOK, number: number, "\(snippet.file):\(snippet.line)\(language)", skip: skip,
            to: &out)
        append(yaml: snippet.diagnostics, details: details, to: &out, &tables)
    }

    private func checkerDetails(_ snippet: CheckedSnippet) -> [(StaticString, String)] {
        guard let checker = snippet.checker else { return [] }
        guard let tool = checker.tool else { return [("checker", checker.name)] }
        guard let version = checker.toolVersion else { return [("tool", tool)] }
        return [("tool", tool), ("toolVersion", version)]
    }

    /// `not ok 3 - description # SKIP reason`, on one line whatever the texts hold.
    private func append(
        isOK: Bool, number: Int, _ description: String, skip: String? = nil, to out: inout [UInt8]
    ) {
        out.append(utf8: isOK ? "ok " : "not ok ")
        out.append(decimal: number)
        out.append(utf8: " - ")
        for byte in description.printableLine.utf8 {
            // They would begin a directive or hide one.
            if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\") {
                out.append(UInt8(ascii: "\\"))
            }
            out.append(byte)
        }
        if let skip {
            out.append(utf8: " # SKIP ")
            out.append(skip.printableLine)
        }
        out.append(utf8: "\n")
    }

    /// A YAML block, in the subset that TAP readers know: mappings, one sequence, strings in double
    /// quotes; nothing without content.
    private func append(
        yaml diagnostics: [Diagnostic], details: [(StaticString, String)], to out: inout [UInt8],
        _ tables: inout LineTables
    ) {
        if diagnostics.isEmpty, details.isEmpty { return }
        out.append(utf8: "  ---\n")
        for (name, value) in details { out.append(indent: "  ", name, value) }
        if !diagnostics.isEmpty { out.append(utf8: "  diagnostics:\n") }
        for diagnostic in diagnostics {
            out.append(indent: "    - ", "severity", diagnostic.severity.rawValue)
            out.append(indent: "      ", "id", diagnostic.id.string)
            if let place = diagnostic.place {
                out.append(indent: "      ", "at", location(of: place, &tables))
            }
            out.append(indent: "      ", "message", diagnostic.summary)
            if let explanation = diagnostic.explanation {
                out.append(indent: "      ", "explanation", explanation)
            }
            if let fix = diagnostic.fixes.first {
                out.append(indent: "      ", "fix", fix.text)
            }
        }
        out.append(utf8: "  ...\n")
    }

    /// `content/posts/x.md:44:7`; the file alone if it can't be read.
    private func location(of place: Place, _ tables: inout LineTables) -> String {
        guard let table = tables.table(place.file) else { return place.file.string }
        let position = table.position(of: place.range.lowerBound)
        return "\(place.file):\(position.line):\(position.column)"
    }
}

extension [UInt8] {
    /// Appends `name: "value"` as a line; line breaks of the value are `\n` in it.
    fileprivate mutating func append(
        indent: StaticString, _ name: StaticString, _ value: String
    ) {
        append(utf8: indent)
        append(utf8: name)
        append(utf8: ": \"")
        for (index, line) in value.printableLines.enumerated() {
            if index > 0 { append(utf8: "\\n") }
            for byte in line.utf8 {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                    append(UInt8(ascii: "\\"))
                }
                append(byte)
            }
        }
        append(utf8: "\"\n")
    }
}
