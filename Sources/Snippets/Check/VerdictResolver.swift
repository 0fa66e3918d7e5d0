import Code
import Diagnostics

/// Derives snippets' verdicts from the results of the process and of tools.
package struct VerdictResolver: Sendable {
    private let toolbox: Toolbox
    private let answers: ToolAnswers

    package init(toolbox: Toolbox, answers: ToolAnswers) {
        self.toolbox = toolbox
        self.answers = answers
    }

    /// Whether a tool has to be asked before the verdict of a snippet is final: it is there, and what it
    /// says of the snippet is not known.
    package func awaitsTool(_ snippet: ExaminedSnippet) -> Bool {
        guard let request = snippet.request, toolbox.has(request.tool) else { return false }
        guard let tool = toolbox[request.tool] else { return true }
        if request.texts.contains(where: { $0.bytes.count > ToolRunner.largestText }) {
            return false
        }
        for text in request.texts {
            switch answers[ToolAnswers.key(text, request, tool)] {
            case .rejected?: continue
            case .accepted?, .undecided?, .crashed?: return false
            case nil: return true
            }
        }
        return false
    }

    /// The tool that a snippet wants and that is not there.
    package func missingTool(of snippet: ExaminedSnippet) -> String? {
        guard let request = snippet.request, !toolbox.has(request.tool) else { return nil }
        return request.tool
    }

    /// The snippet with its verdict. A failure is a warning here; a strict check makes it an error.
    package func verdict(of snippet: ExaminedSnippet) -> CheckedSnippet {
        var verdict: Verdict
        var checker: Checker?
        switch snippet.state {
        case .settled(let settled): verdict = settled
        case .examined(let examination, let wanted):
            var said: [String] = []
            verdict = self.verdict(of: snippet, examination, &said, &checker)
            verdict = reached(wanted, verdict, snippet)
            verdict = expectation(snippet, verdict, said)
            switch verdict {
            case .unchecked, .skipped: checker = nil
            case .passed, .failed, .expected: break
            }
        }
        var diagnostics = snippet.remarks
        if case .failed(let failures) = verdict { diagnostics += failures }
        return CheckedSnippet(
            file: snippet.file, line: snippet.line, place: snippet.place,
            language: snippet.language, label: snippet.info.label, verdict: verdict,
            checker: checker,
            diagnostics: diagnostics.sortedByPlace(), digest: snippet.digest)
    }

    // MARK: Results

    /// - Parameters:
    ///   - said: receives all messages of the tool, including those that are not reported.
    ///   - checker: receives what gave the verdict.
    private func verdict(
        of snippet: ExaminedSnippet, _ examination: Examination, _ said: inout [String],
        _ checker: inout Checker?
    ) -> Verdict {
        checker = Checker(of: snippet, examination)
        guard let request = examination.request else {
            return own(snippet, examination, otherwise: nil)
        }
        guard toolbox.has(request.tool) else {
            return own(snippet, examination, otherwise: "\(request.tool) not found")
        }
        guard let tool = toolbox[request.tool] else {
            return own(snippet, examination, otherwise: "\(request.tool) not run")
        }
        if request.texts.contains(where: { $0.bytes.count > ToolRunner.largestText }) {
            return own(snippet, examination, otherwise: "too large for \(request.tool)")
        }
        var rejections: [(text: CheckedText, findings: [ToolFinding])] = []
        for text in request.texts {
            switch answers[ToolAnswers.key(text, request, tool)] {
            case .accepted?:
                checker = Checker(tool: request.tool, version: tool.version)
                return .passed(
                    .init(
                        level: request.level, tool: request.tool, toolVersion: tool.version,
                        elisions: max(text.elisions, examination.elisions)))
            case .rejected(let findings)?: rejections.append((text, findings))
            case .undecided(let reason)?:
                return own(snippet, examination, otherwise: reason)
            case .crashed(let reason)?:
                // Some readers name the tool themselves.
                let words = reason.hasPrefix(request.tool) ? reason : "\(request.tool) \(reason)"
                return own(snippet, examination, otherwise: words)
            case nil:
                return own(snippet, examination, otherwise: "\(request.tool) not run")
            }
        }
        checker = Checker(tool: request.tool, version: tool.version)
        said = rejections.flatMap { $0.findings.map(\.message) }
        return .failed(failures(snippet, examination, rejections, request, tool))
    }

    /// The result of the process.
    ///
    /// - Parameter reason: why no tool checked more; nil if no tool was requested.
    private func own(
        _ snippet: ExaminedSnippet, _ examination: Examination, otherwise reason: String?
    ) -> Verdict {
        switch examination.result {
        case .accepted(let level):
            // Report the reason to authors who asked for more by name.
            if let reason, let wanted = snippet.info.check, level < wanted {
                return .unchecked(reason)
            }
            return .passed(
                .init(
                    level: level, elisions: examination.elisions, isCutOff: examination.isCutOff,
                    readAs: examination.readAs))
        case .rejected(let findings, let level):
            return .failed(findings.map { snippet.failure($0, level) })
        case .undecided(let own): return .unchecked(reason ?? own)
        case .text(let what): return .skipped(what)
        }
    }

    /// Of several ways to read a block, the one that got furthest was meant.
    private func failures(
        _ snippet: ExaminedSnippet, _ examination: Examination,
        _ rejections: [(text: CheckedText, findings: [ToolFinding])], _ request: ToolRequest,
        _ tool: InstalledTool
    ) -> [Diagnostic] {
        var best: [Finding] = []
        var isAtEnd = false
        for rejection in rejections {
            let findings = rejection.findings.prefix(Self.most).map {
                Finding($0, in: rejection.text)
            }
            if (findings.first?.range.lowerBound ?? 0) > (best.first?.range.lowerBound ?? -1) {
                best = findings
                isAtEnd = rejection.findings.first.map { $0.column == nil } ?? false
                isAtEnd = isAtEnd || rejection.text.isEnd(findings.first?.range.lowerBound ?? 0)
            }
        }
        let name = [request.tool, tool.version].compactMap { $0 }.joined(separator: " ")
        // A tool that only reached the end of the text says less than the open bracket.
        if isAtEnd, case .rejected(let own, _) = examination.result {
            let words = rejections.first?.findings.first.map { ": \($0.message)" } ?? ""
            return own.prefix(Self.most).map {
                snippet.failure($0, request.level, by: name + words)
            }
        }
        return best.map { snippet.failure($0, request.level, by: name) }
    }

    /// How many failures of one snippet are reported: later ones are mostly consequences.
    private static let most = 3

    // MARK: Requested levels

    /// A block that asks for a level by name must reach it to pass.
    private func reached(
        _ wanted: CheckLevel, _ verdict: Verdict, _ snippet: ExaminedSnippet
    ) -> Verdict {
        guard case .passed(let pass) = verdict, pass.level < wanted,
            snippet.info.check == wanted
        else { return verdict }
        if wanted == .run { return .unchecked("no sandbox") }
        let language = snippet.language ?? snippet.info.label
        let checker = wanted == .types ? "type checker" : "parser"
        return .unchecked("no \(checker) for \(language), which passes as \(pass.level)")
    }

    /// `fails="…"`: it must fail, and for that reason.
    ///
    /// - Parameter said: the tool's own messages, if galley reports others.
    private func expectation(
        _ snippet: ExaminedSnippet, _ verdict: Verdict, _ said: [String]
    ) -> Verdict {
        guard let expected = snippet.info.fails else {
            // rustdoc only requires that it does not compile, for whatever reason.
            if snippet.info.isMeantToFail, case .failed(let failures) = verdict,
                let first = failures.first
            {
                return .expected(first)
            }
            return verdict
        }
        switch verdict {
        case .failed(let failures):
            if let match = failures.first(where: { Self.matches($0.summary, expected) }) {
                return .expected(match)
            }
            if let first = failures.first, said.contains(where: { Self.matches($0, expected) }) {
                return .expected(first)
            }
            guard Self.isSyntax(expected) || !Self.isCompiled(snippet) else {
                return .unchecked("whether it fails with '\(expected)' is for a compiler to tell")
            }
            let other = failures.first
            return .failed([
                .warning(
                    .snippetOtherFailure,
                    "should fail with '\(expected)', but fails for another reason",
                    at: other?.place ?? snippet.place, explanation: other?.summary,
                    fixes: [.init("fix the other fault, or the text of 'fails'")])
            ])
        case .passed(let pass):
            guard pass.tool != nil || Self.isSyntax(expected) || !Self.isCompiled(snippet) else {
                return .unchecked("whether it fails with '\(expected)' is for a compiler to tell")
            }
            return .failed([
                .warning(
                    .snippetUnexpectedPass, "should fail with '\(expected)', but passes",
                    at: snippet.place,
                    fixes: [.init("remove 'fails', or break the code as the text says")])
            ])
        case .expected, .skipped, .unchecked: return verdict
        }
    }

    /// Whether a compiler could find more problems in a snippet than its grammar.
    private static func isCompiled(_ snippet: ExaminedSnippet) -> Bool {
        snippet.language.map { CodeRegistry.language($0) != nil } ?? false
    }

    /// Whether a message is a parser's, so that parsing the code decides it.
    private static func isSyntax(_ expected: String) -> Bool {
        let words = expected.lowercased()
        return [
            "expect", "syntax", "close", "missing", "terminat", "invalid", "illegal", "duplicate",
            "found", "token", "indent",
        ].contains { words.contains($0) }
    }

    /// White space and case of a message are ignored.
    private static func matches(_ message: String, _ expected: String) -> Bool {
        func folded(_ text: String) -> String {
            text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return folded(message).contains(folded(expected))
    }
}

extension Checker {
    /// galley itself, named by how it reads the language.
    init(of snippet: ExaminedSnippet, _ examination: Examination) {
        let language = examination.readAs ?? snippet.language ?? snippet.info.label
        let isOfGrammar = CodeRegistry.language(language) != nil
        self.init(
            "\(language) \(isOfGrammar ? "grammar" : examination.isShape ? "shape" : "parser")")
    }
}

extension Examination {
    /// Whether only brackets, strings and comments were checked.
    fileprivate var isShape: Bool {
        switch result {
        case .accepted(let level), .rejected(_, let level): level == .shape
        case .undecided, .text: false
        }
    }
}

extension Finding {
    /// A tool's finding in the text that it saw, in the block's own coordinates.
    init(_ finding: ToolFinding, in text: CheckedText) {
        let bytes = text.bytes
        var offset = text.offset(line: finding.line, column: finding.column, in: finding.unit)
        // A tool that counts columns differently than its manual says must not cut a character.
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        var end = offset
        // The word at the place, so that the caret marks something.
        while end < bytes.count, Finding.isWord(bytes[end]) { end += 1 }
        if end == offset, end < bytes.count, bytes[end] != 0x0A { end += 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        self.init(finding.message, at: text.origin(of: offset..<end))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }
}

extension ExaminedSnippet {
    /// - Parameter tool: the program that reported it, with its version; nil: galley itself.
    func failure(_ finding: Finding, _ level: CheckLevel, by tool: String? = nil) -> Diagnostic {
        let place = places.place(of: finding.range)
        let looksLike = looksLike
        var fixes =
            finding.fix.map {
                [
                    Diagnostic.Fix(
                        $0, edits: places.edits(of: finding),
                        isSure: looksLike == nil && finding.isSure)
                ]
            } ?? []
        if let looksLike {
            fixes.append(.init("it looks like \(looksLike): if it is, label it so"))
        }
        return .warning(
            Diagnostic.ID("snippet/\(language ?? "text")/\(level.rawValue)"), finding.message,
            at: place, explanation: tool.map { "says \($0)" },
            notes: finding.related.map { [.init($0.note, at: places.place(of: $0.range))] } ?? [],
            fixes: fixes)
    }
}

extension Diagnostic.ID {
    package static let snippetOtherFailure = Diagnostic.ID("snippet/other-failure")
    package static let snippetUnexpectedPass = Diagnostic.ID("snippet/unexpected-pass")
}
