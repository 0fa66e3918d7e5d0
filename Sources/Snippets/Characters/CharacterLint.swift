import Languages
import Text

/// Finds characters in code that are not what they look like, and break it when copied.
package enum CharacterLint {
    /// The odd characters of a block: one remark per kind, at its first occurrence, with a count.
    ///
    /// Reports zero-width characters and those that reorder text everywhere. Reports odd spaces,
    /// full-width punctuation, curly quotes and dashes only in code, by the language's
    /// ``Languages/LexicalSyntax``; without a lexical syntax, only the first two. Accepts any bytes.
    /// O(bytes).
    package static func remarks(in code: [UInt8], language: Language?) -> [Examination.Remark] {
        var findings = OddCharacters(code, language).findings
        if let language { findings += LineHygiene.findings(in: code, language) }
        if findings.isEmpty { return [] }
        return findings.map { Examination.Remark(.character, $0) }
            .sorted { $0.finding.range.lowerBound < $1.finding.range.lowerBound }
    }
}

/// The non-ASCII characters of one block.
private struct OddCharacters {
    private(set) var findings: [Finding] = []

    private let text: CharacterText
    private var rules: CharacterRules?

    /// A character and its bytes.
    private struct Place {
        let range: Range<Int>
        let odd: OddCharacter
    }

    init(_ code: [UInt8], _ language: Language?) {
        text = CharacterText(code)
        // Chinese in comments is not odd: nearly every block ends here.
        let all = Self.places(in: text)
        if all.isEmpty { return }
        var ranges: [Range<Int>] = []
        if let language, let syntax = language.syntax {
            rules = CharacterRules(language)
            let regions = CodeRegions(code, syntax)
            // An open string may have swapped code and text.
            if !regions.isOpen { ranges = regions.code }
        }
        let told = told(of: all, ranges)
        if told.isEmpty { return }
        for kind in OddCharacter.Kind.allCases {
            let same = told.filter { $0.odd.kind == kind }
            guard let first = same.first else { continue }
            var finding = finding(first.odd, at: first.range, more: same.count - 1)
            if finding.edit != nil {
                let further = same.dropFirst().map { place in
                    plain(place.odd, at: place.range).map {
                        Finding.Edit(range: place.range, replacement: $0)
                    }
                }
                // Replacing half of them would leave a text that is neither one nor the other.
                finding = further.contains(nil) ? finding.withoutEdit : finding
                finding.furtherEdits = further.contains(nil) ? [] : further.compactMap(\.self)
            }
            findings.append(finding)
        }
    }

    /// Every character that may be odd, anywhere in the text. O(bytes).
    private static func places(in text: CharacterText) -> [Place] {
        var places: [Place] = []
        let bytes = text.bytes
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte < 0x80 {
                guard let next = bytes.firstBeyondASCII(from: i) else { break }
                i = next
                continue
            }
            guard OddCharacter.mayBegin(with: byte) else {
                i += 1
                continue
            }
            let scalar = text.scalar(at: i)
            let end = i + text.width(of: scalar, at: i)
            if let odd = OddCharacter(scalar) { places.append(Place(range: i..<end, odd: odd)) }
            i = end
        }
        return places
    }

    /// The characters that are a slip at their places.
    ///
    /// - Parameter code: where the text is neither string nor comment, in order.
    private func told(of places: [Place], _ code: [Range<Int>]) -> [Place] {
        var region = 0
        return places.filter { place in
            let start = place.range.lowerBound
            while region < code.count, code[region].upperBound <= start { region += 1 }
            let isCode = region < code.count && code[region].lowerBound <= start
            return counts(place.odd, place.range, isCode: isCode)
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

    /// The character meant instead; nil where that is not certain.
    private func plain(_ odd: OddCharacter, at range: Range<Int>) -> String? {
        rules?.plain(odd, at: range, in: text) ?? odd.plain
    }

    private func finding(_ odd: OddCharacter, at range: Range<Int>, more: Int) -> Finding {
        let scalar = text.scalar(at: range.lowerBound)
        let number = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        let plain = plain(odd, at: range)
        let subject =
            switch odd.kind {
            case .bidi: "\(code) shows the text after it in another order than it is read in"
            case .zeroWidth: "\(code) cannot be seen, and is a part of the text all the same"
            case .space: "\(code) looks like a space but is not one"
            case .fullWidth: "'\(scalar)' (\(code)) is full-width punctuation, which no code has"
            case .quote: "'\(scalar)' (\(code)) is a curly quote, which ends no string"
            case .dash: "'\(scalar)' (\(code)) is a dash, which is no minus sign"
            }
        let fix: String? = plain.map {
            $0.isEmpty ? "take it out" : $0 == " " ? "write a plain space" : "write '\($0)'"
        }
        return Finding(
            more > 0 ? "\(subject) (and \(more) more)" : subject, at: range, fix: fix,
            // Characters that reorder text may be intended, as in a text of Hebrew.
            replacement: odd.kind == .bidi ? nil : plain)
    }
}
