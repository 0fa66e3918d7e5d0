import Languages

/// How blocks of a language are shown to the program that parses it: as they are, and, since most
/// are fragments, in wrappers that make files of them.
struct FragmentGrammar: Sendable {
    /// ``Tool/name``.
    let tool: String
    /// The likeliest first.
    let wrappings: [Wrapping]
    /// The length of what stays outside all wrappers: package clause and imports.
    var head: @Sendable ([UInt8]) -> Int = { _ in 0 }
    /// Rewrites what the program would take for a request to look elsewhere; lengths stay.
    var rewrite: @Sendable (inout [UInt8]) -> Void = { _ in }
    /// Whether an open bracket or string is a fault in every reading of the language's blocks.
    var isBalanced = true

    /// What the process can tell of a block, and the question to the program.
    func examine(
        _ text: SnippetText, fileExtension: String, wrappings: [Wrapping]? = nil
    ) -> Examination {
        if let mistake = MistakenLabel(text.code) { return mistake.examination }
        if BracketDepth.exceeds(BracketDepth.most, in: text.code) {
            return Examination(.undecided("nested too deeply"))
        }
        let fragment = Fragment(text)
        let texts = texts(fragment, wrappings ?? self.wrappings)
        let request = ToolRequest(tool, texts, fileExtension: fileExtension)
        let findings = isBalanced ? fragment.findings : []
        return Examination(
            findings.isEmpty ? .undecided("\(tool) not run") : .rejected(findings, .shape),
            elisions: fragment.elisions, request: request)
    }

    private func texts(_ fragment: Fragment, _ wrappings: [Wrapping]) -> [CheckedText] {
        var bytes = fragment.filled
        rewrite(&bytes)
        var versions = [bytes]
        // Last, since `{{a: 1}}` and `<a-b>` are code in some languages.
        if let filled = Placeholders.fill(bytes) { versions.append(filled) }
        return versions.flatMap { bytes in
            let head = head(bytes)
            return wrappings.map { $0.text(bytes, head: head, elisions: fragment.elisions) }
        }
    }
}
