import Languages

/// A block of code with what was left out of it filled in.
struct Fragment: Sendable {
    /// As many bytes as the block has.
    let filled: [UInt8]
    /// How many places were left out.
    let elisions: Int
    /// Brackets, strings and comments that are open or closed too often.
    let findings: [Finding]
    private let filledScan: CodeScan

    /// The code with words for strings and blanks for comments. O(bytes).
    var skeleton: [UInt8] { filledScan.skeleton }

    private static let noLexis = Lexis()

    /// O(bytes). `lexis` is the language's own where it has one.
    init(_ text: SnippetText, style: ElisionStyle) {
        let lexis = text.language.lexis ?? Self.noLexis
        let scan = CodeScan(text.code, lexis: lexis)
        let filling = Elisions.fill(scan, style: style)
        filled = filling.bytes
        elisions = filling.elisions
        filledScan = scan.again(filled, lexis: lexis)
        findings = Balance.findings(in: scan, traits: LexisTraits.of(lexis))
    }
}
