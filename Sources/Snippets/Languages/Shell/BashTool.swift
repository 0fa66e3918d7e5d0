extension Tool {
    /// `bash -n`, which parses and runs nothing; `--norc` and `--noprofile` keep it from the files
    /// of whoever runs it, and of a script it reads no start-up file but `BASH_ENV`, which the
    /// environment of tools does not have.
    static let bash = Tool(
        "bash", commands: [["bash"]], arguments: ["--norc", "--noprofile", "-n"], mode: .each,
        debianPackage: "bash"
    ) { output in
        let reading = BashTool.reading(of: output)
        return output.files.map { _ in reading }
    }
}

/// Reads what bash says of a script.
///
///     0.sh: line 3: syntax error near unexpected token `('
///     0.sh: line 3: `echo 中 (x)'                             3:8
enum BashTool {
    static func reading(of output: ToolOutput) -> ToolReading {
        var findings: [ToolFinding] = []
        let lines = output.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard let (number, words) = parts(of: line) else { continue }
            // A here-document that the end of the file ends is only warned of.
            if words.hasPrefix("warning:") || words.hasPrefix("`") { continue }
            if words.contains("cannot execute binary file") {
                return .undecided("bash takes it for a program")
            }
            let quoted = index + 1 < lines.count ? quotedLine(lines[index + 1]) : nil
            findings.append(finding(number, words, quoted))
        }
        if let first = findings.first { return .rejected([first]) }
        if output.status == 0 { return .accepted }
        let words = output.text.split(separator: "\n").last.map(String.init) ?? ""
        return words.contains("cannot execute binary file")
            ? .undecided("bash takes it for a program")
            : .crashed(words.isEmpty ? "ended with \(output.status)" : words)
    }

    /// `0.sh: line 3: words` gives 3 and the words.
    private static func parts(of line: Substring) -> (Int, Substring)? {
        guard let mark = line.firstRange(of: ": line ") else { return nil }
        let rest = line[mark.upperBound...]
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = ToolLines.number(rest), rest.dropFirst(digits.count).hasPrefix(": ")
        else {
            return nil
        }
        return (number, rest.dropFirst(digits.count + 2))
    }

    /// The source line that bash repeats below its words, without the quotes around it.
    private static func quotedLine(_ line: Substring) -> Substring? {
        guard let (_, words) = parts(of: line), words.hasPrefix("`"), words.hasSuffix("'") else {
            return nil
        }
        return words.dropFirst().dropLast()
    }

    private static func finding(
        _ line: Int, _ words: Substring, _ source: Substring?
    ) -> ToolFinding {
        if words.contains("unexpected end of file") {
            return ToolFinding(
                line: opening(words) ?? max(line - 1, 1),
                column: opening(words) == nil ? Int(Int32.max) : nil, String(words))
        }
        return ToolFinding(
            line: line, column: source.flatMap { column(of: words, in: $0) }, unit: .scalars,
            String(words))
    }

    /// The line that bash 5.3 names: ``unexpected end of file from `if' command on line 3``.
    private static func opening(_ words: Substring) -> Int? {
        guard let mark = words.firstRange(of: " on line ") else { return nil }
        return ToolLines.number(words[mark.upperBound...])
    }

    /// Where the token that bash names stands, if that can be told; `newline` is the end.
    private static func column(of words: Substring, in source: Substring) -> Int? {
        guard let open = words.firstRange(of: "token `") else { return nil }
        let token = words[open.upperBound...].dropLast(words.hasSuffix("'") ? 1 : 0)
        guard !token.isEmpty else { return nil }
        if token == "newline" { return source.unicodeScalars.count + 1 }
        var places = source.ranges(of: token)
        if places.count > 1 { places = places.filter { isStray($0, in: source) } }
        guard places.count == 1, let place = places.first else { return nil }
        return source.unicodeScalars[..<place.lowerBound].count + 1
    }

    /// Of an operator that stands several times: whether it follows another one, or, a bracket,
    /// a blank and a word.
    private static func isStray(_ place: Range<Substring.Index>, in source: Substring) -> Bool {
        let before = source[..<place.lowerBound]
        let last = before.last { $0 != " " && $0 != "\t" }
        if source[place] == "(" {
            return before.last == " " && last.map { !";|&({=$".contains($0) } == true
        }
        return last.map { ";|&".contains($0) } ?? true
    }
}
