extension LanguageCheck {
    /// Python 3: scripts, fragments, and sessions of its own prompt or IPython's.
    static let python = LanguageCheck("python") { text in PythonCheck(text).examination }
}

/// Looks at a block that is said to be Python.
struct PythonCheck {
    let text: SnippetText
    private let lines: CodeLines

    init(_ text: SnippetText) {
        self.text = text
        lines = CodeLines(text.code)
    }

    var examination: Examination {
        if text.code.contains(0) { return Examination(.undecided("it holds NUL bytes")) }
        if let transcript = Transcript(lines), !isDocTest { return session(transcript) }
        if let reason = otherText { return other(reason.words, label: reason.label) }
        return asked(withoutMark(lines.ranges))
    }

    /// Whether the first prompt stands in a string, as a doc test's does.
    private var isDocTest: Bool {
        let scan = PythonScan(text.code, lines.ranges)
        let first = scan.lines.first { line in
            PromptReader.prompt(of: line.range, in: lines)?.program == .python
        }
        return first.map { !$0.beginsStatement } ?? false
    }

    private func asked(_ ranges: [Range<Int>]) -> Examination {
        let texts = PythonText(text.code, ranges).texts
        return Examination(
            .undecided("python3 not run"), elisions: texts.first?.elisions ?? 0,
            request: ToolRequest("python3", texts, fileExtension: "py"))
    }

    /// The lines without the byte-order mark, which Python takes for a stray character in a text.
    private func withoutMark(_ ranges: [Range<Int>]) -> [Range<Int>] {
        guard let first = ranges.first, text.code[first].starts(with: "\u{FEFF}".utf8) else {
            return ranges
        }
        return [first.lowerBound + 3..<first.upperBound] + ranges.dropFirst()
    }

    private func session(_ transcript: Transcript) -> Examination {
        let typed = transcript.entries.filter { $0.program == .python }.flatMap(\.typed)
        guard !typed.isEmpty else {
            return other("a session of another program, not Python", label: "console")
        }
        return asked(typed)
    }

    private func other(_ words: String, label: String?) -> Examination {
        var examination = Examination(.undecided(words))
        if let label {
            examination.remarks = [
                .label("\(words), is labelled '\(text.info.label)'", write: label)
            ]
        }
        return examination
    }

    /// What the block is in place of Python, where a line says so beyond doubt.
    private var otherText: (words: String, label: String?)? {
        for line in lines.ranges {
            let start = line.lowerBound
            if lines.has("Traceback (most recent call last)", at: start, in: line)
                || isException(line)
            {
                return ("output with a traceback", "text")
            }
            let text = lines.trimmed(line)
            if lines.has("{%", at: text.lowerBound, in: text) {
                return ("a template, not Python", nil)
            }
            if lines.has("%%", at: start, in: line), !isTiming(line) {
                return ("an IPython cell of another language", nil)
            }
        }
        guard let first = lines.ranges.first(where: { !lines.isBlank($0) }) else { return nil }
        let text = lines.trimmed(first)
        if lines.scalar(text.lowerBound, in: text) == "<",
            lines.scalar(text.lowerBound + 1, in: text).isASCIILetter
        {
            return ("mark-up, not Python", "html")
        }
        return nil
    }

    /// `IndexError: list index out of range`.
    private func isException(_ line: Range<Int>) -> Bool {
        guard ("A"..."Z").contains(lines.scalar(line.lowerBound, in: line)) else { return false }
        let count = lines.count(from: line.lowerBound, in: line) { $0.isNameByte }
        let end = line.lowerBound + count
        guard count < 60, lines.has(": ", at: end, in: line) else { return false }
        let name = lines.string(line.lowerBound..<end)
        return ["Error", "Exception", "Warning"].contains { name.hasSuffix($0) }
    }

    /// `%%time` and its like leave Python below them.
    private func isTiming(_ line: Range<Int>) -> Bool {
        lines.has("%%time", at: line.lowerBound, in: line)
            || lines.has("%%capture", at: line.lowerBound, in: line)
            || lines.has("%%prun", at: line.lowerBound, in: line)
    }
}
