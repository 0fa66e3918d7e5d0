import Languages

/// A block of code with what was left out of it filled in.
struct Fragment: Sendable {
    /// As many bytes as the block has.
    let filled: [UInt8]
    /// How many places were left out.
    let elisions: Int
    /// Brackets, strings and comments that are open or closed too often.
    let findings: [Finding]
    /// The code with words for strings and blanks for comments.
    let skeleton: [UInt8]

    /// O(bytes). `lexis` is the language's own where it has one.
    init(_ text: SnippetText, style: ElisionStyle) {
        let lexis = text.language.lexis ?? Lexis()
        let scan = CodeScan(text.code, lexis: lexis)
        let filling = Elisions.fill(scan, style: style)
        filled = filling.bytes
        elisions = filling.elisions
        skeleton = CodeScan(filled, lexis: lexis).skeleton
        findings = Balance.findings(in: scan, traits: LexisTraits.of(lexis))
    }
}
