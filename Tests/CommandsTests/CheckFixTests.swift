import Foundation
import TestSupport
import Testing

@testable import Commands

/// `galley check --fix`, as a user meets it.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct CheckFixTests {
    private func run(
        _ text: SiteText, _ arguments: [String], input: String = ""
    ) throws -> GalleyProgram.Run {
        try GalleyProgram.run(
            ["check"] + arguments, in: text, environment: ["PATH": GalleyProgram.path], input: input
        )
    }

    /// What `--fix --write` makes of a text, and the exit code.
    private func fixed(_ bytes: [UInt8]) throws -> (text: String, code: Int32) {
        let text = try SiteText("-- a.md\n")
        try text.write("a.md", bytes: bytes)
        let code = try run(text, ["a.md", "--fix", "--write"]).code
        let written = try Data(contentsOf: URL(filePath: text.absolute("a.md")))
        return (String(decoding: written, as: UTF8.self), code)
    }

    private func fixed(_ text: String) throws -> String { try fixed(Array(text.utf8)).text }

    // MARK: The two ways to run it

    @Test func showsADiffThatPatchReads() throws {
        let source = "# A\n\n1\n2\n3\n\n```go\nf(a， b)\n```\n\n4\n5\n6\n"
        let text = try SiteText("-- docs/a.md\n" + source)
        let run = try run(text, ["docs", "--fix"])
        #expect(run.code == 0)
        #expect(
            run.output == """
                --- a/docs/a.md
                +++ b/docs/a.md
                @@ -5,7 +5,7 @@
                 3
                \u{20}
                 ```go
                -f(a， b)
                +f(a, b)
                 ```
                \u{20}
                 4

                """)
        #expect(run.errors.hasPrefix("fixable   1 block in 1 text\n"))
        #expect(text.text("docs/a.md") == source)
    }

    @Test func writesTheEditsAndExitsAsACheckAfterThem() throws {
        let text = try SiteText(
            "-- a.md\n```json\n{\"a\": 1,,}\n```\n\n```go\nf(a， b)\n```\n-- b.md\n```go\nf(a， b)\n```\n"
        )
        let all = try run(text, ["b.md", "--fix", "--write"])
        #expect(all.code == 0)
        #expect(all.output == "")
        #expect(all.errors.hasPrefix("wrote     b.md\nfixed     1 block in 1 text\n"))
        #expect(text.text("b.md") == "```go\nf(a, b)\n```\n")
        #expect(try run(text, ["b.md", "--fix"]).output == "")
    }

    @Test func keepsTheRightsOfAFileAndALink() throws {
        let text = try SiteText("-- a.md\n```go\nf(a， b)\n```\n-- b.md -> a.md\n")
        let path = text.absolute("a.md")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(try run(text, ["b.md", "--fix", "--write"]).code == 0)
        #expect(text.text("a.md") == "```go\nf(a, b)\n```\n")
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(rights as? Int == 0o640)
        let target = try FileManager.default.destinationOfSymbolicLink(
            atPath: text.absolute("b.md"))
        #expect(target == "a.md")
        #expect(try FileManager.default.contentsOfDirectory(atPath: text.path).count == 2)
    }

    @Test func fixesTextsOfASite() throws {
        let head = "---\ntitle: A\ndate: 2021-01-02\n---\n"
        let text = try SiteText(
            BuiltSite.configuration + "-- content/posts/a.md\n\(head)```go\nf(a， b)\n```\n")
        let run = try run(text, ["--fix", "--write", "--now", "2022-01-01"])
        #expect(run.code == 0)
        #expect(text.text("content/posts/a.md") == head + "```go\nf(a, b)\n```\n")
    }

    @Test func showsTheDiffOfStandardInput() throws {
        let text = try SiteText("-- x\n")
        let run = try run(text, ["-", "--fix"], input: "```go\nf(a， b)\n```\n")
        #expect(run.output.contains("\n-f(a， b)\n+f(a, b)\n"))
        #expect(try self.run(text, ["-", "--fix", "--write"], input: "").code == 64)
    }

    @Test func fixesTheRulesThatAreAskedFor() throws {
        let source = "```go\nf(a， b)\n```\n```language-go\nx := 1\n```\n"
        let text = try SiteText("-- a.md\n" + source)
        #expect(try run(text, ["a.md", "--fix", "--write", "--rule", "snippet/label"]).code == 0)
        #expect(text.text("a.md") == "```go\nf(a， b)\n```\n```go\nx := 1\n```\n")
        #expect(try run(text, ["a.md", "--write"]).code == 64)
        #expect(try run(text, ["a.md", "--fix", "--format", "json"]).code == 64)
    }

    // MARK: Where a block is

    @Test(arguments: [
        ("- a\n\n  ```go\n  f(a， b)\n  ```\n", "- a\n\n  ```go\n  f(a, b)\n  ```\n"),
        ("> > ```go\n> > f(a， b)\n> > ```\n", "> > ```go\n> > f(a, b)\n> > ```\n"),
        ("1. a\n\n\t```go\n\tf(a， b)\n\t```\n", "1. a\n\n\t```go\n\tf(a, b)\n\t```\n"),
        (">\t```go\n>\tf(a， b)\n>\t```\n", ">\t```go\n>\tf(a, b)\n>\t```\n"),
        ("你\n\n  ~~~ go\n  s := \"你\"; f(a， b)\n~~~", "你\n\n  ~~~ go\n  s := \"你\"; f(a, b)\n~~~"),
        ("\u{FEFF}a\n\n```go\nf(a， b)\n```\n", "\u{FEFF}a\n\n```go\nf(a, b)\n```\n"),
        ("a\r\n```go\r\nf(a， b)\r\n```\r\n", "a\r\n```go\r\nf(a, b)\r\n```\r\n"),
        ("---\nt: 1\n---\n```go\nf(a， b)\n```\n", "---\nt: 1\n---\n```go\nf(a, b)\n```\n"),
        (
            "<!-- snippet: language=go -->\n\n    f(a， b)\n",
            "<!-- snippet: language=go -->\n\n    f(a, b)\n"
        ),
    ])
    func editsBytesOfTheArticle(before: String, after: String) throws {
        #expect(try fixed(before) == after)
    }

    @Test func fixesAllThatAreInOneBlock() throws {
        let source = "```go\nf(a， b)\ng(c， d)\nx :=\u{A0}1\ny :=\u{A0}2\n```\n"
        #expect(try fixed(source) == "```go\nf(a, b)\ng(c, d)\nx := 1\ny := 2\n```\n")
    }

    // MARK: Labels and characters

    @Test(arguments: [
        (
            "```java\n$ mvn package\n[INFO] done\n```\n",
            "```console\n$ mvn package\n[INFO] done\n```\n"
        ),
        (
            "```json title=\"a\"\n{\"a\": 1} // b\n```\n",
            "```jsonc title=\"a\"\n{\"a\": 1} // b\n```\n"
        ),
        ("```lang-go\nx := 1\n```\n", "```go\nx := 1\n```\n"),
        ("```javasript\nlet a = 1;\n```\n", "```javascript\nlet a = 1;\n```\n"),
        ("```go\nx := 1 // a\u{200B}b\n```\n", "```go\nx := 1 // ab\n```\n"),
        ("```bash\nls \u{2013}l \\ \n  a\n```\n", "```bash\nls -l \\\n  a\n```\n"),
        ("```js\nf(“a”)\n```\n", "```js\nf(\"a\")\n```\n"),
    ])
    func writesWhatIsSure(before: String, after: String) throws {
        #expect(try fixed(before) == after)
    }

    @Test(arguments: [
        // A guess: what has no label, a file's name, two letters that are wrong, an attribute.
        "```\nfunc main() {\n\tfmt.Println(1)\n}\n```\n", "```main.go\nx := 1\n```\n",
        "```terminfo\n$ a\n```\n", "```go hl_line=1\nx := 1\n```\n",
        // A comment is no part of the block.
        "<!-- snippet: languge=go -->\n```\nx := 1\n```\n",
        // Hebrew may be meant to be read so.
        "```go\ns := \"\u{2067}x\u{2069}\"\n```\n",
        // Prose has what code has not.
        "“a” \u{A0}b; c\n\n```text\n“a”\n```\n",
        // A comma or an operator may be missing.
        "```go\nfunc f() {\n\tg(a b)\n}\n```\n",
        // No one edit fixes it.
        "```json\n{\"a\": [1, {\n```\n",
    ])
    func leavesTheRestAlone(source: String) throws {
        #expect(try fixed(source) == source)
    }

    @Test func leavesAFileInUTF16AsItIs() throws {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in "```go\nf(a， b)\n```\n".utf16 {
            bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        }
        let text = try SiteText("-- x\n")
        try text.write("a.md", bytes: bytes)
        #expect(try run(text, ["a.md", "--fix", "--write"]).code == 1)
        #expect(try Data(contentsOf: URL(filePath: text.absolute("a.md"))) == Data(bytes))
    }
}
