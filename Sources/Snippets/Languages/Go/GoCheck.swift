import Languages
import Text

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
            filled, scan: scan.again(filled.bytes, lexis: lexis), edges: shape.edges)
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
        let bytes = text.bytes
        var start = 0
        while let found = directive(in: bytes, from: start) {
            text.overwrite(found + 2..<found + 3, with: [0x20])
            start = found + 3
        }
        return text
    }

    /// Where the next `//line ` or `/*line ` begins. In bytes and without a search of Foundation's,
    /// which took a tenth of all checking.
    private static func directive(in bytes: [UInt8], from start: Int) -> Int? {
        let word: InlineArray<5, UInt8> = [0x6C, 0x69, 0x6E, 0x65, 0x20]
        var from = start
        while let i = bytes.firstIndex(of: UInt8(ascii: "/"), from: from), i + 6 < bytes.count {
            if bytes[i + 1] == UInt8(ascii: "/") || bytes[i + 1] == UInt8(ascii: "*"),
                word.indices.allSatisfy({ bytes[i + 2 + $0] == word[$0] })
            {
                return i
            }
            from = i + 1
        }
        return nil
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
