/// A session: typed text after prompts, and output.
struct ConsoleGrammar: Grammar {
    /// The only language with a prompt; nil if any may have one.
    var language: String?

    func read(_ tape: inout Tape) {
        let rootPrompts = language == nil && promptsAreRoot(tape)
        var place = Place.opening
        var typed = Prompt.Language.shell
        while !tape.isAtEnd {
            if let prompt = prompt(tape.index, tape, acceptsHash: rootPrompts)
                ?? continuation(tape, behind: typed, place)
            {
                command(&tape, prompt)
                typed = prompt.language
                place = .behindCommand
            } else {
                line(&tape, &place)
            }
        }
    }

    private func prompt(_ line: Int, _ tape: Tape, acceptsHash: Bool) -> Prompt? {
        guard let prompt = Prompt.at(line, in: tape, acceptsHash: acceptsHash) else { return nil }
        guard let language, prompt.language != .other(language) else { return prompt }
        return prompt.language == .debugger ? prompt : nil
    }

    /// The prompt for more of a statement, directly after its previous line.
    private func continuation(
        _ tape: Tape, behind language: Prompt.Language, _ place: Place
    ) -> Prompt? {
        place == .behindCommand ? Prompt.more(of: language, at: tape.index, in: tape) : nil
    }

    /// The context of a line without a prompt.
    private enum Place {
        /// Only comments and blank lines so far.
        case opening
        /// A command without output so far.
        case behindCommand
        case output
    }

    /// Whether `# ` is a prompt here: the first prompt is one, and not a remark above another
    /// prompt.
    private func promptsAreRoot(_ tape: Tape) -> Bool {
        var line = tape.index
        var isRoot = false
        while line < tape.end {
            let isBlank = tape[tape.afterBlanks(line)].isSpace
            if let prompt = Prompt.at(line, in: tape, acceptsHash: true) {
                let isHash = tape[tape.afterBlanks(line)] == .hash && prompt.language == .shell
                if !isHash { return false }
                isRoot = true
            } else if isRoot, !isBlank {
                return true
            }
            line = tape.lineEnd(from: line) + 1
        }
        return isRoot
    }

    /// A line without a prompt: output, unless it is the author's comment.
    private func line(_ tape: inout Tape, _ place: inout Place) {
        let start = tape.afterBlanks(tape.index)
        let end = tape.lineEnd(from: tape.index)
        let isComment = tape[start] == .hash && tape[start + 1].isBlank && mayComment(tape, place)
        tape.put(isComment ? .c1 : .go, to: end)
        if tape.index < tape.end { tape.put(isComment ? .none : .go, to: tape.index + 1) }
        if !isComment, start < end { place = .output }
    }

    /// Whether the current `#` begins a comment: output may have such lines too, like `# HELP` and
    /// `# TYPE` of Prometheus.
    private func mayComment(_ tape: Tape, _ place: Place) -> Bool {
        switch place {
        case .opening: return true
        case .output: return false
        case .behindCommand:
            let next = tape.lineEnd(from: tape.index) + 1
            return prompt(next, tape, acceptsHash: false) != nil
        }
    }

    /// A prompt and the typed text, with the lines that a backslash or a here-document adds.
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

    /// The end of the here-document that the command opens, if it comes before the next prompt.
    private func hereDocumentEnd(_ tape: Tape, _ end: Int) -> Int? {
        guard let sign = tape.find(Array("<<".utf8), from: tape.index, before: end),
            let mark = HereDocumentMark(tape, after: sign + 2, before: end)
        else { return nil }
        let delimiter = mark.delimiter
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
