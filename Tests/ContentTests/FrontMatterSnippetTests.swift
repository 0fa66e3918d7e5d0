import Addresses
import Diagnostics
import Testing

@testable import Content

/// `snippets` in front matter.
struct FrontMatterSnippetTests {
    private func head(_ text: String) -> (FrontMatter?, [Diagnostic]) {
        readHead(
            of: Array("---\n\(text)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
    }

    @Test func readsLevelsForAllAndForLanguages() throws {
        let (head, found) = head(
            "snippets: {level: shape, Go: {level: types}, sh: {level: skip, reason: 无}}")
        #expect(found == [])
        let levels = try #require(head?.snippets)
        #expect(levels.all == .init(level: .shape))
        #expect(
            levels.languages == [
                "Go": .init(level: .types), "sh": .init(level: .skip, reason: "无"),
            ])
    }

    @Test func readsWhatBlocksWithoutALabelAre() throws {
        let (head, found) = head("snippets: {unlabelled: text}")
        #expect(found == [])
        #expect(head?.snippets?.unlabelled == "text")
    }

    @Test func refusesOtherKeysAndValues() {
        for text in [
            "snippets: {levl: shape}", "snippets: {level: prase}", "snippets: {go: {level: 3}}",
            "snippets: {go: {level: skip}}",
        ] {
            let (head, found) = head(text)
            #expect(head != nil, "\(text)")
            #expect(found.map(\.id) == [.frontMatterBadSnippets], "\(text)")
            #expect(found.map(\.severity) == [.warning], "\(text)")
        }
        #expect(head("snippets: none").1.map(\.id) == [.frontMatterWrongType])
        #expect(head("snippets:").0?.snippets == nil)
    }

    /// toml++ ended the process on these.
    @Test func refusesTOMLThatEndedTheProcess() {
        for text in [
            "+++\n[:server]\n+++\n", "+++\na = [1, }\n+++\n", "+++\na = 2024-05-01T00:00\n+++\n",
        ] {
            let (head, found) = readHead(
                of: Array(text.utf8), file: SourcePath("a.md"),
                rules: HeadRules(zone: .utc, categories: .path))
            #expect(head == nil)
            #expect(found.map(\.id) == [.frontMatterSyntax])
        }
    }
}
