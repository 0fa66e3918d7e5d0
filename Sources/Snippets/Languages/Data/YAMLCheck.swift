import Languages

extension LanguageCheck {
    /// YAML, as libyaml reads it (through Yams), several documents or a part of one.
    static let yaml = LanguageCheck("yaml") { YAMLCheck(text: $0).examine() }
}

/// The verdict on a block labeled `yaml`.
///
/// The block is tried as it is, then with its gaps filled in, then with the parts between elisions
/// on their own, then below the parents that an excerpt has lost; the result of the second counts.
/// A key given twice is a fault, unless the two are alternatives.
private struct YAMLCheck {
    let text: SnippetText
    private var code: [UInt8] { text.code }

    func examine() -> Examination {
        let gaps = YAMLElisions(code)
        let text = YAMLAliases.hidden(in: code)
        guard let first = problem(in: text) else {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if case .tooCostly = first { return Examination(.undecided("aliases as keys of YAML")) }
        let filled = YAMLAliases.hidden(in: gaps.filled)
        guard let problem = problem(in: filled) else {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if gaps.hasLineElisions, self.problem(in: YAMLAliases.hidden(in: gaps.parted)) == nil {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if case .syntax = problem, let excerpt = YAMLExcerpt.withParents(filled.bytes),
            self.problem(in: (excerpt, filled.hasOthers)) == nil
        {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        let finding: Finding
        switch problem {
        case .tooCostly: return Examination(.undecided("aliases as keys of YAML"))
        case .duplicate(let found):
            return Examination(.rejected([found], .parse), elisions: gaps.elisions)
        case .syntax(let found): finding = found
        }
        if YAMLExcerpt.isProse(code, from: finding.range.lowerBound) {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if !self.text.info.isSaidToBeCode, let other = otherText(finding) ?? otherLanguage() {
            return other
        }
        return Examination(.rejected([finding], .parse), elisions: gaps.elisions)
    }

    private func problem(in text: (bytes: [UInt8], hasOthers: Bool)) -> YAMLParse.Problem? {
        YAMLParse.problem(in: text.bytes, hasAliases: text.hasOthers, of: code)
    }

    /// A script that writes YAML, or another language with this label.
    private func otherLanguage() -> Examination? {
        if let other = OtherLanguage.examination(of: text) { return other }
        guard code[...].holds("<<"), let bash = Language.named("bash"),
            case .command = ShellLook(CodeLines(code)).first
        else { return nil }
        return OtherLanguage.examination(of: text, as: bash)
    }

    /// Other kinds of text that a block that is not YAML may be.
    ///
    /// - Parameter finding: its fault as YAML.
    private func otherText(_ finding: Finding) -> Examination? {
        let lines = code.split(separator: 0x0A)
        let first = lines.first { line in
            let text = line.drop { $0 == 0x20 }
            return !text.isEmpty && text.first != UInt8(ascii: "#")
        }
        if let first,
            TranscriptLine.isPrompt(first.drop { $0 == 0x20 }) || Transcript(CodeLines(code)) != nil
        {
            return Self.undecided("a shell transcript", label: "console")
        }
        let isAdded: (ArraySlice<UInt8>) -> Bool = { line in
            line.first == UInt8(ascii: "+") && line.count > 1
        }
        if lines.contains(where: isAdded) { return Self.undecided("a diff", label: "diff") }
        guard hasKeys(lines), !isLog(lines) else {
            return Examination(.undecided("few of its lines look like YAML"))
        }
        let start = code[..<finding.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = code[start...].prefix { $0 != 0x0A }.withoutBlanks
        return line.begins("**")
            ? Examination(.undecided("words of it are marked by '**'")) : nil
    }

    /// Whether it is probably output of a program: most keys are several words, much prose is between
    /// the keys, rules separate it, or it has Go's printed values; or its comments are of another
    /// language; or several items follow a word without a colon.
    private func isLog(_ lines: [ArraySlice<UInt8>]) -> Bool {
        var keys = 0
        var phrases = 0
        var prose = 0
        var slashes = 0
        var heads = 0
        for line in lines {
            let text = line.withoutBlanks
            guard let first = text.first, first != UInt8(ascii: "#") else { continue }
            let isRule = text.count > 5 && text.allSatisfy { "-=*_<>".utf8.contains($0) }
            if isRule || text.begins(">>>>") || text.begins("====") { return true }
            let marks = [": &{", ":<nil> ", ":map[", "Traceback (most recent"]
            if marks.contains(where: { text.holds($0) }) { return true }
            if text.holds(" // ") { slashes += 1 }
            if Self.hasKey(text) {
                keys += 1
                let key = text.prefix { $0 != UInt8(ascii: ":") }
                let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "-")
                if key.contains(0x20), !isQuoted { phrases += 1 }
            } else if line.first == first, first.isLetter {
                if line.count(where: { $0 == 0x20 }) > 1 { prose += 1 }
                if text.word(with: "._-").count == text.count { heads += 1 }
            }
        }
        return phrases > 1 && phrases * 2 >= keys || prose > 1 && prose * 3 >= keys
            || prose > 0 && phrases > 0 && (prose + phrases) * 3 >= keys
            || slashes > 1 && slashes * 3 >= keys || heads > 1
    }

    /// Whether at least half of the lines, comments excluded, are keys, items or continue them.
    private func hasKeys(_ lines: [ArraySlice<UInt8>]) -> Bool {
        var all = 0
        var known = 0
        for line in lines {
            let text = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard let first = text.first, first != UInt8(ascii: "#") else { continue }
            all += 1
            let isNested = text.startIndex > line.startIndex
            if isNested || first == UInt8(ascii: "-") || Self.hasKey(text) { known += 1 }
        }
        return known * 2 >= all
    }

    /// `key: value` or `key:`, of a word before the colon.
    private static func hasKey(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let isEnded = colon + 1 == text.endIndex || text[colon + 1].isBlank
        return isEnded && !text[..<colon].contains { "*{=|".utf8.contains($0) }
    }

    private static func undecided(_ what: String, label: String) -> Examination {
        var examination = Examination(.undecided("\(what), not YAML"))
        examination.remarks = [.label("this is \(what)", write: label)]
        return examination
    }
}
