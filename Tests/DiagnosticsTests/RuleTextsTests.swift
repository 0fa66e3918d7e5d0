import Testing

@testable import Diagnostics

struct RuleTextsTests {
    private let rules = RuleTexts(
        page: Array(
            """
            # Diagnostics

            ### `a/first-one`

            Error, guard `drafts`. Texts, see
            [themes.md](themes.md#x), are `drafts`. They wait.

            ````markdown
            ```go
            # [not](a link) `code`
            ### `a/code`
            ```
            ````

            Publish them; see [the other](#asecond).

            ### `a/second`

            A file of words.
            ### `a/empty`
            ## b

            Text of a chapter.

            """.utf8))

    @Test func readsTheEntriesOfAPage() throws {
        #expect(rules.ids == ["a/first-one", "a/second"])
        let entry = try #require(rules[Diagnostic.ID("a/first-one")])
        #expect(entry.title == "Texts, see themes.md, are 'drafts'")
        #expect(
            entry.description
                == "Error, guard 'drafts'. Texts, see themes.md, are 'drafts'. They wait.")
        #expect(entry.severity == .error)
        #expect(entry.help.hasSuffix("Publish them; see the other."))
        #expect(entry.help.contains("# [not](a link) `code`"))
        #expect(entry.markdown.hasPrefix("Error, guard `drafts`. Texts, see\nthemes.md, are"))
        #expect(rules[Diagnostic.ID("a/second")]?.title == "A file of words")
    }

    @Test func readsAnyPage() {
        #expect(RuleTexts(page: []).ids == [])
        #expect(RuleTexts(page: Array("### `a/b`\n```\n### `c/d`\nx".utf8)).ids == ["a/b"])
    }
}
