import Testing

@testable import Snippets

/// Every language's fixture through the whole pipeline: what is good passes, what is broken fails at
/// its place. Where a language's tool is not there, places that only it tells are not compared, which is said. One
/// language after another: each starts programs.
@Suite(.serialized) struct LanguageTests {
    @Test(arguments: LanguageFixture.languages)
    func fixture(_ language: String) async throws {
        let sections = try LanguageFixture.load(language: language)
        let blocks = await ProofedBlocks(sections.map { (language, $0.text) })
        try #require(blocks.snippets.count == sections.count)
        var lacking = 0
        for (index, section) in sections.enumerated() {
            let outcome = blocks.outcome(index)
            if blocks.lacksTool(index) {
                lacking += 1
                continue
            }
            let name = "\(language).txt:\(section.line)"
            switch section.kind {
            case .good, .fragment: #expect(outcome == "passed", "\(name)")
            case .elided(let count):
                guard case .passed(let pass) = blocks.snippets[index].verdict else {
                    Issue.record("\(name): \(outcome)")
                    continue
                }
                #expect(pass.elisions == count, "\(name)")
            case .broken(let line, let column):
                #expect(outcome.hasPrefix("failed \(line):\(column):"), "\(name): \(outcome)")
            }
        }
        if lacking > 0 {
            print("skipped: \(lacking) of \(sections.count) blocks of \(language), no tool")
        }
    }

    @Test func everyLanguageOfTheTableHasAFixture() {
        let fixtures = Set(LanguageFixture.languages)
        for check in LanguageCheck.all {
            #expect(
                check.languages.contains { fixtures.contains($0) },
                "no fixture for \(check.languages.joined(separator: ", "))")
        }
    }

    @Test func toolsHaveNamesOfTheirOwn() {
        let names = Tool.all.map(\.name)
        #expect(Set(names).count == names.count)
    }
}
