extension Tool {
    /// JavaScript, JSX, TypeScript and CSS; https://esbuild.github.io/api/#log-limit.
    ///
    /// Without `--bundle` it looks at no import. It writes what it made to `out` in the working
    /// folder, and only where no file of the batch has an error.
    package static let esbuild = Tool(
        "esbuild", commands: [["esbuild"]],
        arguments: [
            "--log-limit=0", "--log-level=warning", "--color=false", "--outdir=out",
            // JSX is taken in .js too: real pages have it there, and no other program changes.
            "--loader:.js=jsx",
        ],
        debianPackage: "esbuild", read: EsbuildOutput.readings)
}

/// Reads esbuild's messages, each of several lines:
///
///     ✘ [ERROR] Unexpected ";"
///
///         0.js:2:8:
///           2 │ let b = ;
///             ╵         ^
///
/// The place is that of the first `FILE:LINE:COLUMN:` below; the column is 0-based, in bytes.
enum EsbuildOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        // 2 is a panic of its runtime: it has judged no file.
        guard output.status == 0 || output.status == 1 else {
            return output.files.map { _ in .crashed("esbuild ended with \(output.status)") }
        }
        var findings: [String: [ToolFinding]] = [:]
        var crashed: Set<String> = []
        var isJudged = false
        var message: String?
        for line in output.lines {
            if let head = headline(line) {
                message = head
            } else if let words = message, let (file, finding) = place(line, words) {
                message = nil
                isJudged = true
                if words.hasPrefix("panic:") {
                    crashed.insert(file)
                } else if isOfSyntax(words) {
                    findings[file, default: []].append(finding)
                }
            }
        }
        if output.status != 0, !isJudged { return ToolLines.readings(of: output, [:]) }
        return output.files.map { file in
            if crashed.contains(file) { return .crashed("esbuild panicked") }
            return findings[file].map { .rejected($0) } ?? .accepted
        }
    }

    /// `✘ [ERROR] words` and `▲ [WARNING] words [css-syntax-error]` give the words; other warnings
    /// are of style.
    private static func headline(_ line: Substring) -> String? {
        for mark in ["✘ [ERROR] ", "X [ERROR] "] where line.hasPrefix(mark) {
            return String(line.dropFirst(mark.count))
        }
        let suffix = " [css-syntax-error]"
        for mark in ["▲ [WARNING] ", "! [WARNING] "]
        where line.hasPrefix(mark) && line.hasSuffix(suffix) {
            return String(line.dropFirst(mark.count).dropLast(suffix.count))
        }
        return nil
    }

    /// `    0.js:2:8:`.
    private static func place(
        _ line: Substring, _ message: String
    ) -> (file: String, finding: ToolFinding)? {
        guard line.hasPrefix("    "), !line.hasPrefix("     "),
            let (file, number, column, rest) = ToolLines.parts(of: line.dropFirst(4)),
            rest.isEmpty
        else { return nil }
        return (file, ToolFinding(line: number, column: column.map { $0 + 1 }, message))
    }

    /// A listing shows two ways of doing one thing, or the body of a loop: what would be wrong only
    /// in one file, or only at its outermost level, is right in an article.
    private static func isOfSyntax(_ message: String) -> Bool {
        !ofContext.contains { message.contains($0) }
    }

    private static let ofContext = [
        "has already been declared", "Multiple exports with the same name",
        "Cannot use \"break\" here", "Cannot use \"continue\" here",
        "There is no containing label named", "Top-level return cannot be used",
        "cannot be used in an ECMAScript module", "is not declared in this file",
        "cannot be used in strict mode", "Cannot assign to",
        "Duplicate top-level function declarations",
    ]
}
