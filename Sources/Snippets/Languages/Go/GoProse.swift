/// Tells lines of Go from lines of a program's output, by looks.
enum GoProse {
    /// Whether a line has what hardly any output has: `:=`, a brace at its end, a call, a keyword.
    static func isCode(_ line: GoLookalike.Line) -> Bool {
        guard let last = line.last else { return false }
        if last == UInt8(ascii: "{") || last == UInt8(ascii: ",") { return true }
        if line.allSatisfy({ $0.closesBracket || $0 == 0x3B || $0 == 0x2C }) { return true }
        let word = line.prefix(while: \.isWord)
        if keywords.contains(word) { return true }
        if word.elementsEqual("type".utf8) { return !line.contains(UInt8(ascii: ":")) }
        return isCall(line) || hasAssignment(line)
    }

    /// Whether a line reads as prose or as a report: several words in a row, `name: several words`,
    /// a number and a word, `=>`.
    static func isProse(_ line: GoLookalike.Line) -> Bool {
        if line.contains(0x27) || isDate(line) || isList(line) { return true }
        // Chinese, or the lines of a tree.
        if let first = line.first, first >= 0x80 { return true }
        if line.starts(with: "{\"".utf8), line.last == UInt8(ascii: "}") { return true }
        var run = 0
        var isNumber = false
        var i = line.startIndex
        while i < line.endIndex {
            let byte = line[i]
            let start = i
            if isWordByte(byte) {
                while i < line.endIndex, isWordByte(line[i]) { i += 1 }
                let word = line[start..<i]
                if typeWords.contains(word) {
                    run = 0
                } else {
                    run += 1
                    if run >= 3 || isNumber && run >= 2 { return true }
                    isNumber = word.allSatisfy(\.isDigit)
                }
                if run >= 2, i == line.endIndex, word.last == UInt8(ascii: ".") { return true }
                continue
            }
            i += 1
            if byte.isBlank { continue }
            if run >= 2, "?:!".utf8.contains(byte) { return true }
            if byte == UInt8(ascii: ">"), start > line.startIndex, line[start - 1] == 0x3D {
                return true
            }
            if byte == UInt8(ascii: "<"), GoLookalike.starts(line[start...], "<nil>") {
                return true
            }
            run = 0
            isNumber = false
        }
        return false
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isWord || byte == UInt8(ascii: ".")
    }

    /// `fmt.Println(x)`
    private static func isCall(_ line: GoLookalike.Line) -> Bool {
        guard let open = line.firstIndex(of: UInt8(ascii: "(")), open > line.startIndex else {
            return false
        }
        return line.last == UInt8(ascii: ")")
            && line[..<open].allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "*") }
    }

    /// `:=` or ` = `.
    private static func hasAssignment(_ line: GoLookalike.Line) -> Bool {
        line.indices.dropFirst().contains {
            guard line[$0] == UInt8(ascii: "=") else { return false }
            if line[$0 - 1] == UInt8(ascii: ":") { return true }
            return line[$0 - 1].isBlank && $0 + 1 < line.endIndex && line[$0 + 1].isBlank
        }
    }

    /// `2020/04/01 22:31:59`, `2020-04-06`.
    private static func isDate(_ line: GoLookalike.Line) -> Bool {
        let head = Array(line.prefix(7))
        return head.count == 7 && head[0..<4].allSatisfy(\.isDigit)
            && (head[4] == UInt8(ascii: "/") || head[4] == UInt8(ascii: "-"))
            && head[5].isDigit && head[6].isDigit
    }

    /// `[0, 0, 0]`, as fmt prints no slice but other languages do.
    private static func isList(_ line: GoLookalike.Line) -> Bool {
        line.first == UInt8(ascii: "[") && line.last == UInt8(ascii: "]")
            && line.contains(UInt8(ascii: ","))
    }

    /// Keywords that stand between other words.
    private static let typeWords = WordSet(
        ["func", "chan", "map", "struct", "interface", "range"])
    /// Keywords that a line begins with.
    private static let keywords = WordSet(
        [
            "func", "package", "import", "var", "const", "return", "if", "for", "switch", "select",
            "defer", "case", "chan", "map", "struct", "interface", "go", "else", "range",
        ])
}
