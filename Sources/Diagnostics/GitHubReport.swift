import Addresses
import Text

/// Diagnostics as annotations of a GitHub Actions run: workflow commands on stdout.
///
///     ::error file=content/posts/x.md,line=3,col=7,endLine=3,endColumn=11,title=link/broken::…
///
/// GitHub shows 10 errors and 10 warnings of a step next to the code; all are in
/// ``stepSummary(_:coverage:)``.
package struct GitHubReport {
    /// How many annotations of one kind GitHub shows.
    private static let limit = 10
    /// The longest message, in scalars; the runner cuts messages over 4,096 characters.
    private static let messageLimit = 2000

    private let folder: SourcePath
    private let source: (SourcePath) -> [UInt8]?

    /// - Parameters:
    ///   - folder: the site's folder in its repository; empty at the top.
    ///   - source: returns the bytes of a source file; nil if it can't be read.
    package init(
        folder: SourcePath = SourcePath(""), source: @escaping (SourcePath) -> [UInt8]?
    ) {
        self.folder = folder
        self.source = source
    }

    /// The errors, then the warnings, and a notice of how many more there are than GitHub shows.
    ///
    /// - Parameter isCut: whether to leave out those that it does not show.
    package func annotations(_ diagnostics: [Diagnostic], isCut: Bool) -> [UInt8] {
        var tables = LineTables(source)
        var out: [UInt8] = []
        var rest: [String] = []
        for severity in [Severity.error, .warning] {
            let all = diagnostics.filter { $0.severity == severity }
            for diagnostic in isCut ? all.prefix(GitHubReport.limit) : all[...] {
                append(diagnostic, to: &out, &tables)
            }
            let more = all.count - GitHubReport.limit
            if more > 0 { rest.append("\(more) more \(severity.rawValue)\(more == 1 ? "" : "s")") }
        }
        if !rest.isEmpty {
            out.append(utf8: "::notice title=galley::")
            out.append(rest.joined(separator: " and "))
            out.append(utf8: isCut ? ", all in the summary of the step\n" : ", all in the log\n")
        }
        return out
    }

    /// Text for the log of a step, without commands for the runner.
    ///
    /// A source line that contains `##[add-mask]` anywhere, or begins with `::`, is a command to
    /// the runner; `::stop-commands::TOKEN` disables this until the token, which the text does not
    /// contain.
    package static func withoutCommands(_ text: String) -> String {
        // A text cannot contain the token of its own digest unless somebody constructs it, and then
        // the next token is used.
        var digest = LineFingerprints.digest(of: text)
        while text.contains("galley-\(digest)") { digest &+= 1 }
        let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        return "::stop-commands::galley-\(digest)\n\(text)\(end)::galley-\(digest)::\n"
    }

    private func append(
        _ diagnostic: Diagnostic, to out: inout [UInt8], _ tables: inout LineTables
    ) {
        out.append(utf8: "::")
        out.append(diagnostic.severity.rawValue)
        out.append(utf8: " ")
        for (name, value) in properties(of: diagnostic.place, &tables) {
            out.append(name)
            out.append(utf8: "=")
            out.append(githubProperty: value)
            out.append(utf8: ",")
        }
        out.append(utf8: "title=")
        out.append(githubProperty: diagnostic.id.string.printableLine)
        out.append(utf8: "::")
        out.append(githubData: message(of: diagnostic))
        out.append(utf8: "\n")
    }

    /// File, line and columns. Columns only for a place on one line: with others GitHub drops the
    /// annotation.
    private func properties(
        of place: Place?, _ tables: inout LineTables
    ) -> [(String, String)] {
        guard let place else { return [] }
        let file = ("file", path(of: place).printableLine)
        guard let table = tables.table(place.file) else { return [file] }
        let start = table.position(of: place.range.lowerBound)
        let end = table.position(of: place.range.upperBound)
        let columns =
            start.line == end.line && place.range != 0..<0
            ? [("col", "\(start.column)"), ("endColumn", "\(end.column)")] : []
        return [file, ("line", "\(start.line)"), ("endLine", "\(end.line)")] + columns
    }

    private func message(of diagnostic: Diagnostic) -> String {
        var lines = [diagnostic.summary.printableLine]
        lines += diagnostic.explanation?.printableLines ?? []
        lines += diagnostic.notes.map { "note: " + $0.text.printableLine }
        lines += diagnostic.fixes.map { "fix: " + $0.text.printableLine }
        return lines.joined(separator: "\n").cut(to: GitHubReport.messageLimit)
    }

    private func path(of place: Place) -> String {
        folder.string.isEmpty ? place.file.string : folder.appending(place.file.string).string
    }
}

// MARK: - The step's summary

extension GitHubReport {
    /// GitHub's limit for the summary of a step, in bytes.
    package static let summaryLimit = 1 << 20

    /// Everything as Markdown for `$GITHUB_STEP_SUMMARY`: the coverage line and a table of all
    /// findings, errors first; if it would be too long, with the number of those left out.
    ///
    /// All text that is not galley's own is in `<code>`, its ASCII punctuation as character
    /// references, so it cannot become Markdown, HTML, mentions, emoji or issue numbers.
    ///
    /// - Parameter coverage: `snippets  412: 360 parsed, …`; nil if no snippet was checked.
    package func stepSummary(_ diagnostics: [Diagnostic], coverage: String? = nil) -> [UInt8] {
        var out = heading("galley check", coverage)
        if diagnostics.isEmpty { out.append(utf8: "Nothing to report.\n") }
        append(table: diagnostics, to: &out)
        return out
    }

    /// The same for a publish, below its own lines.
    ///
    /// - Parameter lines: the plan, the digest and the result, each shown on a line of its own.
    package func stepSummary(
        _ diagnostics: [Diagnostic], ofPublish lines: [String]
    ) -> [UInt8] {
        var out = heading("galley publish", lines.joined(separator: "\n"))
        append(table: diagnostics, to: &out)
        return out
    }

    private func heading(_ command: String, _ words: String?) -> [UInt8] {
        var out: [UInt8] = []
        out.append("## \(command)\n\n")
        if let words {
            out.append(code: words.cut(to: GitHubReport.messageLimit))
            out.append(utf8: "\n\n")
        }
        return out
    }

    private func append(table diagnostics: [Diagnostic], to out: inout [UInt8]) {
        if diagnostics.isEmpty { return }
        var tables = LineTables(source)
        let errors = diagnostics.filter { $0.severity == .error }
        let warnings = diagnostics.filter { $0.severity == .warning }
        out.append("\(count(errors, "error")), \(count(warnings, "warning"))\n\n")
        out.append(utf8: "| place | severity | id | finding |\n|---|---|---|---|\n")
        for (index, diagnostic) in (errors + warnings).enumerated() {
            var row: [UInt8] = []
            append(row: diagnostic, to: &row, &tables)
            guard out.count + row.count + 200 <= GitHubReport.summaryLimit else {
                let left = diagnostics.count - index
                out.append("\nCut: \(left) more \(left == 1 ? "finding is" : "findings are")")
                out.append(utf8: " not shown here; `galley check` prints all.\n")
                break
            }
            out += row
        }
    }

    private func count(_ diagnostics: [Diagnostic], _ noun: String) -> String {
        "\(diagnostics.count) \(noun)\(diagnostics.count == 1 ? "" : "s")"
    }

    private func append(
        row diagnostic: Diagnostic, to out: inout [UInt8], _ tables: inout LineTables
    ) {
        out.append(utf8: "| ")
        if let place = diagnostic.place {
            var text = path(of: place)
            if let table = tables.table(place.file) {
                let position = table.position(of: place.range.lowerBound)
                text += ":\(position.line):\(position.column)"
            }
            out.append(code: text)
        }
        out.append(utf8: " | ")
        out.append(diagnostic.severity.rawValue)
        out.append(utf8: " | ")
        out.append(code: diagnostic.id.string)
        out.append(utf8: " | ")
        out.append(code: message(of: diagnostic))
        out.append(utf8: " |\n")
    }
}

extension [UInt8] {
    /// Appends text as the data of a workflow command.
    fileprivate mutating func append(githubData text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "%"): append(utf8: "%25")
            case UInt8(ascii: "\r"): append(utf8: "%0D")
            case UInt8(ascii: "\n"): append(utf8: "%0A")
            default: append(byte)
            }
        }
    }

    /// Appends text as the value of a property of a workflow command.
    fileprivate mutating func append(githubProperty text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "%"): append(utf8: "%25")
            case UInt8(ascii: "\r"): append(utf8: "%0D")
            case UInt8(ascii: "\n"): append(utf8: "%0A")
            case UInt8(ascii: ":"): append(utf8: "%3A")
            case UInt8(ascii: ","): append(utf8: "%2C")
            default: append(byte)
            }
        }
    }

    /// Appends text as `<code>` of a Markdown table: lines separated by `<br>`, ASCII punctuation
    /// as character references except `-`, `,` and `/`, which are not special inside a line.
    fileprivate mutating func append(code text: String) {
        append(utf8: "<code>")
        for (index, line) in text.printableLines.enumerated() {
            if index > 0 { append(utf8: "<br>") }
            for byte in line.utf8 {
                switch byte {
                case UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "/"):
                    append(byte)
                case 0x21..<0x30, 0x3A..<0x41, 0x5B..<0x61, 0x7B..<0x7F:
                    append(utf8: "&#")
                    append(decimal: Int(byte))
                    append(utf8: ";")
                default: append(byte)
                }
            }
        }
        append(utf8: "</code>")
    }
}
