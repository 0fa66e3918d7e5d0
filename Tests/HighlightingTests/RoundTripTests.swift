import Foundation
import Languages
import Testing

@testable import Highlighting

/// The text of what is written is the block's text, whatever the block is.
struct RoundTripTests {
    /// What tokenizers look out for, and bytes that are no text.
    static let morsels: [[UInt8]] =
        [
            "\"", "'", "`", "\"\"\"", "'''", "\\", "\\\n", "/*", "*/", "//", "#", "#!", "--",
            "--[[",
            "{-", "-}", "<", ">", "</", "<!--", "-->", "<![CDATA[", "<?php", "<script>",
            "</script>",
            "<style>", "&amp;", "&", "${", "$(", "$((", "))", ")", "(", "{", "}", "{{", "}}", "[",
            "]", "[[", "#{", "\\(", "f\"", "r#\"", "R\"x(", "<<EOF\n", "<<~EOS\n", "EOF\n", "\n",
            "\r\n", "\t", " ", "  ", "|", "|\n", ": ", "- ", "? ", "key:", "@", "$x", "%", "%w[",
            "%{", ":name", "s/a/b/", "qw(", "0x1F", "1.5e-3", ".5", "1_000", "if", "for", "in",
            "case", "end", "func", "class", "import", "#if 0\n", "#endif\n", "#include <x>", "---",
            "+++", "@@ -1 +1 @@", "$ ls\n", "# ls\n", "> ", ">>> ", "(gdb) bt\n", "HTTP/1.1 200 OK",
            "GET / HTTP/1.1\n", "Content-Type: application/json\n\n", "```go\n", "~~~\n", "**", "_",
            "](", "FROM x\n", "RUN ", "all: x\n\t", "重要", "\u{600}<", "é", "=", ";", ",", ".", "-",
        ].map { Array($0.utf8) } + [[0xFF], [0x00], [0xE4, 0xB8], [0x80], [0x0B], [0x1B]]

    static let labels = Language.all.map(\.name) + ["", "unknown"]

    @Test(arguments: labels) func keepsEveryByteOfMorsels(label: String) {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<400 {
            var code: [UInt8] = []
            for _ in 0..<Int.random(in: 1...24, using: &generator) {
                code += Self.morsels.randomElement(using: &generator) ?? []
            }
            code.append(0x0A)
            let written = text(of: html(code, label))
            #expect(written == code, "\(label): \(String(decoding: code, as: UTF8.self))")
        }
    }

    @Test(arguments: labels) func keepsEveryByteOfNoise(label: String) {
        var generator = SeededGenerator(seed: 5)
        for count in 0..<200 {
            let code =
                (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) } + [0x0A]
            #expect(text(of: html(code, label)) == code)
        }
    }

    /// Cut anywhere, as an author who shows a part of a file does.
    @Test(arguments: labels) func keepsEveryByteOfUnfinishedCode(label: String) {
        let code = Self.morsels.joined()
        for end in stride(from: 1, to: code.count, by: 7) {
            let part = Array(code.prefix(end)) + [0x0A]
            #expect(text(of: html(part, label)) == part)
        }
    }

    /// `GALLEY_BLOCKS=FOLDER`: each file of `FOLDER/LABEL/` is the text of a block.
    @Test(.enabled(if: blocks != nil, "GALLEY_BLOCKS names no folder of blocks"))
    func keepsEveryByteOfRealBlocks() throws {
        let folder = URL(fileURLWithPath: try #require(Self.blocks))
        var count = 0
        for label in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let place = folder.appending(path: label)
            for file in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
                var code = Array(try Data(contentsOf: place.appending(path: file)))
                if code.last != 0x0A { code.append(0x0A) }
                #expect(text(of: html(code, label)) == code, "\(label)/\(file)")
                count += 1
            }
        }
        print("\(count) blocks: the text of each listing is the block's")
        #expect(count > 0)
    }

    private static let blocks = ProcessInfo.processInfo.environment["GALLEY_BLOCKS"]
}
