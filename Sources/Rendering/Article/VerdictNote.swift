import Snippets
import Text

/// What a reader is told of a listing's verdict, under the listing.
///
///     <p class="verdict passed">✓ gofmt go1.22.3</p>
///     <p class="verdict unchecked">未检查：no checker for brainfuck</p>
///
/// Words of tools and of authors are escaped like any text.
struct VerdictNote: Sendable {
    private let strings: ThemeStrings

    init(_ strings: ThemeStrings) {
        self.strings = strings
    }

    func append(_ verdict: Verdict, to out: inout [UInt8]) {
        out.append(utf8: "<p class=\"verdict ")
        out.append(verdict.name)
        out.append(utf8: "\">")
        out.append(html: text(verdict))
        out.append(utf8: "</p>")
    }

    func text(_ verdict: Verdict) -> String {
        switch verdict {
        case .passed(let pass):
            let by = [pass.tool ?? "galley", pass.toolVersion].compactMap { $0 }
            return strings.filled("verdict_passed", [("tool", by.joined(separator: " "))])
        case .expected(let failure):
            return strings.filled("verdict_expected", [("text", failure.summary)])
        case .failed(let failures):
            return strings.filled("verdict_failed", [("text", failures.first?.summary ?? "")])
        case .skipped(let reason), .unchecked(let reason):
            return strings.filled("verdict_unchecked", [("reason", reason)])
        }
    }
}
