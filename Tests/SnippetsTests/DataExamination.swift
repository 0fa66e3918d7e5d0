import Languages

@testable import Snippets

/// What the checkers of data formats say of a text, in forms that tests can compare.
enum DataExamination {
    /// Examines a text by one checker, as a block labelled with its first language.
    static func examine(_ check: LanguageCheck, _ text: String) -> Examination {
        let label = check.languages.first ?? ""
        return check.examine(
            SnippetText(
                code: Array(text.utf8), info: InfoString(label),
                language: Language.named(label) ?? Language(label)))
    }

    /// What an examination came to, in one line: `parse`, `parse, 2 elisions`, `undecided: …`, or
    /// `3..<4: message` for the first finding.
    static func outcome(_ check: LanguageCheck, _ text: String) -> String {
        let examination = examine(check, text)
        switch examination.result {
        case .accepted(let level):
            return examination.elisions == 0
                ? level.rawValue : "\(level.rawValue), \(examination.elisions) elisions"
        case .undecided(let reason): return "undecided: \(reason)"
        case .text(let what): return "text: \(what)"
        case .rejected(let findings, _):
            return findings.first.map { "\($0.range): \($0.message)" } ?? "rejected without a word"
        }
    }

    /// The labels that remarks ask for, or their messages where they ask for none.
    static func labels(_ check: LanguageCheck, _ text: String) -> [String] {
        examine(check, text).remarks.map { $0.finding.edit?.replacement ?? $0.finding.message }
    }

    static func firstFinding(_ check: LanguageCheck, _ text: String) -> Finding? {
        guard case .rejected(let findings, _) = examine(check, text).result else { return nil }
        return findings.first
    }

    static func dataText(_ bytes: [UInt8], _ label: String) -> SnippetText {
        SnippetText(
            code: bytes, info: InfoString(label), language: Language.named(label) ?? Language(label)
        )
    }

    /// Bytes out of which the marks of data formats are made, the same for the same seed.
    static func randomBytes(_ seed: Int) -> [UInt8] {
        let marks = Array("{}[]<>\"'\\:,.…#$%&*@-=+!|?/ \n\t;x1\u{0}中".utf8) + [0xFF, 0xE2, 0x80]
        var state = UInt64(truncatingIfNeeded: seed) &* 6_364_136_223_846_793_005 &+ 1
        return (0..<60).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return marks[Int(state >> 33) % marks.count]
        }
    }
}
