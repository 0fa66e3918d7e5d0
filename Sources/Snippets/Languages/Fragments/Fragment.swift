import Languages

/// A block of code with what was left out of it filled in.
struct Fragment: Sendable {
    /// As many bytes as the block has.
    let filled: [UInt8]
    /// How many places were filled in.
    let elisions: Int
    /// Brackets, strings and comments that are open or closed too often.
    let findings: [Finding]

    init(_ text: SnippetText) {
        filled = text.code
        elisions = 0
        findings = []
    }
}
