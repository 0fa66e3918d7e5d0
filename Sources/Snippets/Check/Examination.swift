/// What looking at a snippet in the process found: a result of its own, and what a tool should see.
package struct Examination: Sendable {
    package enum Result: Sendable, Hashable {
        /// Nothing is wrong as far as this level goes.
        case accepted(CheckLevel)
        /// What is wrong, and the level of the grammar that says so.
        case rejected([Finding], CheckLevel)
        /// Nothing in the process can tell; without a tool it is `unchecked` for this reason.
        case undecided(String)
        /// It is surely no code, as the words say: there is nothing to check.
        case text(String)
    }

    /// What holds where no tool runs; a tool's word, once it is had, stands above it.
    package var result: Result
    /// Elisions that were filled in or passed over.
    package var elisions = 0
    /// Whether the block ends inside of brackets, and nothing else is wrong with it.
    package var isCutOff = false
    /// The language by whose grammar it was accepted, where no label names it.
    package var readAs: String?
    /// The program that can tell more; nil: the result is final.
    package var request: ToolRequest?
    /// What to say about the block whatever its verdict: its label, above all.
    package var remarks: [Remark] = []

    package init(_ result: Result, elisions: Int = 0, request: ToolRequest? = nil) {
        self.result = result
        self.elisions = elisions
        self.request = request
    }

    /// A remark on a snippet that makes it no failure.
    package struct Remark: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// The label says something else than the block is.
            case label
            /// A character that is not what it looks like.
            case character
            /// A block without a label has a fault as what it looks like.
            case guessed
        }
        package let kind: Kind
        /// An empty range at 0 stands for the fence itself.
        package let finding: Finding

        package init(_ kind: Kind, _ finding: Finding) {
            self.kind = kind
            self.finding = finding
        }

        /// What is wrong with a block without a label as one in the language that it looks like.
        static func guessed(_ language: String, _ finding: Finding) -> Remark {
            Remark(
                .guessed,
                Finding(
                    "the block has no language, looks like \(language), and as such has a fault: "
                        + finding.message,
                    at: finding.range, fix: finding.fix ?? "label it '\(language)' or 'text'",
                    edit: finding.edit, related: finding.related))
        }

        /// The label should be another one: `label this block 'console'`.
        package static func label(_ message: String, write label: String?) -> Remark {
            Remark(
                .label,
                Finding(
                    message, at: 0..<0, fix: label.map { "label it '\($0)'" }, replacement: label)
            )
        }
    }
}

/// A question to an external program.
package struct ToolRequest: Sendable, Hashable {
    /// ``Tool/name``.
    package let tool: String
    /// The texts to try in order: the block passes when one of them is accepted, and when none is,
    /// what was said of the first counts. Never empty.
    package let texts: [CheckedText]
    /// Of the files that hold the texts, without a dot: `go`; some tools tell languages by it.
    package let fileExtension: String
    /// The level of what the program tells.
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
