import Addresses
import Foundation
import Markdown
import Testing

@Suite struct CodeBlockTests {
    private struct Seen: Equatable {
        let info: String
        let text: String
        let isFenced: Bool
        let place: String
        let line: Int
    }

    private func blocks(_ text: String) -> [Seen] {
        let document = document(text)
        return document.codeBlocks.map {
            Seen(
                info: $0.info, text: document.tree.string($0.text), isFenced: $0.isFenced,
                place: String(decoding: document.source[$0.place.range], as: UTF8.self),
                line: $0.firstCodeLine)
        }
    }

    @Test func findsBlocksOfEveryKind() {
        #expect(
            blocks("x\n\n```go title=\"a&amp;b\"\nf()\n```\n\n    g()\n\n> - ~~~\n>   h\n>   ~~~\n")
                == [
                    Seen(
                        info: "go title=\"a&b\"", text: "f()\n", isFenced: true,
                        place: "```go title=\"a&amp;b\"", line: 4),
                    Seen(info: "", text: "g()\n", isFenced: false, place: "g()", line: 7),
                    Seen(info: "", text: "h\n", isFenced: true, place: "~~~", line: 10),
                ])
    }

    @Test func takesIndentedCodeThatLooksLikeAFenceForIndented() {
        #expect(blocks("    ```go\n    x\n\n-     ```\n").map(\.isFenced) == [false, false])
        #expect(blocks("-\t```\n\tx\n\t```\n").map(\.isFenced) == [true])
    }

    @Test func countsLinesBehindTablesNotesAndFrontMatter() {
        let text = "---\n---\n|a|b|\n|-|-|\n|1|2|\n\n```\nx\n```\n\n[^1]: n\n\n        y\n\nz[^1]"
        let document = Document(
            parsing: Array(text.utf8), from: 8, file: SourcePath("a.md"), options: .standard)
        #expect(document.codeBlocks.map(\.firstCodeLine) == [8, 13])
        #expect(document.codeBlocks.map { document.tree.string($0.text) } == ["x\n", "y\n"])
    }

    @Test func findsThePlaceOfAPartOfTheCode() throws {
        let text = "> - ```\n>   a中b\n>   \tcd\n>   ```\n\n\tx\n\t y1️⃣z\n"
        let document = document(text)
        func source(_ block: Int, _ part: String) throws -> String {
            let block = document.codeBlocks[block]
            let code = document.tree.string(block.text)
            let range = try #require(code.range(of: part))
            let lower = code.utf8.distance(from: code.startIndex, to: range.lowerBound)
            let place = document.places(in: block)
                .place(of: lower..<lower + part.utf8.count)
            return String(decoding: document.source[place.range], as: UTF8.self)
        }
        for (block, part) in [(0, "a"), (0, "中b"), (0, "d"), (0, "cd"), (1, "x"), (1, "y1️⃣z")] {
            #expect(try source(block, part) == part)
        }
    }

    @Test func handsCodeBlocksToTheWriterOfListings() {
        let out = html(
            "a\n\n```go x\n<y>\n```\n\nb", .standard,
            settings {
                $0.codeBlock = { block, document, out in
                    out += Array("[\(block.language)|\(document.tree.string(block.text))]".utf8)
                }
            })
        #expect(out == "<p>a</p>\n[go|<y>\n]\n<p>b</p>\n")
    }
}
