import Testing

@testable import Snippets

struct GDBCheckTests {
    private func outcome(_ text: String) -> String {
        switch GDBCheck(Array(text.utf8)).examination.result {
        case .accepted(let level): "\(level)"
        case .rejected(let findings, _):
            findings.map { "\($0.range) \($0.message)" }.joined(separator: "; ")
        case .undecided(let reason), .text(let reason): reason
        }
    }

    @Test func namesTheBlockWithoutEnd() {
        #expect(outcome("# 中\ndefine x\n  if 1\n  end\n") == "6..<12 'define' without 'end'")
    }

    @Test(arguments: [
        "(gdb) define x\n>bt\n", "define x\n  ...\n", "document the code well\n",
        "commands are here\n", "if you want\n", "define x\n  python\nif 1: pass\n  end\nend\n", "",
    ])
    func acceptsWhatMayBeWhole(_ text: String) {
        #expect(outcome(text) == "shape")
    }
}
