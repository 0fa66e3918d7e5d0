import Addresses
import Markdown
import Testing

@testable import Snippets

/// Whether a verdict is final before a tool is asked.
struct AwaitedToolTests {
    private func snippet(_ texts: [String] = ["a"], tool: String = "fake") -> ExaminedSnippet {
        var examination = Examination(.accepted(.parse))
        examination.request = ToolRequest(
            tool, texts.map { CheckedText(Array($0.utf8)) }, fileExtension: "txt")
        let document = Document(
            parsing: Array("```go\nx\n```\n".utf8), file: SourcePath("a.md"), options: .standard)
        let block = document.codeBlocks[0]
        return ExaminedSnippet(
            file: SourcePath("a.md"), place: block.place, line: 1, isFenced: true,
            info: InfoString("go"), language: "go", places: document.places(in: block), digest: "",
            state: .examined(examination, wanted: .parse), remarks: [], code: [])
    }

    private let tool = Tool(
        "fake", commands: [["/bin/sh", "-c", "true", "fake"]], versionArguments: [], arguments: [],
        mode: .batch, read: { $0.files.map { _ in .accepted } })

    private func probed() async -> Toolbox {
        var toolbox = Toolbox([tool])
        var versions = ToolVersions()
        await toolbox.probe(["fake"], &versions)
        return toolbox
    }

    private func key(
        _ text: Int, of snippet: ExaminedSnippet, _ toolbox: Toolbox
    ) throws -> ToolAnswers.Key {
        let request = try #require(snippet.request)
        return ToolAnswers.key(request.texts[text], request, try #require(toolbox["fake"]))
    }

    @Test func waitsForAToolThatIsThereAndWasNotAsked() async {
        let unknown = VerdictResolver(toolbox: Toolbox([tool]), answers: ToolAnswers())
        #expect(unknown.awaitsTool(snippet()))
        let known = VerdictResolver(toolbox: await probed(), answers: ToolAnswers())
        #expect(known.awaitsTool(snippet()))
        #expect(known.missingTool(of: snippet()) == nil)
    }

    @Test func waitsForNoToolThatIsMissing() {
        let resolver = VerdictResolver(toolbox: Toolbox([]), answers: ToolAnswers())
        #expect(!resolver.awaitsTool(snippet()))
        #expect(resolver.missingTool(of: snippet()) == "fake")
    }

    @Test func anAnswerSettlesIt() async throws {
        let toolbox = await probed()
        let two = snippet(["a", "b"])
        var answers = ToolAnswers()
        answers[try key(0, of: two, toolbox)] = .rejected([])
        #expect(VerdictResolver(toolbox: toolbox, answers: answers).awaitsTool(two))
        answers[try key(1, of: two, toolbox)] = .rejected([])
        #expect(!VerdictResolver(toolbox: toolbox, answers: answers).awaitsTool(two))
        answers = ToolAnswers()
        answers[try key(0, of: two, toolbox)] = .accepted
        #expect(!VerdictResolver(toolbox: toolbox, answers: answers).awaitsTool(two))
    }

    @Test func asksNothingAboutATextThatIsTooLarge() async {
        let large = snippet([String(repeating: "a", count: ToolRunner.largestText + 1)])
        #expect(!VerdictResolver(toolbox: await probed(), answers: ToolAnswers()).awaitsTool(large))
    }
}
