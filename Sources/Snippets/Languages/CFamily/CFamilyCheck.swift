import Languages

extension LanguageCheck {
    /// C and C++: by their grammars; if types are requested, by a compiler.
    static let c = LanguageCheck("c", "cpp") { snippet in
        var examination = GrammarCheck(snippet).examination
        if case .accepted = examination.result, examination.elisions == 0 {
            examination.request = CCompilerRequest.request(snippet, CheckedText(snippet.code))
        }
        return examination
    }

    /// Objective-C: only its shape.
    static let objectiveC = LanguageCheck("objc") { snippet in
        guard let syntax = snippet.language.syntax else {
            return Examination(.undecided("no syntax"))
        }
        if let label = Session.label(of: snippet.code) {
            var examination = Examination(.undecided("a session, not \(snippet.language.name)"))
            examination.remarks = [
                .label("labelled \(snippet.language.name), but it is a session", write: label)
            ]
            return examination
        }
        let scan = CodeScan(snippet.code, syntax: syntax)
        let findings = Balance.findings(in: scan, traits: LexicalTraits.of(syntax))
        let result: Examination.Result =
            findings.isEmpty ? .accepted(.shape) : .rejected(findings, .shape)
        return Examination(result, elisions: Elisions.count(in: scan))
    }
}

enum CCompilerRequest {
    /// The request for a compiler; nil if types are not requested, and for text that might read
    /// files it should not.
    static func request(_ snippet: SnippetText, _ filled: CheckedText) -> ToolRequest? {
        guard snippet.level >= .types, CIncludes.areSafe(in: snippet.code) else { return nil }
        let file: String
        let tool: String
        switch snippet.language.name {
        case "c": (tool, file) = ("cc", "c")
        case "cpp": (tool, file) = ("c++", "cpp")
        default: return nil
        }
        // The tool's reader takes the level from the name, because it sees nothing else of the
        // request.
        return ToolRequest(tool, [filled], fileExtension: "types.\(file)", level: .types)
    }
}
