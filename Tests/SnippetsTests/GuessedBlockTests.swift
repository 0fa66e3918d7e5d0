import Diagnostics
import Languages
import Testing

@testable import Snippets

/// Blocks without a label.
struct GuessedBlockTests {
    private static let faulty = "func main() {\n\tfmt.Println(\"a\"\n\tfmt.Println(\"b\")\n}\n"

    private func snippet(
        _ code: String, unlabelled: SnippetDefaults.Unlabelled? = nil,
        inText: SnippetDefaults.Unlabelled? = nil
    ) async throws -> CheckedSnippet {
        var settings = SnippetSettings()
        settings.defaults.unlabelled = unlabelled
        var defaults = SnippetDefaults()
        defaults.unlabelled = inText
        let blocks = await ProofedBlocks(
            article: Array("```\n\(code)```\n".utf8), settings: settings, defaults: defaults,
            tools: [])
        return try #require(blocks.snippets.first)
    }

    @Test func tellsAFaultOfWhatABlockLooksLikeWithoutFailingIt() async throws {
        let snippet = try await snippet(Self.faulty)
        #expect(
            snippet.verdict == .unchecked("no language, looks like go, but is not accepted"))
        let told = try #require(snippet.diagnostics.first)
        #expect(snippet.diagnostics.map(\.id) == [.snippetGuessed])
        #expect(told.severity == .warning)
        #expect(told.summary.hasPrefix("the block has no language, looks like go, and has a fault"))
        #expect(told.fixes.allSatisfy { !$0.isSure })
    }

    @Test func takesALanguageForBlocksWithoutALabel() async throws {
        let go = try #require(Language.named("go"))
        let text = try #require(Language.named("text"))
        let failed = try await snippet(Self.faulty, unlabelled: .language(go))
        #expect(failed.diagnostics.map(\.id.string).contains("snippet/go/parse"))
        let skipped = try await snippet(Self.faulty, unlabelled: .language(text))
        #expect(skipped.verdict == .skipped("no language, said to be text"))
        #expect(skipped.diagnostics == [])
        // What the text says is nearer.
        let guessed = try await snippet(Self.faulty, unlabelled: .language(text), inText: .guess)
        #expect(guessed.diagnostics.map(\.id) == [.snippetGuessed])
    }
}
