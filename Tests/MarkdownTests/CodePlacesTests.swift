import Addresses
import Testing

@testable import Markdown

/// Code that stands in the file as it is, is placed without a look at its lines: to the same places.
struct CodePlacesTests {
    /// Where each byte of the first block's code stands, and the point behind all of them; with the
    /// code and the file.
    private func places(_ text: String) throws -> (starts: [Int], code: [UInt8], file: [UInt8]) {
        let file = Array(text.utf8)
        let document = Document(parsing: file, file: SourcePath("a.md"), options: .standard)
        let block = try #require(document.codeBlocks.first)
        let places = document.places(in: block)
        let starts = (0...block.text.count).map { places.place(of: $0..<$0).range.lowerBound }
        return (starts, Array(document.tree.bytes[block.text]), file)
    }

    @Test(arguments: [
        "```go\nx := 1\n\n\ty := \"甲\"\n```\n", "text\n\n~~~\na\n~~~\nb\n", "```\na\nb\n",
        "```\na\nb", "> ```\n> a\n>  b\n> ```\n", "- ```\n  a\n\n    b\n  ```\n", "    a\n     b\n",
        "```\r\na\r\nb\r\n```\r\n", "```\na\r\nb\n```\n", "  ```\n    a\n   b\n  ```\n",
        "```\n    a\n    a\n```\n",
    ])
    func giveEachByteItsOwnPlace(_ text: String) throws {
        let (starts, code, file) = try places(text)
        for (byte, start) in zip(code, starts) where byte != .lineFeed {
            #expect(file[start] == byte)
        }
        #expect(starts == starts.sorted())
        let end = try #require(code.lastIndex { $0 != .lineFeed })
        #expect(starts.last == starts[end] + 1)
        // The end of a line is where its line break begins.
        for i in code.indices.dropFirst() where code[i] == .lineFeed && code[i - 1] != .lineFeed {
            #expect(starts[i] == starts[i - 1] + 1)
        }
    }

    @Test func giveNoCodeTheLineBehindTheFence() throws {
        #expect(try places("```\n```\n").starts.count == 1)
    }

    /// Bytes that are no UTF-8 are longer in the tree than in the file.
    @Test func leadIntoTheFileWhereItIsNotUTF8() throws {
        let file = Array("```\n".utf8) + [UInt8](repeating: 0xC2, count: 40) + Array("x\n```".utf8)
        let document = Document(parsing: file, file: SourcePath("a.md"), options: .standard)
        let block = try #require(document.codeBlocks.first)
        let places = document.places(in: block)
        for offset in 0...block.text.count {
            #expect(places.place(of: offset..<offset).range.upperBound <= 45)
        }
    }
}
