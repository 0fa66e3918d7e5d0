import DataFormats

extension LanguageCheck {
    /// TOML 1.0.
    static let toml = LanguageCheck("toml") { TOMLCheck(code: $0.code).examine() }
}

/// The verdict on a block labelled `toml`: as it is, else with its gaps filled in.
private struct TOMLCheck {
    let code: [UInt8]

    func examine() -> Examination {
        let gaps = TOMLGaps(code)
        guard Self.problem(in: code) != nil, let problem = Self.problem(in: gaps.filled) else {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if problem.kind == .tooDeep { return Examination(.undecided("TOML nested too deep")) }
        if TranscriptLine.isPrompt(code.drop { $0 == 0x20 || $0 == 0x0A }) {
            var examination = Examination(.undecided("a shell transcript, not TOML"))
            examination.remarks = [.label("this is a shell transcript", write: "console")]
            return examination
        }
        // What is written in place of a gap is not the author's text.
        let isAuthors = gaps.filled[problem.range] == code[problem.range]
        let finding = Finding(
            problem.message, at: problem.range, fix: isAuthors ? problem.fix : nil,
            replacement: isAuthors ? problem.replacement : nil,
            related: problem.first.map { .init("first given here", at: $0) })
        return Examination(.rejected([finding], .parse), elisions: gaps.elisions)
    }

    private static func problem(in bytes: [UInt8]) -> TOMLProblem? {
        do {
            _ = try TOMLDocument(parsing: bytes, in: bytes.indices)
            return nil
        } catch {
            return error
        }
    }
}
