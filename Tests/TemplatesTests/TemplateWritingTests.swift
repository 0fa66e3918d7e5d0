import Templates
import Testing

/// The bytes that come out.
struct TemplateWritingTests {
    @Test func escapesBytesWhateverStandsBesideThem() throws {
        // Grapheme clusters that hide a character from an escaping by `Character`.
        let hostile = [
            "\u{600}<script>", "x\"\u{301} onload=1", "'\u{200D}'", "&\u{FE0F}", "\u{600}>\u{338}",
        ]
        let text = try render("{{#post.tags}}{{.}}\n{{/post.tags}}") {
            $0[.post] = post(tags: hostile)
        }
        let expected = """
            \u{600}&lt;script&gt;
            x&quot;\u{301} onload=1
            &#39;\u{200D}&#39;
            &amp;\u{FE0F}
            \u{600}&gt;\u{338}

            """
        #expect(Array(text.utf8) == Array(expected.utf8))
    }

    @Test func passesInvalidUTF8AsItIs() throws {
        let (library, _) = TemplateLibrary.load(
            [TemplateSource(name: "x", file: "x", bytes: [0xFF] + Array("{{.}}".utf8) + [0xC3])],
            layouts: [TemplateLayout("x", root: .free)])
        let id = try #require(library["x"])
        var bytes: [UInt8] = []
        #expect(library.render(id, .text([0xE2, 0x3C, 0x80]), into: &bytes) == nil)
        #expect(bytes == [0xFF, 0xE2] + Array("&lt;".utf8) + [0x80, 0xC3])
    }

    @Test func writesNumbersAndFlagsOfATable() throws {
        let text = try render(
            "{{#post.params}}{{a}} {{b}} {{c}} {{d}}{{e}}|{{{f}}}{{/post.params}}"
        ) {
            $0[.post] = post(params: [
                "a": .number(.min), "b": .decimal(1.21), "c": .flag(false), "d": .none,
                "e": .list([]), "f": TemplateValue("<b>"),
            ])
        }
        #expect(text == "-9223372036854775808 1.21 false |<b>")
    }

    @Test func doesNotReadTemplateSyntaxInValues() throws {
        let text = try render("{{#post}}{{title}}{{{content}}}{{/post}}") {
            $0[.post] = post(title: "{{number}}", content: "{{{title}}}{{#x}}")
        }
        #expect(text == "{{number}}{{{title}}}{{#x}}")
    }

    @Test func keepsCarriageReturnsAndLeavesNoLineOfALoneTag() throws {
        let text = try render("a\r\n{{#posts}}\r\n  {{title}}\r\n{{/posts}}\r\nb\r\n") {
            $0[.posts] = .list([post(title: "x"), post(title: "y")])
        }
        #expect(text == "a\r\n  x\r\n  y\r\nb\r\n")
    }

    @Test func appendsToWhatIsThere() throws {
        let (library, _) = loadBlog("{{number}}")
        let id = try #require(library["layout"])
        var page = TemplateRecord<PageField>()
        page[.number] = .number(2)
        var bytes: [UInt8] = Array("1 ".utf8)
        #expect(library.render(id, page.value, into: &bytes) == nil)
        #expect(library.render(id, page.value, into: &bytes) == nil)
        #expect(bytes == Array("1 22".utf8))
    }

    @Test func writesALargeBodyAsItIs() throws {
        let body = String(repeating: "<p>漢字 & more</p>\n", count: 200_000)
        let text = try render("<main>\n  {{{post.content}}}\n</main>") {
            $0[.post] = post(content: body)
        }
        #expect(text == "<main>\n  \(body)\n</main>")
    }

    @Test func givesTheSameBytesOnAllThreads() async throws {
        let (library, problems) = loadBlog(
            "{{site.title}}{{#posts}}{{>item}}{{/posts}}", ["item": "<i>{{title}}{{number}}</i>"])
        #expect(problems == [])
        let id = try #require(library["layout"])
        var page = TemplateRecord<PageField>()
        page[.site] = site(title: "S")
        page[.posts] = .list((0..<50).map { post(title: "post \($0)") })
        let shared = page
        let texts = await withTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (0..<100).map { number in
                        var page = shared
                        page[.number] = .number(number)
                        var bytes: [UInt8] = []
                        _ = library.render(id, page.value, into: &bytes)
                        return bytes
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for number in 0..<100 {
            let items = (0..<50).map { "<i>post \($0)\(number)</i>" }.joined()
            for text in texts { #expect(text[number] == Array("S\(items)".utf8)) }
        }
    }
}
