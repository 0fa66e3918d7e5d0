import Addresses
import Diagnostics
import Text

/// Every snippet with its verdict as JSON, for machines; `version` grows when a field changes its
/// meaning or is removed, and new fields may come at any time.
///
///     {"version": 1,
///      "summary": {"total": 412, "passed": 403, "failed": 2, "expected": 1, "skipped": 3,
///                  "unchecked": 3},
///      "known": 0,
///      "snippets": [{"file": "content/posts/x.md", "line": 42, "language": "go",
///                    "label": "golang", "verdict": "passed", "level": "parse",
///                    "checker": "go grammar", "tool": null, "toolVersion": null,
///                    "elisions": 1, "cutOff": false, "readAs": null, "reason": null,
///                    "diagnostics": [{"line": 44, "column": 7, "byteColumn": 11, …}]}],
///      "diagnostics": []}
///
/// A snippet's diagnostics are as ``Diagnostics/JSONReport`` writes them, without their `file`.
/// `tool` is the program that gave the verdict. `level` and `elisions` to `readAs` describe a pass:
/// `cutOff` means that the block ends inside brackets; `readAs` names the language that accepted it
/// if its label does not. `reason` says why a snippet was skipped or not checked, or how it failed
/// as expected.
package struct SnippetJSON {
    private let source: (SourcePath) -> [UInt8]?

    /// - Parameter source: returns the bytes of a source file; nil if it can't be read.
    package init(source: @escaping (SourcePath) -> [UInt8]?) {
        self.source = source
    }

    /// One line per snippet, in the order given; O(bytes written and of files with diagnostics).
    ///
    /// - Parameters:
    ///   - others: the diagnostics outside snippets.
    ///   - known: how many findings are in the baseline.
    ///   - shard: `2/4` of a report on the second of four parts of a site.
    package func report(
        _ snippets: [CheckedSnippet], others: [Diagnostic] = [], shard: String? = nil,
        known: Int = 0
    ) -> [UInt8] {
        var diagnostics = JSONReport(source: source)
        var out: [UInt8] = []
        out.reserveCapacity(snippets.count * 256)
        out.append(utf8: "{\"version\": 1")
        if let shard { out.append(member: "shard", shard) }
        out.append(utf8: ",\n\"summary\": ")
        append(Coverage(snippets).summary, to: &out)
        out.append(utf8: ",\n\"known\": ")
        out.append(decimal: known)
        out.append(utf8: ",\n\"snippets\": [")
        for snippet in snippets {
            out.beginElementLine()
            append(snippet, to: &out, &diagnostics)
        }
        out.append(utf8: "],\n\"diagnostics\": ")
        out += diagnostics.array(others)
        out.append(utf8: "}\n")
        return out
    }

    private func append(_ summary: Coverage.Summary, to out: inout [UInt8]) {
        out.append(utf8: "{")
        out.append(member: "total", summary.total)
        out.append(member: "passed", summary.passed)
        out.append(member: "failed", summary.failed)
        out.append(member: "expected", summary.expected)
        out.append(member: "skipped", summary.skipped)
        out.append(member: "unchecked", summary.unchecked)
        out.append(utf8: "}")
    }

    private func append(
        _ snippet: CheckedSnippet, to out: inout [UInt8], _ diagnostics: inout JSONReport
    ) {
        let pass = snippet.verdict.pass
        out.append(utf8: "{")
        out.append(member: "file", snippet.file.string)
        out.append(member: "line", snippet.line)
        out.append(member: "language", snippet.language)
        out.append(member: "label", snippet.label)
        out.append(member: "verdict", snippet.verdict.name)
        out.append(member: "level", pass?.level.rawValue)
        out.append(member: "checker", snippet.checker?.name)
        out.append(member: "tool", snippet.checker?.tool)
        out.append(member: "toolVersion", snippet.checker?.toolVersion)
        out.append(member: "elisions", pass?.elisions ?? 0)
        out.append(member: "cutOff")
        out.append(utf8: pass?.isCutOff == true ? "true" : "false")
        out.append(member: "readAs", pass?.readAs)
        out.append(member: "reason", snippet.verdict.reason)
        out.append(member: "diagnostics")
        out.append(utf8: "[")
        for diagnostic in snippet.diagnostics {
            out.beginElement()
            diagnostics.append(diagnostic, to: &out, inside: snippet.file)
        }
        out.append(utf8: "]}")
    }
}
