import DataFormats
import Languages

extension LanguageCheck {
    /// TOML 1.0.
    static let toml = LanguageCheck("toml") { TOMLCheck(text: $0).examine() }
}

/// The verdict on a block labeled `toml`: as it is, or otherwise with its gaps filled in.
///
/// Articles write alternatives one after the other; a key that is repeated after a comment is one.
private struct TOMLCheck {
    let text: SnippetText
    private var code: [UInt8] { text.code }
    /// How many alternatives are tried.
    private static let mostAlternatives = 16

    func examine() -> Examination {
        let gaps = TOMLElisions(code)
        guard problem(in: code) != nil, let problem = problem(in: gaps.filled) else {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if problem.kind == .tooDeep { return Examination(.undecided("TOML nested too deep")) }
        if TranscriptLine.isPrompt(code.drop { $0 == 0x20 || $0 == 0x0A }) {
            var examination = Examination(.undecided("a shell transcript, not TOML"))
            examination.remarks = [.label("this is a shell transcript", write: "console")]
            return examination
        }
        if isINI, let ini = Language.named("ini"),
            let examination = OtherLanguage.examination(of: text, as: ini)
        {
            return examination
        }
        // YAML has no '=' after its keys.
        if LanguageLabel(text.info.label).language == text.language,
            !code.contains(UInt8(ascii: "=")), code[...].holds(":"),
            let yaml = Language.named("yaml"),
            let examination = OtherLanguage.examination(of: text, as: yaml)
        {
            return examination
        }
        // Text that fills a gap is not the author's.
        let isAuthors = gaps.filled[problem.range] == code[problem.range]
        let finding = Finding(
            problem.message, at: problem.range, fix: isAuthors ? problem.fix : nil,
            replacement: isAuthors ? problem.replacement : nil,
            related: problem.first.map { .init("first given here", at: $0) })
        return Examination(.rejected([finding], .parse), elisions: gaps.elisions)
    }

    /// Whether sections have unquoted text throughout, as in systemd: at least two such values, and
    /// no quoted ones.
    private var isINI: Bool {
        var bare = 0
        var hasSection = false
        for line in code.split(separator: 0x0A) {
            let text = line.withoutBlanks
            if text.begins("#") || text.begins(";") { continue }
            if text.begins("[") { hasSection = true }
            guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let value = text[(equals + 1)...].withoutBlanks
            if value.begins("\"") || value.begins("'") || value.begins("[") { return false }
            let first = value.first ?? 0
            let isTruth = value.elementsEqual("true".utf8) || value.elementsEqual("false".utf8)
            if first.isLetter || "/~".utf8.contains(first), !isTruth { bare += 1 }
        }
        return hasSection && bare > 1
    }

    /// The first problem of a text as long as the block that is not an alternative.
    private func problem(in bytes: [UInt8]) -> TOMLProblem? {
        var bytes = bytes
        var problem = Self.firstProblem(in: bytes)
        for attempt in 0..<Self.mostAlternatives {
            guard let found = problem, isAlternative(found),
                let letter = bytes[found.range].firstIndex(where: \.isLetter)
            else { break }
            // Another key is not a duplicate, and all places stay.
            bytes[letter] = Array("qzjkwvxyQZJKWVXY".utf8)[attempt]
            problem = Self.firstProblem(in: bytes)
        }
        return problem
    }

    /// Whether a key, or a table, is defined again after a comment line.
    private func isAlternative(_ problem: TOMLProblem) -> Bool {
        guard problem.kind == .duplicate, let first = problem.first,
            first.upperBound <= problem.range.lowerBound
        else { return false }
        return code[first.upperBound..<problem.range.lowerBound].split(separator: 0x0A)
            .dropFirst().contains { $0.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#") }
    }

    private static func firstProblem(in bytes: [UInt8]) -> TOMLProblem? {
        do {
            _ = try TOMLDocument(parsing: bytes, in: bytes.indices)
            return nil
        } catch {
            return error
        }
    }
}
