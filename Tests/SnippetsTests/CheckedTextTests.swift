import Testing

@testable import Snippets

struct CheckedTextTests {
    private let block = Array("if err != nil { ... }\n变量 := 1\n".utf8)

    @Test func leadsEveryByteBackThroughAWrapper() {
        var text = CheckedText()
        text.append(written: "package p;func _(){")
        text.append(block, 0..<block.count)
        text.append(written: "\n}")
        for offset in block.indices { #expect(text.origin(of: 19 + offset) == offset) }
        #expect(text.origin(of: 0) == 0)
        #expect(text.origin(of: 18) == 0)
        #expect(text.origin(of: text.bytes.count - 1) == block.count)
        #expect(text.origin(of: text.bytes.count + 100) == block.count)
    }

    @Test func leadsBackThroughPartsInAnotherOrder() {
        var text = CheckedText()
        text.append(block, 22..<block.count)
        text.append(block, 0..<22)
        #expect(text.origin(of: 0) == 22)
        #expect(text.origin(of: block.count - 22) == 0)
        #expect(text.origin(of: 0..<6) == 22..<28)
    }

    @Test func keepsPlacesBehindTextOfTheSameLength() {
        var text = CheckedText(block)
        text.overwrite(16..<19, with: Array("   ".utf8))
        #expect(String(decoding: text.bytes.prefix(21), as: UTF8.self) == "if err != nil {     }")
        #expect(text.origin(of: 20) == 20)
    }

    @Test func countsColumnsAsTheToolDoes() {
        let text = CheckedText(Array("a\n变😀x\n".utf8))
        #expect(text.offset(line: 2, column: 8, in: .bytes) == 9)
        #expect(text.offset(line: 2, column: 3, in: .scalars) == 9)
        #expect(text.offset(line: 2, column: 4, in: .utf16) == 9)
        #expect(text.offset(line: 2, column: 99, in: .scalars) == 10)
        #expect(text.offset(line: 99, column: 1, in: .bytes) == 11)
        #expect(CheckedText(Array("  \tx".utf8)).offset(line: 1, column: nil, in: .bytes) == 3)
    }
}
