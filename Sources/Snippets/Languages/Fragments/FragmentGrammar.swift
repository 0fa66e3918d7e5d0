import Languages

/// How blocks of a language are shown to the program that parses it: as they are, and, since most
/// are fragments, in wrappers that make files of them.
struct FragmentGrammar: Sendable {
    /// ``Tool/name``.
    let tool: String
    let style: ElisionStyle
    /// The likeliest first.
    let wrappings: [Wrapping]
    /// What opens a block of statements.
    var block = "{"
    /// For a fragment that begins with a dot, the rest of a chain of calls.
    var chain: Wrapping?
    /// The length of what stays outside all wrappers: package clause and imports.
    var head: @Sendable ([UInt8]) -> Int = { _ in 0 }
    /// Rewrites what the program would take for a request to look elsewhere; lengths stay.
    var rewrite: @Sendable (inout [UInt8]) -> Void = { _ in }
    /// Other texts to try, made of the block's bytes as they are shown.
    var others: @Sendable ([UInt8]) -> [CheckedText] = { _ in [] }
    /// Whether an open bracket or string is a fault in every reading of the language's blocks.
    var isBalanced = true

    /// What the process can tell of a block, and the question to the program.
    func examine(_ text: SnippetText, fileExtension: String) -> Examination {
        if let mistake = MistakenLabel(text.code) { return mistake.examination }
        if BracketDepth.exceeds(BracketDepth.most, in: text.code) {
            return Examination(.undecided("nested too deeply"))
        }
        let fragment = Fragment(text, style: style)
        let request = ToolRequest(tool, texts(fragment, text.code), fileExtension: fileExtension)
        let findings = isBalanced ? fragment.findings : []
        return Examination(
            findings.isEmpty ? .undecided("\(tool) not run") : .rejected(findings, .shape),
            elisions: fragment.elisions, request: request)
    }

    private func texts(_ fragment: Fragment, _ code: [UInt8]) -> [CheckedText] {
        var wrappings = wrappings
        if let chain, Self.isChain(code) { wrappings.insert(chain, at: 0) }
        // It passes for a piece of something: so the program gets the whole.
        if isBalanced, fragment.findings.isEmpty,
            let ends = OpenEnds(fragment.skeleton, block: block)
        {
            wrappings = wrappings.map { $0.around(ends) }
        }
        var texts = texts(fragment.filled, wrappings)
        var shown = fragment.filled
        rewrite(&shown)
        texts += others(shown)
        // Later, since `{{a: 1}}` and `<a-b>` are code in some languages.
        if let filled = Placeholders.fill(fragment.filled) {
            texts += self.texts(filled, wrappings)
        }
        // Three dots may have been code after all.
        if fragment.filled != code { texts += self.texts(code, wrappings.prefix(3)) }
        for index in texts.indices { texts[index].elisions = fragment.elisions }
        return texts
    }

    private func texts(_ bytes: [UInt8], _ wrappings: some Sequence<Wrapping>) -> [CheckedText] {
        var bytes = bytes
        rewrite(&bytes)
        let head = head(bytes)
        return wrappings.map { $0.text(bytes, head: head) }
    }

    /// `.then(…)`.
    private static func isChain(_ code: [UInt8]) -> Bool {
        let text = code.drop { $0 <= 0x20 }
        guard text.first == UInt8(ascii: "."), let next = text.dropFirst().first else {
            return false
        }
        return (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next)
    }
}
