/// Reads what galley's own helper programs write, those that a language's interpreter runs: a line
/// for each fault, or one that says why there is no answer.
///
///     0.sql:3:9: something is missing between 'WHERE' and 'GROUP'
///     1.sql:0: undecided: a dialect of its own
///     2.sql:0: crashed: MemoryError
enum HelperOutput {
    static func readings(
        of output: ToolOutput, unit: ToolFinding.Unit = .bytes
    ) -> [ToolReading] {
        guard output.status == 0 else { return ToolLines.readings(of: output, [:]) }
        let all = ToolLines.findings(in: output.text, unit: unit)
        return output.files.map { file in
            guard let findings = all[file] else { return .accepted }
            // It has no line 0: what stands there is said of the file.
            guard let word = findings.first(where: { $0.line == 0 })?.message else {
                return .rejected(findings)
            }
            if word.hasPrefix("undecided: ") { return .undecided(String(word.dropFirst(11))) }
            return .crashed(word)
        }
    }
}
