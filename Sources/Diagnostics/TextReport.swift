import Addresses
import Text

/// Diagnostics for people: one headline each, the source line, and a caret below it.
///
///     content/posts/x.md:3:7: error: 'tagz' is not a key of galley.toml [configuration/unknown-key]
///       3 | tagz = ["go"]
///         | ^^^^
///       fix: write 'tags'
package struct TextReport {
    /// Whether to color severities with ANSI sequences.
    private let isColored: Bool
    /// Returns the bytes of a source file, to show its line; nil if it can't be read.
    private let source: (SourcePath) -> [UInt8]?

    package init(isColored: Bool, source: @escaping (SourcePath) -> [UInt8]?) {
        self.isColored = isColored
        self.source = source
    }

    /// The report of all diagnostics in the order given.
    ///
    /// A summary and a fix take one line, an explanation as many as it has, each indented: no
    /// message of a tool can pass for a headline of its own or reach the terminal as a command.
    package func text(_ diagnostics: [Diagnostic]) -> String {
        var tables = LineTables(source)
        return text(diagnostics, &tables)
    }

    /// The same with tables that further reports of the same files share.
    package func text(_ diagnostics: [Diagnostic], _ tables: inout LineTables) -> String {
        var out = ""
        for diagnostic in diagnostics {
            write(diagnostic, into: &out, &tables)
        }
        return out
    }

    private func write(
        _ diagnostic: Diagnostic, into out: inout String, _ tables: inout LineTables
    ) {
        let severity = colored(
            diagnostic.severity.rawValue, diagnostic.severity == .error ? "1;31" : "1;33")
        let summary = diagnostic.summary.printableLine
        out += prefix(diagnostic.place, &tables)
        out += "\(severity): \(colored(summary, "1")) [\(diagnostic.id.string.printableLine)]\n"
        writeSource(diagnostic.place, into: &out, &tables)
        for line in diagnostic.explanation?.printableLines ?? [] {
            out += line.isEmpty ? "\n" : "  " + line + "\n"
        }
        for note in diagnostic.notes {
            out += "  note: " + prefix(note.place, &tables) + note.text.printableLine + "\n"
        }
        for fix in diagnostic.fixes {
            out += "  fix: " + fix.text.printableLine + "\n"
        }
    }

    /// `file:line:column: `, or as much of it as is known.
    private func prefix(_ place: Place?, _ tables: inout LineTables) -> String {
        guard let place else { return "" }
        let file = place.file.string.printableLine
        guard let table = tables.table(place.file) else { return "\(file): " }
        let position = table.position(of: place.range.lowerBound)
        return "\(file):\(position.line):\(position.column): "
    }

    /// The source line with the place underlined; nothing for an empty place at the file's start.
    private func writeSource(
        _ place: Place?, into out: inout String, _ tables: inout LineTables
    ) {
        guard let place, let table = tables.table(place.file),
            let frame = SourceFrame(place, table)
        else { return }
        out += frame.source + "\n" + frame.gutter + colored(frame.caret, "1;32") + "\n"
    }

    private func colored(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
