import Addresses
import Foundation

@testable import Diagnostics

/// An article in Chinese and what was found in it, tools' words that mean harm among it.
enum ReportSample {
    static let file = SourcePath("content/posts/并发 100%.md")

    static let text = "# 并发\n\n```go\n\tx := f(“值”，1)\n```\n"

    static func source(_ path: SourcePath) -> [UInt8]? {
        path == file ? Array(text.utf8) : nil
    }

    /// What a tool might be made to say: terminal codes (ESC, C1), a bidirectional override, NUL,
    /// the end of CDATA, workflow commands at a line's start, HTML, Markdown, a mention.
    static let hostile =
        "\u{1B}[31mred\u{9B}2J \u{202E}evil\u{0} ]]> \"q\" 'a' `b` | <img src=x> @octocat {0} "
        + "[x](https://e.org) 100%\r\n::set-output name=a::b\n##[add-mask]c\n"

    /// The place of the first `marked` in the text.
    static func place(_ marked: String) -> Place? {
        text.range(of: marked).map { range in
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Place(file: file, range: start..<start + marked.utf8.count)
        }
    }

    static let diagnostics = [
        Diagnostic.warning(
            Diagnostic.ID("test/setting"), "gofmt is not there", explanation: "Install it.\n"),
        Diagnostic.warning(
            Diagnostic.ID("test/label"), "'golang' is called 'go' here", at: place("```go"),
            fixes: [Diagnostic.Fix("label it 'go'")]),
        Diagnostic.error(
            Diagnostic.ID("test/character"), "“”” are no quotes of Go", at: place("“值”"),
            explanation: hostile,
            notes: [
                Diagnostic.Note("the block begins here", at: place("```go")),
                Diagnostic.Note("see the style guide"),
            ],
            fixes: [
                Diagnostic.Fix(
                    "write plain quotes",
                    edits: [place("“"), place("”")].compactMap(\.self).map {
                        Diagnostic.Fix.Edit($0, "\"")
                    })
            ]),
        Diagnostic.error(
            Diagnostic.ID("test/character"), hostile, at: place("，1)\n```"),
            fixes: [Diagnostic.Fix(hostile)]),
        Diagnostic.error(
            Diagnostic.ID("test/missing"), "the file is gone",
            at: Place(file: SourcePath("a:b,c.md"), range: 3..<5)),
    ]

    /// An expected output beside the tests.
    static func expected(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/reports")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
