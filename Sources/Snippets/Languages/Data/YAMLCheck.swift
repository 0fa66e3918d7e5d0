extension LanguageCheck {
    /// YAML, as libyaml reads it (through Yams), several documents or a part of one.
    static let yaml = LanguageCheck("yaml") { YAMLCheck(code: $0.code).examine() }
}

/// The verdict on a block labelled `yaml`.
///
/// The block is tried as it is, then with its gaps filled in, then with what stands between elisions
/// on its own, then below the parents that an excerpt has lost; what is said of the second counts. A
/// key that is given twice is a fault, unless the two are alternatives.
private struct YAMLCheck {
    let code: [UInt8]

    func examine() -> Examination {
        let gaps = YAMLGaps(code)
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
        if let other = otherText() { return other }
        return Examination(.rejected([finding], .parse), elisions: gaps.elisions)
    }

    private func problem(in text: (bytes: [UInt8], hasOthers: Bool)) -> YAMLParse.Problem? {
        YAMLParse.problem(in: text.bytes, hasAliases: text.hasOthers, of: code)
    }

    /// What a block that is no YAML may be all the same.
    private func otherText() -> Examination? {
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
        return hasKeys(lines) ? nil : Examination(.undecided("few of its lines look like YAML"))
    }

    /// Whether at least half of the lines that are no comments are keys, items or continue them.
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
