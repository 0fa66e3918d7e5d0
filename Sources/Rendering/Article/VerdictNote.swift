import Snippets
import Text

/// What a reader sees of a listing's verdict, under the listing.
///
///     <p class="verdict passed">✓ gofmt go1.22.3</p>
///     <p class="verdict unchecked">未检查：没有 brainfuck 的检查器</p>
///
/// Words of tools and of authors stay as they are, and are escaped like any text; galley's own
/// reasons are in the page's language, or left out where that has no words for one.
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
        case .skipped(let reason):
            return unchecked(Self.known(reason).map(words) ?? reason)
        case .unchecked(let reason):
            if let own = Self.known(reason) { return unchecked(words(own)) }
            return strings.filled("verdict_unchecked_other", [("reason", reason)])
        }
    }

    private func unchecked(_ reason: String) -> String {
        strings.filled("verdict_unchecked", [("reason", reason)])
    }

    // MARK: Galley's own reasons

    /// A reason that the strings have words for: `gofmt not run` is `reason_not_run` and `gofmt`.
    private struct KnownReason {
        let key: String
        let name: String
    }

    /// Reasons as `Snippets` writes them: what is before and after a name, and their string.
    private static let reasons: [(before: String, behind: String, key: String)] = [
        ("no checker for ", "", "reason_no_checker"),
        ("", " not found", "reason_not_found"),
        ("", " not run", "reason_not_run"),
        ("too large for ", "", "reason_too_large"),
        ("no language", "", "reason_no_language"),
        ("labelled as text", "", "reason_text"),
        ("no reason given", "", "reason_none"),
        ("no sandbox", "", "reason_no_sandbox"),
    ]

    private static func known(_ reason: String) -> KnownReason? {
        for (before, behind, key) in reasons
        where reason.hasPrefix(before) && reason.hasSuffix(behind) {
            let name = reason.dropFirst(before.count).dropLast(behind.count)
            let isFixed = behind.isEmpty && !before.hasSuffix(" ")
            guard name.isEmpty == isFixed, !name.contains(" ") else { continue }
            return KnownReason(key: key, name: String(name))
        }
        return nil
    }

    private func words(_ known: KnownReason) -> String {
        strings.filled(known.key, [("name", known.name)])
    }
}
