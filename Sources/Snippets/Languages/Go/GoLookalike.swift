/// What is labelled `go` and is none: a transcript, a listing, a template.
enum GoLookalike {
    struct Kind: Sendable, Hashable {
        /// For the reason: `a transcript`.
        let words: String
        /// The label that fits; nil: none of galley's languages.
        let label: String?
    }

    /// Looks at the first lines; nil for what may be Go. O(bytes).
    static func kind(of code: [UInt8]) -> Kind? {
        let lines = code.split(separator: .lineFeed, maxSplits: 60).prefix(60)
            .map { $0.drop(while: \.isBlank) }.filter { !$0.isEmpty }
        guard let first = lines.first else { return nil }
        if isPrompt(first) { return Kind(words: "a transcript", label: "console") }
        if starts(first, "(gdb)") || starts(first, "(dlv)") || starts(first, ">>> ") {
            return Kind(words: "a debugger's session", label: "gdb")
        }
        if lines.contains(where: isAssembly) { return Kind(words: "assembly", label: "asm") }
        if lines.contains(where: isTrace) { return Kind(words: "output", label: "text") }
        if isTemplate(lines) { return Kind(words: "a template", label: nil) }
        if starts(first, "module ") || starts(first, "require ") || starts(first, "replace ") {
            return Kind(words: "a go.mod file", label: nil)
        }
        return nil
    }

    private static func starts(_ line: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        text.withUTF8Buffer { line.starts(with: $0) }
    }

    private static func isPrompt(_ line: ArraySlice<UInt8>) -> Bool {
        starts(line, "$ ") || starts(line, "# ") || starts(line, "% ") || starts(line, "> ")
            || starts(line, "➜ ")
            // `go run main.go`: a command without its prompt; `go f()` is a statement.
            || ["go run ", "go build", "go get ", "go test", "go mod ", "go tool ", "go install "]
                .contains { line.starts(with: $0.utf8) } && !line.contains(UInt8(ascii: "("))
    }

    /// `TEXT main.main(SB)`, `0x0000 00000 (main.go:3)`, `main.go:3  0x104ea70  MOVQ …`.
    private static func isAssembly(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.prefix(120).split(whereSeparator: \.isBlank)
        if words.count > 1, words[0].elementsEqual("TEXT".utf8) { return true }
        guard let address = words.prefix(2).first(where: { $0.starts(with: "0x".utf8) }) else {
            return false
        }
        return words.count > 2 && address.count >= 6
            && address.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) || $0 == 0x78 }
    }

    private static func isTrace(_ line: ArraySlice<UInt8>) -> Bool {
        starts(line, "goroutine ") && line.contains(UInt8(ascii: "["))
            || starts(line, "panic: ") || starts(line, "fatal error: ")
    }

    /// Lines that begin with `{{`, or all of which hold it.
    private static func isTemplate(_ lines: [ArraySlice<UInt8>]) -> Bool {
        lines.contains { starts($0, "{{") && !$0.contains(UInt8(ascii: ",")) || starts($0, "{{-") }
            || starts(lines[0], "<")
    }
}
