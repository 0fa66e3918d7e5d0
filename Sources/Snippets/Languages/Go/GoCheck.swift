import Languages

extension LanguageCheck {
    /// Go: wrapped into a file and given to gofmt; its shape alone where there is no gofmt.
    static let go = LanguageCheck("go") { snippet in
        guard let lexis = snippet.language.lexis else { return Examination(.undecided("no lexis")) }
        let scan = CodeScan(snippet.code, lexis: lexis)
        if let other = GoLookalike.kind(of: scan) {
            var examination = Examination(.undecided("\(other.words), not Go"))
            let message = "labelled go, but it is \(other.words)"
            examination.remarks = [.label(message, write: other.label)]
            return examination
        }
        let filled = Elisions.fill(scan, style: .go)
        let shape = Balance.shape(of: scan, traits: LexisTraits.of(lexis))
        let wrapping = GoWrapping(
            filled, scan: CodeScan(filled.bytes, lexis: lexis), edges: shape.edges)
        let result: Examination.Result =
            shape.findings.isEmpty
            ? .undecided("gofmt not run") : .rejected(shape.findings, .shape)
        return Examination(
            result, elisions: filled.elisions,
            request: ToolRequest(
                "gofmt", wrapping.texts.map(GoLineDirectives.blanked), fileExtension: "go"))
    }
}

/// `//line x.go:5` and `/*line x.go:5*/`, by which code tells gofmt another place for what follows
/// (cmd/compile, "Compiler Directives").
enum GoLineDirectives {
    /// The text with such comments made common ones, of the same length. O(bytes).
    static func blanked(_ text: CheckedText) -> CheckedText {
        var text = text
        for directive in ["//line ", "/*line "] {
            let bytes = Array(directive.utf8)
            var start = 0
            while let found = text.bytes[start...].firstRange(of: bytes) {
                text.overwrite(found.lowerBound + 2..<found.lowerBound + 3, with: [0x20])
                start = found.upperBound
            }
        }
        return text
    }
}

extension Tool {
    /// gofmt, which parses and writes nothing: `-l` lists files that are not in its format, `-e`
    /// keeps it from stopping at the tenth error. It has no version of its own.
    static let gofmt = Tool(
        "gofmt", commands: [["gofmt"]], versionArguments: ["version"], versionCommand: "go",
        arguments: ["-e", "-l"], debianPackage: "golang-go"
    ) { output in
        // Behind another fault the end of the file tells nothing.
        let findings = ToolLines.findings(in: output.text).mapValues { findings in
            findings.prefix(1) + findings.dropFirst().filter { !$0.message.contains("found 'EOF'") }
        }
        return ToolLines.readings(of: output, findings.mapValues(Array.init))
    }
}
