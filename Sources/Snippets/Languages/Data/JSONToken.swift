/// A token of JSON, of authors' additions to it, or an invalid one.
struct JSONToken {
    enum Kind: Equatable {
        case openObject
        case closeObject
        case openArray
        case closeArray
        case comma
        case colon
        case string
        case number
        /// `true`, `false`, `null`.
        case literal
        /// A word without quotes.
        case word
        case comment
        case elision
        case placeholder
        /// `{% if x %}`: neither a value nor an obstacle to one.
        case directive
        case end
        /// Invalid in any JSON, with the reason.
        case fault
    }

    let kind: Kind
    /// In bytes of the block.
    let range: Range<Int>
    /// Of ``Kind/fault``.
    var finding: Finding?

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    init(fault finding: Finding) {
        kind = .fault
        range = finding.range
        self.finding = finding
    }
}

/// What a text uses from JSON's more lenient relatives.
struct JSONRelaxations: OptionSet {
    let rawValue: UInt8

    /// `// …`, `/* … */`: JSONC.
    static let comments = JSONRelaxations(rawValue: 1)
    /// `[1, 2,]`: JSONC.
    static let trailingCommas = JSONRelaxations(rawValue: 2)
    /// `NaN`, `Infinity`: JSON5, and many JSON readers.
    static let notANumber = JSONRelaxations(rawValue: 4)
    /// `# …`: neither.
    static let hashComments = JSONRelaxations(rawValue: 8)
}
