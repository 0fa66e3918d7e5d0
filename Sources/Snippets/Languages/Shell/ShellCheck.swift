extension LanguageCheck {
    /// Shell scripts and what is labelled so: a transcript's commands, commands among output, and
    /// output alone, which is left alone.
    static let bash = LanguageCheck("bash") { text in ShellCheck(text).examination }

    /// Transcripts: the commands that are typed at a shell are checked as such.
    static let console = LanguageCheck("console") { text in
        ShellCheck(text, isConsole: true).examination
    }

    /// Shells without a checker: a transcript is read as one, all else is left alone.
    static let otherShells = LanguageCheck("batch", "fish", "powershell") { text in
        let lines = CodeLines(text.code)
        guard let transcript = Transcript(lines) else {
            return Examination(.undecided("no checker for \(text.language.name)"))
        }
        var examination = Examination(.accepted(.shape))
        if transcript.has(.shell) {
            examination.remarks = [ShellCheck.consoleRemark(text, transcript)]
        }
        return examination
    }
}

/// Looks at a block that is said to hold a shell's commands.
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
        // bash takes it for a program.
        if text.code.contains(0) { return Examination(.undecided("it holds NUL bytes")) }
        if let transcript = Transcript(lines, isConsole: isConsole) { return session(transcript) }
        if let shell = OtherShell.name(of: lines, label: text.info.label) {
            return Examination(.undecided("looks like \(shell), not bash"))
        }
        return script
    }

    // MARK: Transcripts

    private func session(_ transcript: Transcript) -> Examination {
        let typed = transcript.entries.filter { $0.program == .shell }.flatMap(\.typed)
        guard typed.contains(where: { !lines.isBlank($0) }) else {
            return otherSession(transcript)
        }
        var examination = asked([ShellFilling.text(of: typed, in: text.code)])
        if isConsole {
            examination.result = .accepted(.shape)
        } else {
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
        let whole = ShellFilling.text(of: lines.ranges, in: text.code)
        let filled = CodeLines(whole.bytes)
        let look = ShellLook(filled)
        switch look.kind {
        case .commands:
            var examination = asked([whole])
            if let finding = unclosed(in: whole, filled) {
                examination.result = .rejected([finding], .shape)
            }
            return examination
        case .mixed:
            return asked([ShellFilling.text(of: look.commands, in: text.code), whole])
        case .unclear:
            return Examination(.undecided("unclear whether it is commands or output"))
        case .output:
            var examination = Examination(.undecided("looks like output, not commands"))
            examination.remarks = [
                .label("output is labelled '\(text.info.label)'", write: "text")
            ]
            return examination
        }
    }

    /// What nothing closes, where the block ends in it.
    private func unclosed(in checked: CheckedText, _ lines: CodeLines) -> Finding? {
        var scan = ShellScan(checked.bytes)
        for line in lines.ranges { scan.feed(line) }
        guard let open = scan.stack.first, !scan.isInsideHereDocument else { return nil }
        return Finding(
            "'\(lines.string(open.sign))' is never closed", at: checked.origin(of: open.sign))
    }

    private func asked(_ texts: [CheckedText]) -> Examination {
        Examination(
            .undecided("bash not run"), elisions: texts.first?.elisions ?? 0,
            request: ToolRequest("bash", texts, fileExtension: "sh"))
    }
}
