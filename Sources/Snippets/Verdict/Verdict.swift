import Diagnostics

/// The result of checking a snippet. Every snippet gets one; none is silently ignored.
package enum Verdict: Sendable, Hashable {
    case passed(Pass)
    /// The failures, never empty.
    case failed([Diagnostic])
    /// It fails as its author stated (`fails="…"`).
    case expected(Diagnostic)
    /// Its author, or the site, opts it out, for this reason.
    case skipped(String)
    /// Nothing could check it: `no checker for brainfuck`, `gofmt not found`, `tool not run`.
    case unchecked(String)

    /// How a snippet passed.
    package struct Pass: Sendable, Hashable {
        package let level: CheckLevel
        /// The program that accepted it; nil: galley itself.
        package let tool: String?
        /// As the program reports it, `go1.22.3`; nil if it is unknown or galley itself.
        package let toolVersion: String?
        /// How many places were elided with `...` or similar, and filled in for the check.
        package let elisions: Int

        /// Whether it ends inside brackets and is otherwise correct.
        package let isCutOff: Bool
        /// The language that accepted it, if its label does not name it.
        package let readAs: String?

        package init(
            level: CheckLevel, tool: String? = nil, toolVersion: String? = nil, elisions: Int = 0,
            isCutOff: Bool = false, readAs: String? = nil
        ) {
            self.level = level
            self.tool = tool
            self.toolVersion = toolVersion
            self.elisions = elisions
            self.isCutOff = isCutOff
            self.readAs = readAs
        }
    }

    /// `passed`, `failed`, `expected`, `skipped` or `unchecked`.
    package var name: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .expected: "expected"
        case .skipped: "skipped"
        case .unchecked: "unchecked"
        }
    }

    /// Whether a diagnostic with this id reports a failed snippet: `snippet/go/parse`, rather than
    /// a remark such as `snippet/label`.
    package static func isFailure(_ id: String) -> Bool {
        let parts = id.split(separator: "/")
        if parts.count == 3, parts[0] == "snippet" {
            return CheckLevel(rawValue: String(parts[2])) != nil
        }
        let failures: [Diagnostic.ID] = [
            .snippetOtherFailure, .snippetUnexpectedPass, .snippetMissingReason,
        ]
        return failures.contains { $0.string == id }
    }
}
