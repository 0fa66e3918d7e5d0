import TOMLKit
import TOMLSyntax

extension LanguageCheck {
    /// TOML 1.0, as toml++ reads it (through TOMLKit).
    static let toml = LanguageCheck("toml") { TOMLCheck(code: $0.code).examine() }
}

/// The verdict on a block labelled `toml`: as it is, else with its gaps filled in.
private struct TOMLCheck {
    let code: [UInt8]

    func examine() -> Examination {
        let gaps = TOMLGaps(code)
        // toml++ frees nested tables recursively, and does not bound `a.a.a.a = 1`.
        if gaps.deepest > 4000 { return Examination(.undecided("TOML nested too deep")) }
        // TOMLKit hands the text on as a C string, which would end here.
        if let zero = code.firstIndex(of: 0) {
            let finding = Finding("TOML has no NUL", at: zero..<(zero + 1))
            return Examination(.rejected([finding], .parse))
        }
        if Self.problem(in: code) == nil {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        guard let finding = Self.problem(in: gaps.filled) else {
            return Examination(.accepted(.parse), elisions: gaps.elisions)
        }
        if TranscriptLine.isPrompt(code.drop { $0 == 0x20 || $0 == 0x0A }) {
            var examination = Examination(.undecided("a shell transcript, not TOML"))
            examination.remarks = [.label("this is a shell transcript", write: "console")]
            return examination
        }
        return Examination(.rejected([finding], .parse), elisions: gaps.elisions)
    }

    /// What toml++ says of a text; nil: it reads it.
    ///
    /// It is shown only what is sound in structure; see ``TOMLStructure``.
    private static func problem(in bytes: [UInt8]) -> Finding? {
        if let problem = TOMLStructure.problem(in: bytes) { return finding(problem, in: bytes) }
        do {
            _ = try TOMLTable(string: String(decoding: bytes, as: UTF8.self))
            return nil
        } catch let error as TOMLParseError {
            return finding(error, in: bytes)
        } catch {
            return Finding("this is not TOML", at: 0..<0)
        }
    }

    private static func finding(_ problem: TOMLStructure.Problem, in bytes: [UInt8]) -> Finding {
        let mark = String(decoding: bytes[problem.range], as: UTF8.self)
        guard let plain = WideMark.plain(of: mark) else {
            return Finding(problem.message, at: problem.range, fix: problem.fix)
        }
        let name = plain == " " ? "a space" : "'\(plain)'"
        let shown = plain == " " ? "a space that TOML does not know" : "'\(mark)'"
        return Finding(
            "\(shown) stands where TOML has \(name)", at: problem.range, fix: "write \(name)",
            replacement: plain)
    }

    /// Its places are 1-based lines and columns, in scalars.
    private static func finding(_ error: TOMLParseError, in bytes: [UInt8]) -> Finding {
        // Of a key that is given twice it points behind the value.
        let isTwice = error.description.contains("cannot redefine")
        let start = CheckedText(bytes).offset(
            line: error.source.begin.line,
            column: isTwice ? nil : error.source.begin.column, in: .scalars)
        return finding(words(error.description), at: start, in: bytes)
    }

    /// A finding at one character.
    private static func finding(_ message: String, at start: Int, in bytes: [UInt8]) -> Finding {
        var end = start
        if start < bytes.count, bytes[start] != 0x0A {
            end += 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80, end < start + 4 { end += 1 }
        }
        return Finding(message, at: start..<end)
    }

    /// `Error while parsing key-value pair: expected …` without its first two words.
    private static func words(_ description: String) -> String {
        let text = description.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return text.hasPrefix("Error while ") ? String(text.dropFirst(12)) : text
    }
}
