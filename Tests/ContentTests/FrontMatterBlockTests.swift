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
        case .doubtful(let doubt, let line):
            return "\(doubt)|\(String(decoding: bytes[line], as: UTF8.self))"
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
        "{% raw %}\n{{ x }}", "{{ x }}", "-----\nText", "--\na: 1\n--\n",
        "***\n", "- title: x\n---\n",
    ])
    func takesProseAndHeadingsAsText(text: String) {
        #expect(shown(text) == "none|" + text)
    }

    /// What may stand before the first line without being seen.
    static let leadIns = [
        "\n", "\r\n\r\n", " ", "   \n", "\t\n", "\u{FEFF}\u{FEFF}", "\u{FEFF}\n", "\u{200B}",
        "\u{200E}\n",
        "\u{A0}\n", "\u{3000}\n", "\u{2060}", "\u{0C}\n", "\u{0}\n", "<!-- x -->\n",
        "<!-- a\n---\nb -->\n\n",
        "\u{FEFF}\n<!-- SPDX: MIT -->\n \u{200B}\n<!---->\t\n", "<!-- a --><!-- b --> ",
    ]

    @Test(arguments: leadIns)
    func findsFrontMatterBehindWhatNobodySees(lead: String) {
        #expect(
            shown(lead + "---\ntitle: x\ndraft: true\n---\nText")
                == "yaml|title: x\ndraft: true\n|Text")
        #expect(shown(lead + "---\r\ndraft: true\r\n---\r\nText") == "yaml|draft: true\r\n|Text")
        #expect(shown(lead + "+++\ndraft = true\n+++\nText") == "toml|draft = true\n|Text")
        #expect(shown(lead + ";;;\n\"draft\": true\n;;;\nText") == "json|\"draft\": true\n|Text")
        #expect(
            shown(lead + ";;;\n{\n\"draft\": true}\n;;;\nText") == "json|{\n\"draft\": true}\n|Text"
        )
        #expect(shown(lead + "{\n\"draft\": true}\nText") == "object|\(lead.utf8.count)")
        #expect(shown(lead + "x: 1\ndraft: true\n---\nText").hasSuffix("x: 1\ndraft: true\n|Text"))
        #expect(
            shown(lead + "---\n# c\nx: 1\ndraft: true\n...\nText")
                == "yaml|# c\nx: 1\ndraft: true\n|Text")
    }

    @Test(arguments: [
        " ---\n title: x\n draft: true\n ---\nText", "  ---\ntitle: x\n  ---\nText",
        "\t---\ntitle: x\n---\nText",
    ])
    func findsFrontMatterThatIsIndented(text: String) {
        #expect(shown(text).hasPrefix("yaml|"))
        #expect(shown(text).hasSuffix("|Text"))
    }

    @Test(arguments: [
        "---\u{200B}\ntitle: x\n---\nText", "---\u{3000}\ntitle: x\n---\u{A0}\nText",
        "---\ntitle: x\n\u{FEFF}---\nText", "---\ntitle: x\n---\u{200B} \nText",
    ])
    func seesAFenceWithInvisibleCharactersBesideIt(text: String) {
        #expect(shown(text) == "yaml|title: x\n|Text")
    }

    @Test(arguments: leadIns)
    func leavesARuleOverProseAsItIs(lead: String) {
        for text in [
            "---\n\nProse.\n\n---\nMore", "---\nProse: with a colon.\n\nMore.\n", "---\n---\nText",
            "---\nhttps://example.org/a\n---\nText", "+++\nProse\n+++\n", "---\n# Heading\n---\n",
            "---\n- a\n- b\n---\n", "***\ntitle: x\n***\n", "{{ x }}\n", "{% raw %}",
            "Text\n---\ntitle: x\n---\n",
            "---\nSummary: of it all.\n\nMore", "---\n", "---", "> ---\n> title: x\n",
            "Note: x\n---\n",
        ] {
            #expect(shown(lead + text).hasPrefix("none|"), "\(text)")
        }
    }

    @Test(arguments: [
        ("--\ntitle: x\n--\nText", "fence|--"), ("—-\ndraft: true\n—-\n", "fence|—-"),
        ("－－－\ntitle: x\n", "fence|－－－"), ("- - -\ndate: 2021-08-12\n", "fence|- - -"),
        ("---yaml\ntitle: x\n---\n", "fence|---yaml"),
        ("---title: x\ndraft: true\n---\n", "fence|---title: x"),
        ("———\ntitle: x\n", "fence|———"), ("\n--\ntitle: x\n", "fence|--"),
        ("++\ntitle = 1\n", "fence|++"), ("---toml\ndraft = true\n---\n", "fence|---toml"),
        ("title: x\ndraft: true\n\nText", "keysWithoutFence|title: x"),
        ("\n\ntags: x\ndate: 2021-08-12\n\nText", "keysWithoutFence|tags: x"),
        ("\n    ---\n    title: x\n    ---\n", "indented|---"),
        ("\n    {\"title\": \"x\"}\n", "indented|{"),
        ("\n---\nfoo: bar\n---\nText", "unknownKeys|---"), (" ---\na: 1\n---\n", "unknownKeys|---"),
        ("\n---\nTitle: x\n---\n", "unknownKeys|---"),
    ])
    func saysWhatMayBeFrontMatterOrText(text: String, expected: String) {
        #expect(shown(text) == expected)
    }

    @Test(arguments: [
        "\n---\ntitle: x\n\nText", "\n+++\ntitle = 1\n", "-----\ntitle: x\n---\nText",
        "<!-- a -->\n---\nx: 1\ndate: 2021-08-12\nText",
    ])
    func missesTheClosingFenceOfKeysThatBlogsUse(text: String) {
        #expect(shown(text).hasPrefix("unclosed|"))
    }

    @Test(arguments: [
        "-- a\ntitle: x", "—— 引用\ntitle: x\n", "- title: x\n", "---\u{200B}x\n",
        "<!-- a\n---\ntitle: x\n---\n",
    ])
    func takesOtherFirstLinesAsText(text: String) {
        #expect(shown(text).hasPrefix("none|"))
    }

    @Test func isLinearInManyCommentsAndBlankLines() {
        let comments = String(repeating: "<!-- - -- -->\n\u{200B} \n", count: 100_000)
        #expect(shown(comments + "---\ntitle: x\n---\n") == "yaml|title: x\n|")
        let open = String(repeating: "<!--\n", count: 100_000)
        #expect(shown(open).hasPrefix("none|"))
    }

    @Test func leavesAByteOrderMarkOutOfTheText() {
        #expect(shown("\u{FEFF}Text") == "none|Text")
    }

    @Test func missesAClosingFence() {
        #expect(shown("---\ntitle: x\n\nText") == "unclosed|0..<3")
        #expect(shown("+++\ntitle = 1") == "unclosed|0..<3")
    }
}
