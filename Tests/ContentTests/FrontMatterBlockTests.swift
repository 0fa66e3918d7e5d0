import Testing

@testable import Content

@Suite struct FrontMatterBlockTests {
    /// What is found, as text: notation, front matter, body.
    private func shown(_ text: String) -> String {
        let bytes = Array(text.utf8)
        switch FrontMatterBlock.find(in: bytes) {
        case .block(let block):
            let front = String(decoding: bytes[block.text], as: UTF8.self)
            let body = String(decoding: bytes[block.bodyOffset...], as: UTF8.self)
            return "\(block.notation)|\(front)|\(body)"
        case .none(let offset): return "none|\(String(decoding: bytes[offset...], as: UTF8.self))"
        case .unclosed(let fence): return "unclosed|\(fence)"
        case .object(let start): return "object|\(start)"
        }
    }

    @Test(arguments: [
        ("---\na: 1\n---\nText", "yaml|a: 1\n|Text"),
        ("---\na: 1\n...\nText", "yaml|a: 1\n|Text"),
        ("--- \r\na: 1\r\n--- \r\nText", "yaml|a: 1\r\n|Text"),
        ("\u{FEFF}---\na: 1\n---\nText", "yaml|a: 1\n|Text"),
        ("---\n---\nText", "yaml||Text"),
        ("---\na: 1\n---", "yaml|a: 1\n|"),
        ("-----\na: 1\n-----\nText", "yaml|a: 1\n|Text"),
        ("---\na: |\n  ---\n---\nText", "yaml|a: |\n  ---\n|Text"),
        ("+++\na = 1\n+++\nText", "toml|a = 1\n|Text"),
        (";;;\n\"a\": 1\n;;;\nText", "json|\"a\": 1\n|Text"),
        ("{\n\"a\": 1}\nText", "object|0"),
        ("{}\nText", "object|0"),
    ])
    func findsFences(text: String, expected: String) {
        #expect(shown(text) == expected)
    }

    @Test(arguments: [
        ("title: x\n---\nText", "yaml|title: x\n|Text"),
        ("\u{FEFF}title: x\r\ndate: 2021\r\n---\r\nText", "yaml|title: x\r\ndate: 2021\r\n|Text"),
        (
            "title: x\ntags:\n- a\n  - b\n\n# c\n---\nText",
            "yaml|title: x\ntags:\n- a\n  - b\n\n# c\n|Text"
        ),
        ("layout: post\ntitle: x\n---\n", "yaml|layout: post\ntitle: x\n|"),
    ])
    func takesKeysWithoutAnOpeningFence(text: String, expected: String) {
        #expect(shown(text) == expected)
    }

    @Test(arguments: [
        "", "Text", "Text\n---\nmore", "Note: a heading\n---\nText", "标题: x\n---\n",
        "title: x\nText\n---\n", "title: x\n", "title:x\n---\n", "# title: x\n---\n",
        "{% raw %}\n{{ x }}", "{{ x }}", " ---\na: 1\n---\n", "-----\nText", "--\na: 1\n--\n",
        "***\n", "- title: x\n---\n",
    ])
    func takesProseAndHeadingsAsText(text: String) {
        #expect(shown(text) == "none|" + text)
    }

    @Test func leavesAByteOrderMarkOutOfTheText() {
        #expect(shown("\u{FEFF}Text") == "none|Text")
    }

    @Test func missesAClosingFence() {
        #expect(shown("---\ntitle: x\n\nText") == "unclosed|0..<3")
        #expect(shown("+++\ntitle = 1") == "unclosed|0..<3")
    }
}
