extension LanguageCheck {
    /// YAML, as libyaml reads it (through Yams), several documents or a part of one.
    static let yaml = LanguageCheck("yaml") { YAMLCheck(code: $0.code).examine() }
}

/// The verdict on a block labelled `yaml`.
///
/// The block is tried as it is, then with its gaps filled in, then with what stands between elisions
/// on its own, then below the parents that an excerpt has lost; what is said of the second counts.
private struct YAMLCheck {
    let code: [UInt8]

    func examine() -> Examination {
        let gaps = YAMLGaps(code)
        let text = YAMLAliases.hidden(in: code)
        guard let first = YAMLParse.problem(in: text.bytes, hasAliases: text.hasOthers) else {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if case .tooCostly = first { return Examination(.undecided("aliases as keys of YAML")) }
        let filled = YAMLAliases.hidden(in: gaps.filled)
        guard let problem = YAMLParse.problem(in: filled.bytes, hasAliases: filled.hasOthers) else {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if gaps.hasLineElisions {
            let parts = YAMLAliases.hidden(in: gaps.parted)
            if YAMLParse.problem(in: parts.bytes, hasAliases: parts.hasOthers) == nil {
                return Examination(.accepted(.parse), elisions: gaps.elisions)
            }
        }
        if let excerpt = YAMLExcerpt.withParents(filled.bytes),
            YAMLParse.problem(in: excerpt, hasAliases: filled.hasOthers) == nil
        {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        guard case .syntax(let finding) = problem else {
            return Examination(.undecided("aliases as keys of YAML"))
        }
        if YAMLExcerpt.isProse(code, from: finding.range.lowerBound) {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if let other = otherText() { return other }
        return Examination(.rejected([finding], .parse), elisions: gaps.elisions)
    }

    /// What a block that is no YAML may be all the same.
    private func otherText() -> Examination? {
        let lines = code.split(separator: 0x0A)
        let first = lines.first { line in
            let text = line.drop { $0 == 0x20 }
            return !text.isEmpty && text.first != UInt8(ascii: "#")
        }
        if let first, TranscriptLine.isPrompt(first.drop { $0 == 0x20 }) {
            return Self.undecided("a shell transcript", label: "console")
        }
        let isAdded: (ArraySlice<UInt8>) -> Bool = { line in
            line.first == UInt8(ascii: "+") && line.count > 1
        }
        if lines.contains(where: isAdded) { return Self.undecided("a diff", label: "diff") }
        return nil
    }

    private static func undecided(_ what: String, label: String) -> Examination {
        var examination = Examination(.undecided("\(what), not YAML"))
        examination.remarks = [.label("this is \(what)", write: label)]
        return examination
    }
}
