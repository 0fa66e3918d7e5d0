/// Splits a block into commands and output.
struct TranscriptReader {
    private let lines: CodeLines
    private let isConsole: Bool
    private var prompts: [Prompt?] = []
    private(set) var entries: [Transcript.Entry] = []
    private(set) var hasOutput = false

    init(_ lines: CodeLines, isConsole: Bool) {
        self.lines = lines
        self.isConsole = isConsole
    }

    /// false: the block has no prompt, and is something else.
    mutating func read() -> Bool {
        prompts = lines.ranges.map { PromptReader.prompt(of: $0, in: lines) }
        guard let first = settlePrompts() else { return false }
        noteOutput(0..<first)
        var index = first
        while index < lines.ranges.count {
            guard let prompt = prompts[index] else { return false }
            let (typed, afterTyped) = typed(at: index, prompt)
            index = afterTyped
            while index < lines.ranges.count, prompts[index] == nil { index += 1 }
            noteOutput(afterTyped..<index)
            entries.append(
                .init(
                    program: prompt.program, typed: typed, output: bytes(of: afterTyped..<index)))
        }
        return true
    }

    /// Whole lines, as bytes.
    private func bytes(of rows: Range<Int>) -> Range<Int> {
        let ranges = lines.ranges
        let start =
            rows.lowerBound < ranges.count ? ranges[rows.lowerBound].lowerBound : lines.code.count
        let end =
            rows.upperBound < ranges.count ? ranges[rows.upperBound].lowerBound : lines.code.count
        return start..<max(start, end)
    }

    private mutating func noteOutput(_ rows: Range<Int>) {
        if hasOutput { return }
        hasOutput = rows.contains { row in
            let text = lines.trimmed(lines.ranges[row])
            return !text.isEmpty && lines.code[text.lowerBound] != UInt8(ascii: "#")
        }
    }

    // MARK: Which signs are prompts

    /// Removes the signs that are not prompts in this block, and returns the first line with a
    /// prompt; nil without any. Signs of a continuation stay in `continuations`.
    private mutating func settlePrompts() -> Int? {
        let found = prompts
        func keep(_ certainties: Set<Prompt.Certainty>) -> Int? {
            for row in prompts.indices {
                guard let prompt = prompts[row], certainties.contains(prompt.certainty) else {
                    prompts[row] = nil
                    continue
                }
            }
            return prompts.firstIndex { $0 != nil }
        }
        continuations = found
        if found.contains(where: { $0?.certainty == .sure }) {
            // `% ` and `word> ` are prompts next to others only if the block begins with one.
            let opening = found.first { $0 != nil }
            let first = keep(opening??.certainty == .likely ? [.sure, .likely] : [.sure])
            return first.flatMap { isInsideCommand($0) ? nil : $0 }
        }
        guard let first = lines.ranges.indices.first(where: { !lines.isBlank(lines.ranges[$0]) }),
            let opening = found[first]
        else { return nil }
        switch opening.certainty {
        case .likely: return keep([.likely])
        case .hash: return isRootSession(found) ? keep([.hash]) : nil
        case .angle:
            if promptsForCommands(found) {
                let first = keep([.angle])
                prompts = prompts.map {
                    $0.map { Prompt(program: .shell, certainty: .angle, end: $0.end) }
                }
                return first
            }
            return isConsole ? keep([.angle]) : nil
        case .sure, .continuation: return nil
        }
    }

    private var continuations: [Prompt?] = []

    /// Whether the first prompt is inside the text of a script: in a here-document or a string that
    /// was opened before it.
    private func isInsideCommand(_ row: Int) -> Bool {
        var scan = ShellScan(lines.code)
        for line in lines.ranges[..<row] { scan.feed(line) }
        guard scan.isInsideHereDocument else { return false }
        for line in lines.ranges[row...] {
            scan.feed(line)
            if !scan.isInsideHereDocument { return true }
        }
        return false
    }

    /// Whether `# ` prompts for commands: every line with it is one, and the rest is their output.
    private func isRootSession(_ found: [Prompt?]) -> Bool {
        var others = 0
        for (row, line) in lines.ranges.enumerated() where !lines.isBlank(line) {
            if let prompt = found[row], prompt.certainty == .hash {
                let look = ShellLine(lines, prompt.end..<max(prompt.end, line.upperBound))
                guard look.kind == .command, !look.isProse else { return false }
            } else {
                let look = ShellLine(lines, line)
                if look.kind == .command { return false }
                if look.kind != .nothing { others += 1 }
            }
        }
        return others > 0 || isConsole
    }

    /// Whether each `> ` precedes a shell's command, a prompt that some authors write.
    private func promptsForCommands(_ found: [Prompt?]) -> Bool {
        var kinds: Set<ShellLine.Kind> = []
        for (line, prompt) in zip(lines.ranges, found) {
            guard let prompt, prompt.certainty == .angle else { continue }
            let look = ShellLine(lines, min(prompt.end, line.upperBound)..<line.upperBound)
            if look.kind == .output || look.kind == .word && look.isRisky { return false }
            kinds.insert(look.kind == .word && look.hasOption ? .command : look.kind)
        }
        return kinds.contains(.command)
    }

    // MARK: Typed text

    /// The lines of a command and the row after it.
    private func typed(at row: Int, _ prompt: Prompt) -> (typed: [Range<Int>], after: Int) {
        let line = lines.ranges[row]
        let first = min(prompt.end, line.upperBound)..<line.upperBound
        switch prompt.program {
        case .shell: return shellCommand(first, at: row)
        case .sql: return statement(first, at: row)
        default: return prompted(first, at: row, by: prompt.program)
        }
    }

    /// A command and the lines that a prompt of the same program, `... `, asked for.
    private func prompted(
        _ first: Range<Int>, at row: Int, by program: Prompt.Program
    ) -> (typed: [Range<Int>], after: Int) {
        var typed = [first]
        var next = row + 1
        while next < lines.ranges.count, prompts[next] == nil, let prompt = continuations[next],
            prompt.certainty == .continuation, prompt.program == program
        {
            typed.append(rest(of: next, behind: prompt))
            next += 1
        }
        return (typed, next)
    }

    private func rest(of row: Int, behind prompt: Prompt) -> Range<Int> {
        let line = lines.ranges[row]
        return min(prompt.end, line.upperBound)..<line.upperBound
    }

    /// A statement that ends with `;`; its further lines may have lost their prompts.
    private func statement(
        _ first: Range<Int>, at row: Int
    ) -> (typed: [Range<Int>], after: Int) {
        let (typed, next) = prompted(first, at: row, by: .sql)
        guard typed.count == 1, !isEnded(first), !lines.isBlank(first),
            lines.code[lines.trimmed(first).lowerBound] != UInt8(ascii: "\\")
        else { return (typed, next) }
        var last = next
        while last < lines.ranges.count, prompts[last] == nil, !isTableBorder(lines.ranges[last]) {
            if isEnded(lines.ranges[last]) {
                return (typed + lines.ranges[next...last], last + 1)
            }
            last += 1
        }
        return (typed, next)
    }

    private func isEnded(_ line: Range<Int>) -> Bool {
        let text = lines.trimmed(line)
        guard let last = lines.code[text].last else { return false }
        return last == UInt8(ascii: ";") || lines.code[text].suffix(2).elementsEqual("\\G".utf8)
    }

    private func isTableBorder(_ line: Range<Int>) -> Bool {
        let text = lines.trimmed(line)
        return lines.has("+-", at: text.lowerBound, in: text)
            || lines.has("--", at: text.lowerBound, in: text)
    }

    /// A shell's command continues while it is open: a backslash, a quote, a here-document, `do`.
    ///
    /// If it is still open at the next prompt or the block's end, the text after its backslashes is
    /// output.
    private func shellCommand(
        _ first: Range<Int>, at row: Int
    ) -> (typed: [Range<Int>], after: Int) {
        var scan = ShellScan(lines.code)
        scan.feed(first)
        if scan.isComplete { return ([first], row + 1) }
        var typed = [first]
        var next = row + 1
        var sure = 1
        var isSure = scan.isContinued
        // Whether the shell's own `> ` precedes the next lines, as the first one shows.
        let isPrompted =
            next < lines.ranges.count && continuations[next].map(Self.isSecondPrompt) == true
        while next < lines.ranges.count, prompts[next] == nil, !scan.isComplete {
            var line = lines.ranges[next]
            if isPrompted {
                if let prompt = continuations[next], Self.isSecondPrompt(prompt) {
                    line = rest(of: next, behind: prompt)
                } else if !line.isEmpty, lines.code[line.lowerBound] == UInt8(ascii: ">") {
                    // `>EOF`: typed by hand, or without the blank that the shell writes.
                    line = line.lowerBound + 1..<line.upperBound
                } else {
                    break
                }
            }
            scan.feed(line)
            typed.append(line)
            next += 1
            if isSure || isPrompted { sure = typed.count }
            isSure = isSure && scan.isContinued
        }
        if scan.isComplete { return (typed, next) }
        return (Array(typed[..<sure]), row + sure)
    }

    /// `> `, which asks for the rest; `heredoc> ` and `quote> ` of zsh.
    private static func isSecondPrompt(_ prompt: Prompt) -> Bool {
        prompt.certainty == .angle || prompt.certainty == .likely
    }
}
