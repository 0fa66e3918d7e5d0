import Addresses
import Diagnostics
import Foundation

@testable import Snippets

/// Two articles in Chinese with a snippet of every verdict, tools' words that mean harm among it.
enum ReportSample {
    static let first = SourcePath("content/posts/并发.md")
    static let second = SourcePath("content/posts/shell.md")

    static let texts: [SourcePath: String] = [
        first: "# 并发\n\n```golang\n\tx := f(“值”，1\n```\n", second: "```sh\nls -l\n```\n",
    ]

    static func source(_ path: SourcePath) -> [UInt8]? {
        texts[path].map { Array($0.utf8) }
    }

    /// Terminal codes (ESC, C1), an override, NUL, the end of CDATA, a TAP directive and bail-out,
    /// a workflow command, quotes, a YAML end.
    static let hostile =
        "\u{1B}[31mred\u{9B}2J\u{202E}\u{0} ]]> \"q\" \\ # SKIP <x> & @octocat\r\n...\nBail out!\n"
        + "::set-output name=a::b\tc\u{FFFF}"

    static func place(_ marked: String, in file: SourcePath) -> Place {
        let text = texts[file] ?? ""
        let start = text.range(of: marked)?.lowerBound ?? text.startIndex
        let offset = text.utf8.distance(from: text.startIndex, to: start)
        return Place(file: file, range: offset..<offset + marked.utf8.count)
    }

    static let failure = Diagnostic.error(
        Diagnostic.ID("test/parse"), "expected ')', found 'EOF'", at: place("，", in: first),
        explanation: hostile, fixes: [Diagnostic.Fix("write ','")])

    static let label = Diagnostic.warning(
        Diagnostic.ID("test/label"), "'golang' is called 'go' here",
        at: place("```golang", in: first),
        notes: [Diagnostic.Note("as in the other article", at: place("```sh", in: second))])

    static let others = [
        Diagnostic.warning(Diagnostic.ID("test/key"), "'snipets' is not a key of galley.toml"),
        Diagnostic.error(
            Diagnostic.ID("test/tool"), hostile, at: Place(file: SourcePath("galley.toml"))),
    ]

    static let snippets = [
        snippet(
            3, "go", "golang", .failed([failure]), [label, failure], by: Checker("go grammar")),
        snippet(
            9, "go", "go",
            .passed(.init(level: .parse, tool: "gofmt", toolVersion: "go1.22.3", elisions: 2)),
            by: Checker(tool: "gofmt", version: "go1.22.3")),
        snippet(
            14, "json", "json", .passed(.init(level: .parse)), [label], by: Checker("json parser")),
        snippet(20, nil, "brain#fuck", .unchecked("no checker for brain#fuck")),
        snippet(30, nil, "", .unchecked(hostile)),
        snippet(
            1, "bash", "sh", .expected(failure), by: Checker(tool: "bash", version: nil), in: second
        ),
        snippet(5, "bash", "bash", .skipped("运行前请备份"), in: second),
        snippet(8, "c", "c", .passed(.init(level: .shape)), in: second),
    ]

    private static func snippet(
        _ line: Int, _ language: String?, _ label: String, _ verdict: Verdict,
        _ diagnostics: [Diagnostic] = [], by checker: Checker? = nil, in file: SourcePath = first
    ) -> CheckedSnippet {
        CheckedSnippet(
            file: file, line: line, place: Place(file: file), language: language, label: label,
            verdict: verdict, checker: checker, diagnostics: diagnostics, digest: "\(line)")
    }

    /// An expected output beside the tests.
    static func expected(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/reports")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
