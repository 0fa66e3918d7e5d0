import Addresses
import Diagnostics
import Foundation
import Markdown
import TestSupport

@testable import Snippets

/// Code blocks through the whole pipeline, with the tools that this machine has.
struct ProofedBlocks {
    /// One for each block, in order.
    let snippets: [CheckedSnippet]
    /// The article that held them.
    let source: [UInt8]

    /// - Parameter blocks: what stands behind each fence, `go check=shape`, and the code.
    init(_ blocks: [(info: String, code: [UInt8])]) async {
        var source: [UInt8] = []
        for block in blocks {
            source += Array("~~~~~~~~ \(block.info)\n".utf8) + block.code
            if source.last != 0x0A { source.append(0x0A) }
            source += Array("~~~~~~~~\n\n".utf8)
        }
        await self.init(article: source)
    }

    /// - Parameter article: a Markdown text.
    init(
        article: [UInt8], settings: SnippetSettings = SnippetSettings(),
        defaults: SnippetDefaults = SnippetDefaults(), tools: [Tool] = Tool.all
    ) async {
        source = article
        let document = Document(
            parsing: article, file: SourcePath("a.md"), options: .standard)
        let examined = SnippetExaminer(settings).examine(
            document, SnippetComments(in: document), defaults: defaults)
        var toolbox = Toolbox(tools)
        let requests = examined.compactMap(\.request)
        var versions = ToolVersions()
        await toolbox.probe(Set(requests.map(\.tool)), &versions)
        let answers = await ToolRunner(toolbox, limits: .patient).answers(
            to: requests, known: ToolAnswers())
        let resolver = VerdictResolver(toolbox: toolbox, answers: answers)
        snippets = examined.map { resolver.verdict(of: $0) }
    }

    /// Where the first failure of a block stands within it: 1-based line, and column in scalars.
    func position(ofFailureIn index: Int) -> (line: Int, column: Int)? {
        guard case .failed(let failures) = snippets[index].verdict else { return nil }
        return position(of: failures, in: index)
    }

    /// The same of a failure, else of a character that breaks copies.
    func position(ofFaultIn index: Int) -> (line: Int, column: Int)? {
        let characters = snippets[index].diagnostics.filter { $0.id == .snippetCharacter }
        return position(ofFailureIn: index) ?? position(of: characters, in: index)
    }

    private func position(
        of diagnostics: [Diagnostic], in index: Int
    ) -> (line: Int, column: Int)? {
        guard let place = diagnostics.compactMap(\.place).min() else { return nil }
        let position = LineTable(source).position(of: place.range.lowerBound)
        return (position.line - snippets[index].line, position.column)
    }

    /// `passed`, `failed 3:7`, `unchecked (gofmt not found)`.
    func outcome(_ index: Int) -> String {
        switch snippets[index].verdict {
        case .passed: "passed"
        case .failed(let failures):
            "failed \(position(ofFailureIn: index).map { "\($0.line):\($0.column)" } ?? "-"): "
                + (failures.first?.summary ?? "")
        case .expected: "expected"
        case .skipped(let reason): "skipped (\(reason))"
        case .unchecked(let reason): "unchecked (\(reason))"
        }
    }

    /// Whether a verdict says that the tool is not on this machine.
    func lacksTool(_ index: Int) -> Bool {
        guard case .unchecked(let reason) = snippets[index].verdict else { return false }
        return reason.hasSuffix(" not found")
    }
}

extension ToolRunner.Limits {
    /// Limits that only a hang exceeds, however busy the machine is.
    static var patient: Self {
        var limits = Self()
        limits.time = Patience.duration
        return limits
    }
}
