import Languages
import Text

extension LanguageCheck {
    /// JSON (RFC 8259); blocks with comments or trailing commas pass as JSONC, with a remark.
    static let json = LanguageCheck("json") { JSONCheck(text: $0, isStrict: true).examine() }

    /// JSON with comments, trailing commas and other extensions of JSON5.
    static let jsonc = LanguageCheck("jsonc") {
        JSONCheck(text: $0, isStrict: false).examine()
    }
}

/// The verdict on a block labeled `json` or `jsonc`, and remarks about its label.
private struct JSONCheck {
    let text: SnippetText
    let isStrict: Bool
    private var code: [UInt8] { text.code }

    func examine() -> Examination {
        var scan = JSONScan(code, isStrict: isStrict)
        let outcome = scan.run()
        if !Self.isAccepted(outcome), let other = OtherText(code) {
            if other.isMessage, let http = Language.named("http") {
                // A message that carries JSON: by its form, as it would pass with its own label.
                var examination = LanguageCheck.http.examine(
                    SnippetText(code: code, info: InfoString(), language: http))
                examination.readAs = http.name
                examination.remarks = [other.remark]
                if case .accepted = examination.result { return examination }
            }
            var examination = Examination(.undecided(other.reason))
            examination.remarks = [other.remark]
            return examination
        }
        switch outcome {
        case .accepted:
            var examination = Examination(.accepted(.parse), elisions: scan.elisions)
            if isStrict { examination.remarks = remarks(on: scan.usedRelaxations) }
            return examination
        case .rejected(let finding):
            if !text.info.isSaidToBeCode, let other = otherForm(finding) { return other }
            return Examination(.rejected([finding], .parse), elisions: scan.elisions)
        case .breaksOff:
            return Examination(
                .undecided("the text stops after a comma"), elisions: scan.elisions)
        case .foreign:
            var examination = Examination(.undecided("not all of the block is JSON"))
            examination.remarks = [.label("not all of the block is JSON", write: nil)]
            return examination
        }
    }

    /// Text that is not JSON although its label says so: a query, words in place of a value, lines
    /// of a log, strings as Kibana writes them.
    private func otherForm(_ finding: Finding) -> Examination? {
        if !code[...].holds("\":"), !code[...].holds("\" :"),
            let query = Language.named("graphql"),
            let examination = OtherLanguage.examination(of: text, as: query)
        {
            return examination
        }
        if code[...].holds("\"\"\"") {
            return Examination(.undecided("not JSON: it has strings in three quotes"))
        }
        let start = code[..<finding.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = code[start...].prefix { $0 != 0x0A }.withoutBlanks
        let isRule = ["---", "===", "***", ">>>", "###", "+++"].contains { line.begins($0) }
        if isRule {
            var examination = Examination(.undecided("not all of the block is JSON"))
            examination.remarks = [.label("not all of the block is JSON", write: nil)]
            return examination
        }
        if isWordForValue(finding.range.lowerBound) {
            return Examination(.undecided("not JSON: words are in the place of a value"))
        }
        return relative(finding)
    }

    /// What is near JSON: literals of JavaScript or Python, and JSON with marks for its readers.
    private func relative(_ finding: Finding) -> Examination? {
        for (reason, unmarked) in [
            ("lines of it are marked as removed", MarkedCode.withoutRemoved(code)),
            ("parts of it are marked", MarkedCode.withoutBraces(code)),
        ] where unmarked != code && isAccepted(unmarked, isStrict: false) {
            return Examination(.undecided(reason))
        }
        let quote = UInt8(ascii: "\"")
        if !code.contains(quote), code[finding.range].first == UInt8(ascii: "'"),
            let python = Language.named("python"),
            let examination = OtherLanguage.examination(of: text, as: python)
        {
            return examination
        }
        guard isKey(finding.range) else { return nil }
        // Of a single key the quotes may be forgotten.
        if hasQuotedKey {
            let line = self.line(at: finding.range.lowerBound)
            return line.holds("...") || line.holds("…")
                ? Examination(.undecided("not JSON: words are in the place of a value")) : nil
        }
        guard code.count(where: { $0 == UInt8(ascii: ":") }) > 1, isAccepted(code, isStrict: false)
        else { return nil }
        var examination = Examination(.accepted(.parse))
        examination.remarks = [.label("keys of JSON are in double quotes", write: "json5")]
        return examination
    }

    private func isAccepted(_ code: [UInt8], isStrict: Bool) -> Bool {
        var scan = JSONScan(code, isStrict: isStrict)
        return Self.isAccepted(scan.run())
    }

    /// Whether a word is a key: a colon follows it.
    private func isKey(_ range: Range<Int>) -> Bool {
        (code[range].first ?? 0).isLetter
            && code[range.upperBound...].first { !$0.isBlank } == UInt8(ascii: ":")
    }

    private var hasQuotedKey: Bool {
        code.indices.contains { index in
            code[index] == UInt8(ascii: "\"")
                && code[(index + 1)...].first { !$0.isBlank } == UInt8(ascii: ":")
        }
    }

    private func line(at offset: Int) -> ArraySlice<UInt8> {
        let start = code[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return code[start...].prefix { $0 != 0x0A }
    }

    /// Whether `"key": 数字`, `"key": SOME_NAME`, `"key": someValue` or a call is at an offset, followed
    /// only by a comma or a bracket: the words describe the value.
    private func isWordForValue(_ offset: Int) -> Bool {
        guard code[..<offset].last(where: { !$0.isBlank }) == UInt8(ascii: ":") else {
            return false
        }
        let rest = code[offset...].prefix { $0 != 0x0A && !",}]/".utf8.contains($0) }
        let word = rest.withoutBlanks
        let name = word.word(with: "_$")
        if name.count < word.count {
            // `ObjectId("…")`, as a shell of a database has it.
            if word[name.endIndex] == UInt8(ascii: "("), name.count > 2 { return true }
        } else if name.first.map(\.isLetter) == true, !Self.isLiteral(name) {
            return true
        }
        guard let first = word.first, !word.contains(where: { "\"'(:;".utf8.contains($0) }) else {
            return false
        }
        if (0xE3...0xED).contains(first) { return true }
        return word.contains(UInt8(ascii: "_")) && word.word(with: "_").count == word.count
            && word.allSatisfy { !(0x61...0x7A).contains($0) }
    }

    /// Whether a word is a literal of JSON or of a relative, or a misspelled one.
    private static func isLiteral(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count > 3 else { return true }
        let text = String(decoding: word, as: UTF8.self).lowercased()
        return nearestName(
            to: text, in: ["true", "false", "null", "none", "undefined", "nil"], within: 2) != nil
    }

    private static func isAccepted(_ outcome: JSONScan.Outcome) -> Bool {
        if case .accepted = outcome { true } else { false }
    }

    private func remarks(on relaxations: JSONRelaxations) -> [Examination.Remark] {
        if relaxations.contains(.hashComments) {
            return [.label("JSON has no comments, and no relative of it has '#'", write: nil)]
        }
        if relaxations.contains(.notANumber) {
            return [.label("JSON has no NaN and no Infinity", write: "json5")]
        }
        if relaxations.contains(.comments) {
            return [.label("JSON has no comments", write: "jsonc")]
        }
        if relaxations.contains(.trailingCommas) {
            return [.label("JSON has no trailing commas", write: "jsonc")]
        }
        return []
    }
}

/// A shell transcript or an HTTP message instead of the data that it carries.
private struct OtherText {
    let reason: String
    let remark: Examination.Remark
    /// Whether it is an HTTP message.
    let isMessage: Bool

    /// nil if the text begins with neither.
    init?(_ code: [UInt8]) {
        let text = code.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        isMessage = !TranscriptLine.isPrompt(text)
        if !isMessage {
            reason = "a shell transcript, not JSON"
            remark = .label("this is a shell transcript", write: "console")
        } else if TranscriptLine.isHTTP(text) {
            reason = "an HTTP message, not JSON"
            remark = .label("this is an HTTP message", write: "http")
        } else {
            return nil
        }
    }
}
