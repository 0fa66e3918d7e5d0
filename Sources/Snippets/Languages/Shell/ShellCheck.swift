import Code

extension LanguageCheck {
    /// Shell scripts and blocks labeled so: a transcript's commands, commands among output, and
    /// output alone, which is not checked.
    static let bash = LanguageCheck("bash") { text in ShellCheck(text).examination }

    /// Transcripts: checks the commands typed at a shell.
    static let console = LanguageCheck("console") { text in
        ShellCheck(text, isConsole: true).examination
    }

    /// Other shells: a transcript is read as one; for some, the shape of a script is checked,
    /// unless it is output.
    static let otherShells = LanguageCheck("batch", "fish", "powershell") { text in
        let lines = CodeLines(text.code)
        guard let transcript = Transcript(lines) else {
            if CodeRegistry.language(text.language.name) == nil {
                return Examination(.undecided("no checker for \(text.language.name)"))
            }
            if case .text = LanguageGuess.reading(of: text.code) {
                return Examination(.undecided("looks like output, not commands"))
            }
            return GrammarCheck(text).examination
        }
        var examination = Examination(.accepted(.shape))
        if transcript.has(.shell) {
            examination.remarks = [ShellCheck.consoleRemark(text, transcript)]
        }
        return examination
    }
}

/// Checks a block that is labeled as a shell's commands.
struct ShellCheck {
    let text: SnippetText
    let isConsole: Bool
    private let lines: CodeLines

    init(_ text: SnippetText, isConsole: Bool = false) {
        self.text = text
        self.isConsole = isConsole
        lines = CodeLines(text.code)
    }

    var examination: Examination {
        // bash takes it for a binary.
        if text.code.contains(0) { return Examination(.undecided("it holds NUL bytes")) }
        if let transcript = Transcript(lines, isConsole: isConsole) { return session(transcript) }
        if let shell = OtherShell.name(of: lines, label: text.info.label) {
            return Examination(.undecided("looks like \(shell), not bash"))
        }
        return script
    }

    private var isZsh: Bool { text.info.label.lowercased() == "zsh" }

    // MARK: Transcripts

    private func session(_ transcript: Transcript) -> Examination {
        let typed = transcript.entries.filter { $0.program == .shell }.flatMap(\.typed)
        guard typed.contains(where: { !lines.isBlank($0) }) else {
            return otherSession(transcript)
        }
        var examination = read([commands(typed)], looksRight: true)
        // Of a session under another label the output is not what the label is about.
        if case .accepted = examination.result, ["bash", "console"].contains(text.language.name),
            let finding = EmbeddedData(lines).finding(in: transcript)
        {
            examination.result = .rejected([finding], .parse)
        }
        if !isConsole {
            examination.remarks = [Self.consoleRemark(text, transcript)]
        }
        return examination
    }

    /// A session of another program than a shell.
    private func otherSession(_ transcript: Transcript) -> Examination {
        let program = transcript.entries.first?.program ?? .other
        if program == .batch || program == .powershell || program == .fish {
            return Examination(
                isConsole
                    ? .accepted(.shape) : .undecided("a session of \(program.rawValue), not bash"))
        }
        var examination = Examination(.accepted(.shape))
        if !isConsole {
            let label: String? =
                switch program {
                case .gdb, .sql, .redis, .python, .ruby: program.rawValue
                default: "console"
                }
            examination.remarks = [
                .label(
                    "a session of another program is labelled '\(text.info.label)'", write: label)
            ]
        }
        return examination
    }

    static func consoleRemark(
        _ text: SnippetText, _ transcript: Transcript
    ) -> Examination.Remark {
        let what = transcript.hasOutput ? "prompts and output" : "prompts"
        return .label("\(what) in a block labelled '\(text.info.label)'", write: "console")
    }

    // MARK: Scripts

    private var script: Examination {
        if isZsh { return read([CheckedText(text.code)], looksRight: true) }
        let look = ShellLook(lines)
        switch look.kind {
        case .commands:
            var examination = read([CheckedText(text.code)], looksRight: true)
            if case .accepted = examination.result,
                let finding = EmbeddedData(lines).finding(in: nil)
            {
                examination.result = .rejected([finding], .parse)
            }
            return examination
        case .mixed:
            return read([commands(look.commands), CheckedText(text.code)], looksRight: false)
        case .unclear:
            let examination = read([CheckedText(text.code)], looksRight: false)
            if case .accepted = examination.result { return examination }
            if text.info.isSaidToBeCode { return examination }
            return Examination(.undecided("unclear whether it is commands or output"))
        case .output:
            return text.info.isSaidToBeCode
                ? read([CheckedText(text.code)], looksRight: true) : output
        }
    }

    /// Text without a command: the language that it is certainly in, or output of a program.
    private var output: Examination {
        let guess = LanguageGuess.reading(of: text.code)
        if let other = OtherLanguage.examination(of: text, guess) { return other }
        let label = text.info.label.isEmpty ? text.language.name : text.info.label
        if guess.language == nil, LanguageGuess.isOutput(text.code) {
            var examination = Examination(.text("output, labelled \(label)"))
            examination.remarks = [.label("output is labelled '\(label)'", write: "text")]
            return examination
        }
        return Examination(.undecided("looks like output, not commands"))
    }

    /// The given lines, each with its end.
    private func commands(_ lines: [Range<Int>]) -> CheckedText {
        var commands = CheckedText()
        commands.reserve(text.code.count + 1)
        for line in lines {
            commands.append(text.code, line)
            commands.append(written: "\n")
        }
        return commands
    }

    /// Whether a line before the one of an offset opens a file in an editor: `vi /etc/hosts`.
    private func isBelowEditor(_ offset: Int) -> Bool {
        let start = text.code[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return text.code[..<start].split(separator: 0x0A).contains { line in
            let words = line.split(separator: 0x20).filter {
                !$0.elementsEqual("$".utf8) && !$0.elementsEqual("sudo".utf8)
            }
            return words.count == 2
                && ["vi", "vim", "nano", "gedit"].contains { words[0].elementsEqual($0.utf8) }
        }
    }

    private func line(at offset: Int) -> ArraySlice<UInt8> {
        let start = text.code[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return text.code[start...].prefix { $0 != 0x0A }.withoutBlanks
    }

    /// The first of some texts that the shell accepts.
    ///
    /// - Parameter looksRight: whether the texts are certainly commands.
    private func read(_ texts: [CheckedText], looksRight: Bool) -> Examination {
        let shell = isZsh ? CodeLanguage.zsh : .shell
        var refusal: (text: CheckedText, fault: CodeFault)?
        for text in texts {
            switch shell.read(text.bytes) {
            case .accepted(let acceptance): return Examination(accepted: acceptance)
            case .gaveUp: return Examination(.undecided("too intricate to be read"))
            case .refused(let fault):
                if fault.range.lowerBound > refusal?.fault.range.lowerBound ?? -1 {
                    refusal = (text, fault)
                }
            }
        }
        guard let (text, fault) = refusal else { return Examination(.undecided("no commands")) }
        let visible = text.bytes.lastIndex { !$0.isBlank && $0 != 0x0A } ?? 0
        // `git commit -m "`: the reader is to write the rest.
        if fault.range.lowerBound == visible, visible > 0, text.bytes[visible - 1] == 0x20,
            "\"'".utf8.contains(text.bytes[visible])
        {
            return Examination(.undecided("the text stops where a quote begins"))
        }
        let finding = Finding(fault, in: text.bytes).moved(text.origin)
        if !self.text.info.isSaidToBeCode,
            TextGuess.isReport(line(at: finding.range.lowerBound))
        {
            return output
        }
        if !self.text.info.isSaidToBeCode, isBelowEditor(finding.range.lowerBound) {
            return Examination(.undecided("what follows an editor may be the text of its file"))
        }
        guard
            looksRight || self.text.info.isSaidToBeCode
                || shell.isSlip(fault, in: text.bytes, looksRight: false)
        else {
            let line = self.text.code[..<finding.range.lowerBound].count { $0 == 0x0A } + 1
            return Examination(.undecided("not bash: line \(line): \(fault.message)"))
        }
        return Examination(.rejected([finding], .parse))
    }
}
