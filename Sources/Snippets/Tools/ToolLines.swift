/// Reads the common output format: `FILE:LINE:COLUMN: message`, one finding a line.
package enum ToolLines {
    /// The findings of a text by file, in order; other lines are skipped. `./0.go:3:9: expected
    /// ';'` belongs to `0.go`; the column may be missing.
    ///
    /// - Parameter message: maps the rest of the line after the place; nil drops the finding.
    package static func findings(
        in text: String, unit: ToolFinding.Unit = .bytes,
        message: (Substring) -> String? = { String($0) }
    ) -> [String: [ToolFinding]] {
        var findings: [String: [ToolFinding]] = [:]
        for line in lines(of: text) {
            guard let (file, number, column, rest) = parts(of: line),
                let message = message(rest)
            else { continue }
            findings[file, default: []].append(
                ToolFinding(line: number, column: column, unit: unit, message))
        }
        return findings
    }

    /// A reading for each file of an output: rejected if it has a finding.
    package static func readings(
        of output: ToolOutput, _ findings: [String: [ToolFinding]]
    ) -> [ToolReading] {
        // A program that fails and names no file has no result for any.
        if output.status != 0, findings.isEmpty {
            let last = output.lines.last.map(String.init) ?? ""
            let words = last.isEmpty ? "ended with \(output.status)" : last
            return output.files.map { _ in .crashed(words) }
        }
        // Code can make some tools name another file: then silence about a file proves nothing.
        let isForeign = findings.keys.contains { !output.files.contains($0) }
        return output.files.map { file in
            findings[file].map { .rejected($0) }
                ?? (isForeign ? .crashed("names a file that does not exist") : .accepted)
        }
    }

    /// The lines of a tool's output, separated by LF alone: a displayed source line may hold U+2028
    /// and similar characters, which must not begin a line of their own.
    static func lines(of text: String) -> [Substring] {
        text.utf8.split(separator: 0x0A).map { line in
            let line = Substring(line)
            return line.utf8.last == 0x0D ? Substring(line.utf8.dropLast()) : line
        }
    }

    /// `0.go:3:9: words` gives its four parts; nil for any other line.
    package static func parts(
        of line: Substring
    ) -> (file: String, line: Int, column: Int?, rest: Substring)? {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
        var file = line[..<colon]
        if file.hasPrefix("./") { file = file.dropFirst(2) }
        var rest = line[line.index(after: colon)...]
        guard let number = leadingNumber(&rest) else { return nil }
        let column = leadingNumber(&rest)
        return (String(file), number, column, rest.drop { $0 == " " })
    }

    /// `/folder/0.rs` gives `0.rs`, because programs that resolve paths print such names.
    package static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The number at the beginning of a text. Nine digits at most: code can make a tool print any
    /// number, and arithmetic on it must not overflow.
    static func number(_ text: Substring) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        return digits.utf8.count <= 9 ? Int(digits) : nil
    }

    /// Removes `12:` from the front.
    private static func leadingNumber(_ text: inout Substring) -> Int? {
        guard let number = number(text) else { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard rest.first == ":" else { return nil }
        text = rest.dropFirst()
        return number
    }
}
