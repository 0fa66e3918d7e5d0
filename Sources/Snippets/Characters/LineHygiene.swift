import Languages
import Text

/// Problems of a block's lines rather than of a non-ASCII character: lone carriage returns, line
/// numbers that were copied along, a backslash that continues nothing.
enum LineHygiene {
    /// O(bytes).
    static func findings(in code: [UInt8], _ language: Language) -> [Finding] {
        var findings: [Finding] = []
        if let finding = loneReturns(code) { findings.append(finding) }
        if language.name == "bash" || language.name == "console",
            let finding = brokenContinuations(code)
        {
            findings.append(finding)
        }
        if let finding = lineNumbers(code), language.syntax != nil,
            CharacterRules(language).isProgram
        {
            findings.append(finding)
        }
        return findings
    }

    /// A CR that is not a part of a line's end.
    private static func loneReturns(_ code: [UInt8]) -> Finding? {
        var first: Int?
        var count = 0
        var start = 0
        while let i = code.firstIndex(of: 0x0D, from: start) {
            start = i + 1
            if i + 1 < code.count, code[i + 1] == 0x0A { continue }
            first = first ?? i
            count += 1
        }
        guard let first else { return nil }
        return Finding(
            counted("a carriage return is inside a line", count), at: first..<first + 1,
            fix: "take it out, or end the line there")
    }

    /// `\` and blanks before the end of a line that another follows: the shell escapes the blank,
    /// and the command ends there.
    private static func brokenContinuations(_ code: [UInt8]) -> Finding? {
        var blanks: [Range<Int>] = []
        var i = 0
        while let end = code[i...].firstIndex(of: 0x0A) {
            let line = code[i..<end]
            defer { i = end + 1 }
            guard let last = line.last, last == 0x20 || last == 0x09,
                let slash = line.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }),
                code[slash] == UInt8(ascii: "\\"), slash > i, code[slash - 1] == 0x20,
                end + 1 < code.count, code[end + 1] != 0x0A
            else { continue }
            blanks.append(slash + 1..<end)
        }
        guard let first = blanks.first else { return nil }
        var finding = Finding(
            counted("blanks after the backslash keep it from continuing the line", blanks.count),
            at: first, fix: "take the blanks out", replacement: "")
        finding.furtherEdits = blanks.dropFirst().map { Finding.Edit(range: $0, replacement: "") }
        return finding
    }

    /// Every line begins with its number, as copied from a page or an editor.
    private static func lineNumbers(_ code: [UInt8]) -> Finding? {
        // Nearly every block ends here.
        guard let start = code.first(where: { $0 > 0x20 }), (0x30...0x39).contains(start) else {
            return nil
        }
        var first: Range<Int>?
        var expected: Int?
        var count = 0
        var hasText = false
        for line in code.split(separator: 0x0A) {
            guard let digits = number(of: line) else {
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
                return nil
            }
            guard let value = Int(String(decoding: code[digits], as: UTF8.self)),
                expected == nil || value == expected
            else { return nil }
            first = first ?? digits
            expected = value + 1
            count += 1
            hasText = hasText || line.endIndex - digits.upperBound > 2
        }
        guard count >= 3, hasText, let first else { return nil }
        return Finding(
            "each line begins with its number", at: first,
            fix: "take the numbers out, and write 'linenos' after the language")
    }

    /// The digits at the beginning of a line, if a blank, a colon, a bar or the end follows.
    private static func number(of line: ArraySlice<UInt8>) -> Range<Int>? {
        guard let start = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
        let digits = line[start...].prefix(9).prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty else { return nil }
        if digits.endIndex < line.endIndex {
            let next = line[digits.endIndex]
            guard
                next == 0x20 || next == 0x09 || next == UInt8(ascii: ":")
                    || next == UInt8(ascii: "|")
            else { return nil }
        }
        return digits.startIndex..<digits.endIndex
    }

    private static func counted(_ message: String, _ count: Int) -> String {
        count > 1 ? "\(message) (and \(count - 1) more)" : message
    }
}
