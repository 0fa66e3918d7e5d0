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
            request: ToolRequest("gofmt", wrapping.texts, fileExtension: "go"))
    }
}

extension Tool {
    /// gofmt, which parses and writes nothing: `-l` lists files that are not in its format, `-e`
    /// keeps it from stopping at the tenth error. It has no version of its own.
    static let gofmt = Tool(
        "gofmt", commands: [["gofmt"]], versionArguments: ["version"], versionCommand: "go",
        arguments: ["-e", "-l"], debianPackage: "golang-go"
    ) { output in
        ToolLines.readings(of: output, ToolLines.findings(in: output.text))
    }
}
