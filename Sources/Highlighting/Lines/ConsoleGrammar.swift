/// A session: what was typed behind prompts, and what came back.
struct ConsoleGrammar: Grammar {
    func read(_ tape: inout Tape) {
        let rootPrompts = firstPromptIsRoot(tape)
        while !tape.isAtEnd {
            if let prompt = Prompt.at(tape.index, in: tape, acceptsHash: rootPrompts) {
                command(&tape, prompt)
            } else {
                output(&tape)
            }
        }
    }

    /// Whether `# ` prompts here; where the first prompt is another, it begins a comment.
    private func firstPromptIsRoot(_ tape: Tape) -> Bool {
        var line = tape.index
        while line < tape.end {
            if let prompt = Prompt.at(line, in: tape, acceptsHash: true) {
                return tape[tape.afterBlanks(line)] == .hash && prompt.language == .shell
            }
            line = tape.lineEnd(from: line) + 1
        }
        return false
    }

    private func output(_ tape: inout Tape) {
        let start = tape.afterBlanks(tape.index)
        let end = tape.lineEnd(from: tape.index)
        let isComment = tape[start] == .hash && tape[start + 1].isBlank
        tape.put(isComment ? .c1 : .go, to: end)
        if tape.index < tape.end { tape.put(isComment ? .none : .go, to: tape.index + 1) }
    }

    /// A prompt and what was typed, with the lines that a backslash or a here-document adds.
    private func command(_ tape: inout Tape, _ prompt: Prompt) {
        tape.put(.gp, to: prompt.end)
        var end = tape.lineEnd(from: tape.index)
        if prompt.language == .shell {
            while end < tape.end, end > tape.index, tape.code[end - 1] == .backslash,
                Prompt.at(end + 1, in: tape, acceptsHash: false) == nil
            {
                end = tape.lineEnd(from: end + 1)
            }
            if let last = hereDocumentEnd(tape, end) { end = last }
        }
        switch prompt.language {
        case .shell: tape.embed(ShellGrammar(isCommand: true), to: end)
        case .other(let name):
            if let grammar = GrammarTable.grammar(of: name) { tape.embed(grammar, to: end) }
        case .debugger:
            tape.put(.k, to: min(tape.afterName(tape.index), end))
        }
        tape.index = min(end + 1, tape.end)
    }

    /// Where the here-document that the command opens comes to its end, if it does so before the
    /// next prompt.
    private func hereDocumentEnd(_ tape: Tape, _ end: Int) -> Int? {
        guard var mark = tape.find(Array("<<".utf8), from: tape.index, before: end) else {
            return nil
        }
        mark += 2
        while mark < end, "-'\" ".utf8.contains(tape.code[mark]) { mark += 1 }
        let delimiter = Array(tape.code[mark..<max(mark, min(tape.afterName(mark), end))])
        guard !delimiter.isEmpty else { return nil }
        var line = end + 1
        while line < tape.end {
            if Prompt.at(line, in: tape, acceptsHash: false) != nil { return nil }
            let lineEnd = tape.lineEnd(from: line)
            let text = tape.afterBlanks(line)
            if lineEnd - text == delimiter.count, tape.starts(with: delimiter, at: text) {
                return lineEnd
            }
            line = lineEnd + 1
        }
        return nil
    }
}
