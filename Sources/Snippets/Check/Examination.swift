/// The result of examining a snippet in the process: a result of its own, and the request for a
/// tool.
package struct Examination: Sendable {
    package enum Result: Sendable, Hashable {
        /// No problems at this level.
        case accepted(CheckLevel)
        /// The problems, and the level of the grammar that found them.
        case rejected([Finding], CheckLevel)
        /// The process cannot decide; without a tool it is `unchecked` for this reason.
        case undecided(String)
        /// Certainly not code, for this reason: there is nothing to check.
        case text(String)
    }

    /// The result if no tool runs; a tool's verdict overrides it.
    package var result: Result
    /// Elisions that were filled in or skipped.
    package var elisions = 0
    /// Whether the block ends inside brackets and is otherwise correct.
    package var isCutOff = false
    /// The language whose grammar accepted it, if no label names it.
    package var readAs: String?
    /// The request for a program that checks more; nil: the result is final.
    package var request: ToolRequest?
    /// Remarks about the block whatever its verdict: mostly its label.
    package var remarks: [Remark] = []

    package init(_ result: Result, elisions: Int = 0, request: ToolRequest? = nil) {
        self.result = result
        self.elisions = elisions
        self.request = request
    }

    /// A remark on a snippet that is not a failure.
    package struct Remark: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// The label does not match the block.
            case label
            /// A character that is not what it looks like.
            case character
            /// A block without a label has a fault in the language that it looks like.
            case guessed
        }
        package let kind: Kind
        /// An empty range at 0 represents the fence itself.
        package let finding: Finding

        package init(_ kind: Kind, _ finding: Finding) {
            self.kind = kind
            self.finding = finding
        }

        /// A fault of a block without a label in the language that it looks like.
        static func guessed(_ language: String, _ finding: Finding) -> Remark {
            Remark(
                .guessed,
                Finding(
                    "the block has no language, looks like \(language), and has a fault in it: "
                        + finding.message,
                    at: finding.range, fix: finding.fix ?? "label it '\(language)' or 'text'",
                    edit: finding.edit, related: finding.related))
        }

        /// Another label would be right: `label this block 'console'`.
        package static func label(_ message: String, write label: String?) -> Remark {
            Remark(
                .label,
                Finding(
                    message, at: 0..<0, fix: label.map { "label it '\($0)'" }, replacement: label)
            )
        }
    }
}

/// A request to an external program.
package struct ToolRequest: Sendable, Hashable {
    /// ``Tool/name``.
    package let tool: String
    /// The texts to try in order. The block passes when one of them is accepted; otherwise the
    /// answer to the first counts. Never empty.
    package let texts: [CheckedText]
    /// The extension of the files that hold the texts, without a dot: `go`; some tools derive the
    /// language from it.
    package let fileExtension: String
    /// The level that the program checks.
    package let level: CheckLevel
    package init(
        _ tool: String, _ texts: [CheckedText], fileExtension: String, level: CheckLevel = .parse
    ) {
        self.tool = tool
        self.texts = texts
        self.fileExtension = fileExtension
        self.level = level
    }
}
