import Addresses
import TestSupport
import Testing

@testable import Markdown

/// Tables that are found in the lines alone are those that the tree of a first parse shows.
@Suite struct TableGuessTests {
    private struct Outcome: Equatable {
        let source: String
        let origins: [Int32]
        let columns: [[Alignment]]
    }

    /// What two parses make of a text.
    private func certain(
        _ text: [UInt8], _ lines: SourceLines, _ placeholders: PlaceholderCodePoints
    )
        -> Outcome?
    {
        let tree = CmarkTree(text[...], validating: false)?
            .flattened(sourceCount: text.count, lines: LineMap(offset: 0))
        return tree.flatMap { TableRewriting($0, lines: lines, placeholders: placeholders) }.map(
            outcome)
    }

    /// What one parse makes of it; nil where the guess is not borne out.
    private func guessed(
        _ text: [UInt8], _ lines: SourceLines, _ placeholders: PlaceholderCodePoints
    )
        -> Outcome?
    {
        guard let guess = TableRewriting(standingAloneIn: lines, placeholders: placeholders),
            let tree = CmarkTree(guess.source[...], validating: false)?
                .flattened(
                    sourceCount: guess.source.count,
                    lines: LineMap(offset: 0, origins: guess.origins)),
            guess.isBorneOut(by: tree, lines: lines)
        else { return nil }
        return outcome(guess)
    }

    private func outcome(_ rewriting: TableRewriting) -> Outcome {
        Outcome(
            source: String(decoding: rewriting.source, as: UTF8.self), origins: rewriting.origins,
            columns: rewriting.alignments)
    }

    private func compare(_ text: String) -> (guessed: Outcome?, certain: Outcome?) {
        let bytes = Array(text.utf8)
        let lines = SourceLines(bytes)
        guard let placeholders = PlaceholderCodePoints(absentFrom: bytes[...]) else {
            return (nil, nil)
        }
        return (guessed(bytes, lines, placeholders), certain(bytes, lines, placeholders))
    }

    @Test(arguments: [
        "|a|b|\n|-|-|\n|1|2|\n",
        "text\n\n| a |\n|---|\n\n- list\n\n|c|\r\n|-|\r\n|d|\r\n\r\n> quote\n",
        "- item\n\n|a|\n|-|\n\n```\n|-|\n```\n",
        "|a|\n|-|\n \t\n|b|\n|-|",
    ])
    func oneParseIsEnoughForTablesBetweenBlankLines(text: String) {
        let (guessed, certain) = compare(text)
        #expect(guessed != nil)
        #expect(guessed == certain)
    }

    @Test(arguments: [
        "```\n\n|a|\n|-|\n\n```\n", "<!--\n\n|a|\n|-|\n\n-->\n", "a|b\n-|-\n",
        "|a|\n|-|\n\nc|d\n-|-\n", "> |a|\n> |-|\n", "|a|\n|-|\ntext\n", "text\n|a|\n|-|\n",
    ])
    func leavesTheRestToTwo(text: String) {
        #expect(compare(text).guessed == nil)
    }

    @Test func neverDiffersFromTwoParses() {
        let parts = [
            "|a|b|\n", "|a|\n", "|-|-|\n", "|:-|\n", "|-|\n", "|1|2|\n", "\n", "\n", "\n", " \n",
            "text\n",
            "\n|a|\n|-|\n|1|\n\n", "\n|a|b|\n|-|-|\n\n", "\n|a|\n|-|\n\n", "- item\n", "  inside\n",
            "> quote\n", "```\n", "~~~\n", "<pre>\n", "</pre>\n",
            "<!--\n",
            "-->\n", "<div>\n", "    code\n", "===\n", "---\n", "# heading\n", "[a]: /b\n",
            "a | b\n",
            "- | -\n", "\t|a|\n", "1. one\n", "   |x|\n", "|\n", "||\n", "| `a\\|b` |\n", "\r\n",
            "\r",
        ]
        var chance = Chance(state: 7)
        var guesses = 0
        for _ in 0..<20_000 {
            let text = (0..<chance.next(14) + 2).map { _ in parts[chance.next(parts.count)] }
                .joined()
            let (guessed, certain) = compare(text)
            guard let guessed else { continue }
            guesses += 1
            if guessed != certain { Issue.record("\(text.debugDescription)") }
        }
        #expect(guesses > 500)
    }
}
