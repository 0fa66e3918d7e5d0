/// A session: typed text after prompts, and output.
struct ConsoleGrammar: Grammar {
    /// The only language with a prompt; nil if any may have one.
    var language: String?

    func read(_ sink: inout TokenSink) {
        let rootPrompts = language == nil && promptsAreRoot(sink)
        var place = Place.opening
        var typed = PromptMark.Language.shell
        while !sink.isAtEnd {
            if let prompt = prompt(sink.index, sink, acceptsHash: rootPrompts)
                ?? continuation(sink, behind: typed, place)
            {
                command(&sink, prompt)
                typed = prompt.language
                place = .behindCommand
            } else {
                line(&sink, &place)
            }
        }
    }

    private func prompt(_ line: Int, _ sink: TokenSink, acceptsHash: Bool) -> PromptMark? {
        guard let prompt = PromptMark.at(line, in: sink, acceptsHash: acceptsHash) else {
            return nil
        }
        guard let language, prompt.language != .other(language) else { return prompt }
        return prompt.language == .debugger ? prompt : nil
    }

    /// The prompt for more of a statement, directly after its previous line.
    private func continuation(
        _ sink: TokenSink, behind language: PromptMark.Language, _ place: Place
    ) -> PromptMark? {
        place == .behindCommand ? PromptMark.more(of: language, at: sink.index, in: sink) : nil
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
    private func promptsAreRoot(_ sink: TokenSink) -> Bool {
        var line = sink.index
        var isRoot = false
        while line < sink.end {
            let isBlank = sink[sink.afterBlanks(line)].isSpace
            if let prompt = PromptMark.at(line, in: sink, acceptsHash: true) {
                let isHash = sink[sink.afterBlanks(line)] == .hash && prompt.language == .shell
                if !isHash { return false }
                isRoot = true
            } else if isRoot, !isBlank {
                return true
            }
            line = sink.lineEnd(from: line) + 1
        }
        return isRoot
    }

    /// A line without a prompt: output, unless it is the author's comment.
    private func line(_ sink: inout TokenSink, _ place: inout Place) {
        let start = sink.afterBlanks(sink.index)
        let end = sink.lineEnd(from: sink.index)
        let isComment = sink[start] == .hash && sink[start + 1].isBlank && mayComment(sink, place)
        sink.put(isComment ? .c1 : .go, to: end)
        if sink.index < sink.end { sink.put(isComment ? .none : .go, to: sink.index + 1) }
        if !isComment, start < end { place = .output }
    }

    /// Whether the current `#` begins a comment: output may have such lines too, like `# HELP` and
    /// `# TYPE` of Prometheus.
    private func mayComment(_ sink: TokenSink, _ place: Place) -> Bool {
        switch place {
        case .opening: return true
        case .output: return false
        case .behindCommand:
            let next = sink.lineEnd(from: sink.index) + 1
            return prompt(next, sink, acceptsHash: false) != nil
        }
    }

    /// A prompt and the typed text, with the lines that a backslash or a here-document adds.
    private func command(_ sink: inout TokenSink, _ prompt: PromptMark) {
        sink.put(.gp, to: prompt.end)
        var end = sink.lineEnd(from: sink.index)
        if prompt.language == .shell {
            while end < sink.end, end > sink.index, sink.code[end - 1] == .backslash,
                PromptMark.at(end + 1, in: sink, acceptsHash: false) == nil
            {
                end = sink.lineEnd(from: end + 1)
            }
            if let last = hereDocumentEnd(sink, end) { end = last }
        }
        switch prompt.language {
        case .shell: sink.embed(ShellGrammar(isCommand: true), to: end)
        case .other(let name):
            if let grammar = GrammarTable.grammar(of: name) { sink.embed(grammar, to: end) }
        case .debugger:
            sink.put(.k, to: min(sink.afterName(sink.index), end))
        }
        sink.index = min(end + 1, sink.end)
    }

    /// The end of the here-document that the command opens, if it comes before the next prompt.
    private func hereDocumentEnd(_ sink: TokenSink, _ end: Int) -> Int? {
        guard let sign = sink.find(Array("<<".utf8), from: sink.index, before: end),
            let mark = HereDocumentMark(sink, after: sign + 2, before: end)
        else { return nil }
        let delimiter = mark.delimiter
        var line = end + 1
        while line < sink.end {
            if PromptMark.at(line, in: sink, acceptsHash: false) != nil { return nil }
            let lineEnd = sink.lineEnd(from: line)
            let text = sink.afterBlanks(line)
            if lineEnd - text == delimiter.count, sink.starts(with: delimiter, at: text) {
                return lineEnd
            }
            line = lineEnd + 1
        }
        return nil
    }
}
