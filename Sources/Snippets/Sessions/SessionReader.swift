/// Gives what was typed in a session, for a checker of its language.
package enum SessionReader {
    /// What prompted.
    package enum Kind: Sendable, Hashable {
        case shell, sql, python, ruby, node, redis
        /// gdb, lldb, delve.
        case debugger
    }

    /// What was typed in the sessions of a kind in a block, one command after another, each with
    /// its place; prompts and output are left out.
    ///
    ///     mysql> SELECT 1          SELECT 1
    ///         -> FROM dual;        FROM dual;
    ///     +---+
    ///
    /// - Returns: nil for a block without such a prompt, which is to be checked as it stands.
    package static func commands(of code: [UInt8], _ kind: Kind = .sql) -> CheckedText? {
        let lines = CodeLines(code)
        guard let transcript = Transcript(lines, isConsole: kind == .node) else { return nil }
        let entries = transcript.entries.filter { programs(kind).contains($0.program) }
        guard !entries.isEmpty else { return nil }
        var text = CheckedText()
        for line in entries.flatMap(\.typed) where kind != .sql || !isMetaCommand(line, lines) {
            text.append(code, line)
            text.append(written: "\n")
        }
        return text
    }

    private static func programs(_ kind: Kind) -> Set<Prompt.Program> {
        switch kind {
        case .shell: [.shell]
        case .sql: [.sql]
        case .python: [.python]
        case .ruby: [.ruby]
        case .node: [.node, .other]
        case .redis: [.redis]
        case .debugger: [.gdb, .lldb, .dlv]
        }
    }

    /// psql's `\d`, SQLite's `.tables`: no SQL.
    private static func isMetaCommand(_ line: Range<Int>, _ lines: CodeLines) -> Bool {
        let text = lines.skippingBlanks(line)
        let first = lines.scalar(text.lowerBound, in: text)
        return first == "\\" || first == "."
    }
}
