import Languages

extension LanguageCheck {
    /// C, C++ and Objective-C: their shape; whole programs are given to a compiler as well, as far
    /// as they include nothing but standard headers (``CIncludes``).
    ///
    /// Of 9,644 blocks of public blogs 50 have an `#include`: nearly all are fragments, the names of
    /// which no compiler could know.
    static let cFamily = LanguageCheck("c", "cpp", "objc") { snippet in
        guard let lexis = snippet.language.lexis else { return Examination(.undecided("no lexis")) }
        if let label = Session.label(of: snippet.code) {
            var examination = Examination(.undecided("a session, not \(snippet.language.name)"))
            examination.remarks = [
                .label("labelled \(snippet.language.name), but it is a session", write: label)
            ]
            return examination
        }
        let scan = CodeScan(snippet.code, lexis: lexis)
        let findings = Balance.findings(in: scan, traits: LexisTraits.of(lexis))
        let text = Elisions.fill(scan, style: .c)
        let result: Examination.Result =
            findings.isEmpty ? .accepted(.shape) : .rejected(findings, .shape)
        return Examination(
            result, elisions: text.elisions, request: request(snippet, filled: text))
    }

    /// What to ask a compiler; nil for fragments, and for what might read files that are none of
    /// its business.
    private static func request(_ snippet: SnippetText, filled: CheckedText) -> ToolRequest? {
        let isTypes = snippet.level >= .types
        // With something left out a compiler has no chance to tell a fault from a gap.
        guard isTypes || filled.elisions == 0 && CIncludes.isProgram(snippet.code) else {
            return nil
        }
        guard CIncludes.areSafe(in: snippet.code) else { return nil }
        let file: String
        let tool: String
        switch snippet.language.name {
        case "c": (tool, file) = ("cc", "c")
        case "cpp": (tool, file) = ("c++", "cpp")
        default: return nil
        }
        // The tool's reader takes the level from the name: it sees nothing else of the request.
        return ToolRequest(
            tool, [filled], fileExtension: isTypes ? "types.\(file)" : file,
            level: isTypes ? .types : .parse)
    }
}
