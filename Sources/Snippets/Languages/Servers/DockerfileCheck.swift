extension LanguageCheck {
    /// Lines and instructions are looked at here; hadolint parses them.
    package static let dockerfile = LanguageCheck("dockerfile") { text in
        if let mistake = MistakenLabel(text.code) { return mistake.examination }
        if BracketDepth.exceeds(BracketDepth.most, in: text.code) {
            return Examination(.undecided("nested too deeply"))
        }
        let shape = DockerfileShape(text.code)
        guard shape.known > 0 else {
            return Examination(.undecided("no line of it begins with an instruction"))
        }
        var examination = Examination(
            shape.findings.isEmpty ? .accepted(.shape) : .rejected(shape.findings, .shape),
            elisions: shape.elisions)
        // What was found is found by every program, with words of less help; and older ones know no
        // here-documents.
        if shape.findings.isEmpty, !shape.hasHereDocument {
            let versions = [shape.filled, Placeholders.fill(shape.filled)].compactMap { $0 }
            examination.request = ToolRequest(
                "hadolint",
                versions.map { Wrapping.none.text($0) },
                fileExtension: "dockerfile")
        }
        return examination
    }
}
