import Code
import Languages

/// Classifies a block that the grammar of its label refuses: a session, another language, a program
/// with a fault, or not a program.
struct RefusedBlock {
    private let text: SnippetText
    private let grammar: CodeLanguage
    private let fault: CodeFault
    private let guess: LanguageGuess.Reading

    init(_ text: SnippetText, _ grammar: CodeLanguage, _ fault: CodeFault) {
        self.text = text
        self.grammar = grammar
        self.fault = fault
        guess = LanguageGuess.reading(of: text.code)
    }

    var examination: Examination {
        if let session = session ?? relative ?? OtherLanguage.examination(of: text, guess) ?? marked
        {
            return session
        }
        if text.info.isSaidToBeCode {
            return Examination(.rejected([Finding(fault, in: text.code)], .parse))
        }
        if text.language.name == "sql" {
            if Synopsis(text.code).isSQL {
                return Examination(.undecided("a synopsis, with brackets around what is optional"))
            }
            if QueryResults.begin(text.code) { return printed }
            if QueryResults.areIn(text.code) {
                return Examination(.undecided("code with what it prints"))
            }
        }
        if let reason = MixedText(text.code, fault, grammar).reason {
            return output ?? Examination(.undecided(reason))
        }
        // In a template everything else is text, so a fault is in a tag.
        if MixedText.templates.contains(grammar.name) {
            return Examination(.rejected([Finding(fault, in: text.code)], .parse))
        }
        if isWithoutSemicolons {
            return output
                ?? Examination(.undecided("not \(text.language.name): no statement ends with ';'"))
        }
        let isNamed = guess.language?.name == text.language.name
        if grammar.isSlip(fault, in: text.code, looksRight: isNamed) {
            return Examination(.rejected([Finding(fault, in: text.code)], .parse))
        }
        if let output { return output }
        let line = text.code[..<fault.range.lowerBound].count { $0 == .lineFeed } + 1
        return Examination(
            .undecided("not \(text.language.name): line \(line): \(fault.message)"))
    }

    /// Whether a `;` is missing, before a statement, in code that has none at all, of a language in which
    /// nothing else ends a statement.
    private var isWithoutSemicolons: Bool {
        guard Self.endStatements.contains(text.language.name), let edit = fault.edit,
            edit.range.isEmpty, edit.replacement == ";", !text.code.contains(UInt8(ascii: ";"))
        else { return false }
        let next = text.code[edit.range.upperBound...].first { !$0.isBlank && $0 != .lineFeed }
        return next != UInt8(ascii: "}") && grammar.codeLines(of: text.code) > 1
    }

    /// Languages in which nothing but `;` ends a statement.
    static let endStatements: Set<String> = [
        "c", "cpp", "csharp", "dart", "java", "nginx", "objc", "php", "rust",
    ]

    // MARK: Sessions

    /// Reads what was typed at the language's own prompt; the shell checks other sessions.
    private var session: Examination? {
        let lines = CodeLines(text.code)
        if text.language.name == "swift", let session = swiftSession(lines) { return session }
        guard let transcript = Transcript(lines) else { return nil }
        let programs = Self.prompts[text.language.name] ?? []
        let typed = transcript.entries.filter { programs.contains($0.program) }.flatMap(\.typed)
        if typed.isEmpty { return ShellCheck(text).examination }
        var commands = CheckedText()
        for line in typed where !isMetaCommand(line, lines) {
            commands.append(text.code, line)
            commands.append(written: "\n")
        }
        switch grammar.read(commands.bytes) {
        case .accepted(let acceptance): return Examination(accepted: acceptance)
        case .gaveUp: return Examination(.undecided("too intricate to be read"))
        case .refused(let fault) where fault.isDebatable:
            return Examination(.undecided("not \(text.language.name): \(fault.message)"))
        case .refused(let fault):
            let finding = Finding(fault, in: commands.bytes).moved(commands.origin)
            return Examination(.rejected([finding], .parse))
        }
    }

    /// A session of Swift's interpreter, whose prompts number the lines: `1> let x = 1`, `2. }`.
    private func swiftSession(_ lines: CodeLines) -> Examination? {
        var commands = CheckedText()
        let first = text.code.drop { $0.isBlank || $0 == .lineFeed }
        let prompt = first.drop { $0 >= 0x30 && $0 <= 0x39 }
        guard prompt.startIndex > first.startIndex, prompt.first == UInt8(ascii: ">") else {
            return nil
        }
        var start = 0
        while start < text.code.count {
            let end = text.code[start...].firstIndex(of: .lineFeed) ?? text.code.count
            let line = lines.skippingBlanks(start..<end)
            let digits = text.code[line].prefix { $0 >= 0x30 && $0 <= 0x39 }
            let mark = digits.endIndex
            if !digits.isEmpty, mark < end, ">.".utf8.contains(text.code[mark]),
                mark + 1 == end || text.code[mark + 1].isBlank
            {
                commands.append(text.code, mark + 1..<end)
                commands.append(written: "\n")
            }
            start = end + 1
        }
        guard !commands.bytes.isEmpty else { return nil }
        if case .accepted(let acceptance) = grammar.read(commands.bytes) {
            return Examination(accepted: acceptance)
        }
        return Examination(.undecided("a session of an interpreter"))
    }

    private static let prompts: [String: Set<Prompt.Program>] = [
        "javascript": [.node], "python": [.python], "python2": [.python], "ruby": [.ruby],
        "sql": [.sql],
    ]

    /// psql's `\d`, SQLite's `.tables`: not SQL.
    private func isMetaCommand(_ line: Range<Int>, _ lines: CodeLines) -> Bool {
        guard text.language.name == "sql" else { return false }
        let first = text.code[lines.skippingBlanks(line)].first
        return first == UInt8(ascii: "\\") || first == UInt8(ascii: ".")
    }

    // MARK: Other languages

    /// Languages related to the label's: accepted without a remark if the label is a common name of
    /// both, otherwise with one.
    private var relative: Examination? {
        for (name, isUsual) in Self.relatives[text.language.name] ?? [] {
            guard let language = Language.named(name),
                case .accepted(let acceptance)? = CodeRegistry.language(name)?.read(text.code),
                isUsual || !acceptance.isCutOff
            else { continue }
            var examination = Examination(accepted: acceptance, as: language)
            if !isUsual { examination.remarks = [OtherLanguage.remark(text, language)] }
            return examination
        }
        return nil
    }

    private static let relatives: [String: [(String, isUsual: Bool)]] = [
        "css": [("scss", false)],
        "javascript": [("typescript", false), ("tsx", false)],
        "jsx": [("tsx", false)],
        "typescript": [("tsx", true)],
    ]

    /// Code with words marked by `**`, as in a text, or with numbered lines.
    private var marked: Examination? {
        let unmarked = MarkedCode.withoutStars(text.code)
        let reasons: [(String, [UInt8])] = [
            ("words of it are marked by '**'", unmarked),
            ("lines of it are marked as removed", MarkedCode.withoutRemoved(text.code)),
            ("parts of it are marked", MarkedCode.withoutBraces(text.code)),
            ("its lines are numbered", MarkedCode.withoutNumbers(text.code)),
            ("words of it are marked", MarkedCode.withoutMarks(unmarked)),
        ]
        for (reason, code) in reasons where code != text.code {
            if case .accepted = grammar.read(code) { return Examination(.undecided(reason)) }
        }
        return nil
    }

    private var output: Examination? {
        guard case .text = guess, !grammar.beginsLinesWithKeywords(in: text.code) else {
            return nil
        }
        return printed
    }

    /// The output of a program.
    private var printed: Examination {
        let label = text.info.label.isEmpty ? text.language.name : text.info.label
        var examination = Examination(.text("output, labelled \(label)"))
        examination.remarks = [
            .label("labelled \(text.language.name), but it is output", write: "text")
        ]
        return examination
    }
}

extension Finding {
    /// The same finding in the coordinates of another text.
    ///
    /// - Parameter origin: returns the offset there for an offset here.
    func moved(_ origin: (Int) -> Int) -> Finding {
        func moved(_ range: Range<Int>) -> Range<Int> {
            let start = origin(range.lowerBound)
            return start..<max(start, origin(range.upperBound))
        }
        return Finding(
            message, at: moved(range), fix: fix,
            edit: edit.map {
                Edit(range: Self.moved($0.range, origin), replacement: $0.replacement)
            },
            related: related.map { Related($0.note, at: moved($0.range)) })
    }

    /// The place of an edit: after the byte that it follows in the other text, so that an insertion
    /// at the end of a line does not move to the next one.
    private static func moved(_ range: Range<Int>, _ origin: (Int) -> Int) -> Range<Int> {
        func end(_ offset: Int) -> Int {
            if offset == 0 { return origin(0) }
            let before = origin(offset - 1)
            // An offset that the other text lacks comes from its next byte.
            return before == origin(offset) ? before : before + 1
        }
        let start = range.isEmpty ? end(range.lowerBound) : origin(range.lowerBound)
        return start..<max(start, end(range.upperBound))
    }
}
