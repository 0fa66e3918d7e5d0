import Languages
import Text

/// Finds characters in code that are not what they look like, and break it when it is copied.
package enum CharacterLint {
    /// What stands in a block: one remark per kind, at its first occurrence, with a count.
    ///
    /// Zero-width characters and those that reorder text are told wherever they stand. Odd spaces,
    /// full-width punctuation, curly quotes and dashes are told in code alone, by the language's
    /// ``Languages/Lexis``: without one, nothing but the first two is. Any bytes will do. O(bytes).
    package static func remarks(in code: [UInt8], language: Language?) -> [Examination.Remark] {
        var remarks: [Examination.Remark] = []
        if code.contains(where: { $0 >= 0x80 }) {
            remarks += OddCharacters(code, language).findings.map { .init(.character, $0) }
        }
        if let language {
            remarks += LineHygiene.findings(in: code, language).map { .init(.character, $0) }
        }
        return remarks.sorted { $0.finding.range.lowerBound < $1.finding.range.lowerBound }
    }
}

/// The characters of one block that are beyond ASCII.
private struct OddCharacters {
    private(set) var findings: [Finding] = []

    private let text: CharacterText
    private let rules: CharacterRules?
    private var first: [OddCharacter.Kind: (range: Range<Int>, odd: OddCharacter)] = [:]
    private var counts: [OddCharacter.Kind: Int] = [:]

    init(_ code: [UInt8], _ language: Language?) {
        text = CharacterText(code)
        // Chinese in comments is no odd character: nearly every block is done with here.
        guard Self.holdsAny(text) else {
            rules = nil
            return
        }
        var regions: CodeRegions?
        if let language, let lexis = language.lexis {
            rules = CharacterRules(language)
            regions = CodeRegions(code, lexis)
        } else {
            rules = nil
        }
        // An open string may have turned code and text about.
        let ranges = regions.map { $0.isOpen ? [] : $0.code } ?? []
        scan(ranges)
        for kind in OddCharacter.Kind.allCases {
            guard let (range, odd) = first[kind], let count = counts[kind] else { continue }
            findings.append(finding(odd, at: range, more: count - 1))
        }
    }

    private static func holdsAny(_ text: CharacterText) -> Bool {
        var i = 0
        while i < text.bytes.count {
            if text.bytes[i] < 0x80 {
                i += 1
                continue
            }
            let scalar = text.scalar(at: i)
            if OddCharacter(scalar) != nil { return true }
            i += text.width(of: scalar, at: i)
        }
        return false
    }

    private mutating func scan(_ code: [Range<Int>]) {
        var region = 0
        var i = 0
        let bytes = text.bytes
        while i < bytes.count {
            if bytes[i] < 0x80 {
                i += 1
                continue
            }
            let scalar = text.scalar(at: i)
            let end = i + text.width(of: scalar, at: i)
            if let odd = OddCharacter(scalar) {
                while region < code.count, code[region].upperBound <= i { region += 1 }
                let isCode = region < code.count && code[region].lowerBound <= i
                if counts(odd, i..<end, isCode: isCode) {
                    counts[odd.kind, default: 0] += 1
                    if first[odd.kind] == nil { first[odd.kind] = (i..<end, odd) }
                }
            }
            i = end
        }
    }

    private func counts(_ odd: OddCharacter, _ range: Range<Int>, isCode: Bool) -> Bool {
        switch odd.kind {
        case .bidi: true
        case .zeroWidth: text.isBesidePlainText(range)
        case .space, .fullWidth, .quote, .dash:
            isCode && rules.map { $0.forbid(odd, at: range, in: text) } ?? false
        }
    }

    private func finding(_ odd: OddCharacter, at range: Range<Int>, more: Int) -> Finding {
        let scalar = text.scalar(at: range.lowerBound)
        let number = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        let plain = rules?.plain(odd, at: range, in: text) ?? odd.plain
        let subject =
            switch odd.kind {
            case .bidi: "\(code) shows the text behind it in another order than it is read in"
            case .zeroWidth: "\(code) cannot be seen, and is a part of the text all the same"
            case .space: "\(code) looks like a space and is none"
            case .fullWidth: "'\(scalar)' (\(code)) is full-width punctuation, which no code has"
            case .quote: "'\(scalar)' (\(code)) is a curly quote, which ends no string"
            case .dash: "'\(scalar)' (\(code)) is a dash, which is no minus sign"
            }
        let fix: String? = plain.map {
            $0.isEmpty ? "take it out" : $0 == " " ? "write a plain space" : "write '\($0)'"
        }
        return Finding(
            more > 0 ? "\(subject) (and \(more) more)" : subject, at: range, fix: fix,
            replacement: plain)
    }
}
