import Text

/// What is labelled `go` and is none: a transcript, a listing, a program's output, a template.
enum GoLookalike {
    struct Kind: Sendable, Hashable {
        /// For the reason: `a transcript`.
        let words: String
        /// The label that fits; nil: none of galley's languages.
        let label: String?

        fileprivate static let transcript = Kind(words: "a transcript", label: "console")
        fileprivate static let output = Kind(words: "output", label: "text")
    }

    /// A line without comments, strings filled with quotes, and without the blanks around it.
    typealias Line = ArraySlice<UInt8>

    /// Looks at the first sixty lines of code; nil for what may be Go. O(bytes).
    static func kind(of scan: CodeScan) -> Kind? {
        let lines = lines(of: scan.skeleton)
        guard let first = lines.first else { return nil }
        if starts(first, "package ") { return nil }
        if isPrompt(first) || lines.contains(where: { starts($0, "$ ") }) { return .transcript }
        if starts(first, "(gdb)") || starts(first, "(dlv)") {
            return Kind(words: "a debugger's session", label: "gdb")
        }
        if isJSON(scan.code, from: first.startIndex) { return Kind(words: "JSON", label: "json") }
        if starts(first, "<"), !starts(first, "<-") || starts(first, "{%") {
            return Kind(words: "a template", label: "html")
        }
        let changes = lines.filter { isChange($0, in: scan.code) }.compactMap(\.first)
        if Set(changes).count == 2 { return Kind(words: "a diff", label: "diff") }
        return kind(of: lines)
    }

    /// The lines that are not blank among the first sixty that are not empty.
    private static func lines(of skeleton: [UInt8]) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(60)
        var start = 0
        var count = 0
        while start < skeleton.count, count < 60 {
            let end = skeleton.firstIndex(of: .lineFeed, from: start) ?? skeleton.count
            if end > start {
                count += 1
                let line = trimmed(skeleton[start..<end])
                if !line.isEmpty { lines.append(line) }
            }
            start = end + 1
        }
        return lines
    }

    private static func trimmed(_ line: Line) -> Line {
        var line = line.drop(while: \.isBlank)
        while let last = line.last, last.isBlank { line.removeLast() }
        return line
    }

    private static func kind(of lines: [Line]) -> Kind? {
        let first = lines[0]
        if lines.contains(where: isAssembly) { return Kind(words: "assembly", label: "asm") }
        if lines.contains(where: isOutput) { return .output }
        if lines.contains(where: isAction) {
            return Kind(words: "a template", label: nil)
        }
        if starts(first, "module ") || starts(first, "require ") || starts(first, "replace ") {
            return Kind(words: "a go.mod file", label: nil)
        }
        if starts(first, "GET /") || starts(first, "POST /") {
            return Kind(words: "a request", label: "http")
        }
        if starts(first, "syntax = ") { return Kind(words: "protobuf", label: "protobuf") }
        if lines.contains(where: isIndex) {
            return Kind(words: "an index by go doc", label: "text")
        }
        if first.last == UInt8(ascii: "."), first.contains(UInt8(ascii: "=")) {
            return Kind(words: "a grammar", label: "text")
        }
        if !lines.contains(where: GoProse.isCode), lines.contains(where: GoProse.isProse) {
            return .output
        }
        return nil
    }

    /// `{{ range .Movies }}`, but not the elements `{{1, 2}, {3}}`.
    private static func isAction(_ line: Line) -> Bool {
        guard starts(line, "{{"), let byte = line.dropFirst(2).first else { return false }
        return (byte.isBlank || "-.".utf8.contains(byte) || byte.isNameStart)
            && line.suffix(2).elementsEqual("}}".utf8) && !line.contains(UInt8(ascii: ","))
    }

    static func starts(_ line: Line, _ text: StaticString) -> Bool {
        text.withUTF8Buffer { line.starts(with: $0) }
    }

    private static func isPrompt(_ line: Line) -> Bool {
        if starts(line, "# ") || starts(line, "% ") || starts(line, "> ") || starts(line, "➜ ") {
            return true
        }
        // `go run main.go`: a command without its prompt. The statement has a call, `go f()`.
        guard starts(line, "go") else { return false }
        let words = line.split(whereSeparator: \.isBlank)
        guard words.count > 1, !line.contains(UInt8(ascii: "(")) else { return false }
        let isCommand = words[0].elementsEqual("go".utf8) || words[0].elementsEqual("gofmt".utf8)
        return isCommand && !words[1].starts(with: "=".utf8) && !words[1].starts(with: ":".utf8)
    }

    /// `{"a": …}` or `["a", …]`, but no elements of a Go literal, after which a comma comes.
    private static func isJSON(_ code: [UInt8], from start: Int) -> Bool {
        let text = code[start...]
        guard let open = text.first, open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else {
            return false
        }
        let inner = text.dropFirst().drop { $0.isBlank || $0 == .lineFeed }
        guard let last = text.last(where: { !$0.isBlank && $0 != .lineFeed }),
            last == UInt8(ascii: "}") || last == UInt8(ascii: "]"), let byte = inner.first
        else { return false }
        if open == UInt8(ascii: "[") { return byte == 0x22 || byte == UInt8(ascii: "{") }
        guard byte == 0x22, let quote = inner.dropFirst().prefix(100).firstIndex(of: 0x22) else {
            return false
        }
        return inner[(quote + 1)...].drop(while: \.isBlank).first == UInt8(ascii: ":")
    }

    /// `TEXT main.main(SB)`, `0x0000 00000 (main.go:3)`, `MOVQ g(BX), DX`.
    private static func isAssembly(_ line: Line) -> Bool {
        // Nearly every line of Go ends here.
        guard let first = line.first, let second = line.dropFirst().first,
            first == 0x30 || (0x41...0x5A).contains(first) && (0x41...0x5A).contains(second)
        else { return false }
        let words = line.prefix(120).split(whereSeparator: \.isBlank)
        guard words.count > 1 else { return false }
        if words[0].elementsEqual("TEXT".utf8) { return true }
        if words[0].count > 1, words[0].allSatisfy({ (0x41...0x5A).contains($0) }) {
            let operands = line.prefix(120).dropFirst(words[0].count)
            return ["(SB)", "(SP)", "(FP)", "(PC)", "(BX)", "(CX)", ", AX", ", BX"].contains {
                text in
                let text = Array(text.utf8)
                return operands.indices.dropLast(text.count - 1)
                    .contains { operands[$0...].starts(with: text) }
            }
        }
        guard words.count > 2, words[0].starts(with: "0x".utf8), words[0].count >= 6 else {
            return false
        }
        return words[0].dropFirst(2).allSatisfy(isHex) && words[1].allSatisfy(isHex)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        byte.isDigit || (0x61...0x66).contains(byte | 0x20)
    }

    /// Lines of a trace, of the compiler or of a benchmark, and what no line of Go begins with.
    private static func isOutput(_ line: Line) -> Bool {
        guard let first = line.first else { return false }
        let isSaid =
            switch first {
            case UInt8(ascii: "g"):
                starts(line, "goos: ")
                    || starts(line, "goroutine ") && line.contains(UInt8(ascii: "["))
            case UInt8(ascii: "p"): starts(line, "panic: ")
            case UInt8(ascii: "f"): starts(line, "fatal error: ")
            case UInt8(ascii: ":"): starts(line, "::")
            case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "|"): true
            default: false
            }
        return isSaid || hasAddressOrPlace(line)
    }

    /// `- Name: "a"` with its mark in the first column.
    private static func isChange(_ line: Line, in code: [UInt8]) -> Bool {
        guard let mark = line.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+"),
            line.dropFirst().first?.isBlank ?? false
        else { return false }
        return line.startIndex == 0 || code[line.startIndex - 1] == .lineFeed
    }

    /// `0xc000032758`, as the heap's addresses are, or `main.go:14:6: cannot use …`.
    private static func hasAddressOrPlace(_ line: Line) -> Bool {
        var i = line.startIndex
        while i + 4 < line.endIndex {
            switch line[i] {
            case UInt8(ascii: "0"): if isAddress(line[i...]) { return true }
            case UInt8(ascii: "."):
                if starts(line[i...], ".go:"), line[i + 4].isDigit { return true }
            default: break
            }
            i += 1
        }
        return false
    }

    private static func isAddress(_ text: Line) -> Bool {
        (starts(text, "0xc0") || starts(text, "0xc4")) && text.count >= 10
            && text.dropFirst(2).prefix(8).allSatisfy(isHex)
    }

    /// `type Group`, of which no type is told.
    private static func isIndex(_ line: Line) -> Bool {
        starts(line, "type ") && line.dropFirst(5).allSatisfy { $0.isWord && $0 < 0x80 }
    }
}
