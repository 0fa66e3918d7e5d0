import Languages
import Text

/// Where a language's code cannot have an odd character.
struct CharacterRules {
    private enum Family {
        /// Words that are not code occur only in strings and comments.
        case program
        /// Words occur freely: a shell.
        case shell
        /// Values occur freely: YAML, TOML, INI, a Makefile.
        case data
    }
    private let family: Family

    /// Whether text that is not code occurs only in strings and comments.
    var isProgram: Bool { family == .program }

    init(_ language: Language) {
        switch language.name {
        case "bash", "dockerfile", "makefile": family = .shell
        case "yaml", "ini", "toml", "nginx", "graphql": family = .data
        default: family = .program
        }
    }

    /// Whether a character outside of strings and comments is a slip.
    ///
    /// A character next to Chinese belongs to prose that was left where a comment would be.
    func forbid(_ odd: OddCharacter, at range: Range<Int>, in text: CharacterText) -> Bool {
        switch family {
        case .program: forbidInProgram(odd, range, text)
        case .shell: forbidInShell(odd, range, text)
        case .data: forbidInData(odd, range, text)
        }
    }

    /// The replacement; nil: the character's own.
    func plain(_ odd: OddCharacter, at range: Range<Int>, in text: CharacterText) -> String? {
        guard odd.kind == .dash else { return nil }
        let isLong = text.scalar(at: range.lowerBound).value >= 0x2014
        return isLong && beginsOption(range, text) ? "--" : nil
    }

    // MARK: Families

    private func forbidInProgram(
        _ odd: OddCharacter, _ range: Range<Int>, _ text: CharacterText
    ) -> Bool {
        let before = text.visible(before: range.lowerBound)
        let after = text.visible(from: range.upperBound)
        switch odd.kind {
        case .space: return !isProse(before) && !isProse(after)
        case .quote: return isOuterSideCode(range, text)
        case .dash:
            return isWord(after) && !isProse(before)
                && (before.map { isWord($0) || $0 == ")" || $0 == "]" } ?? false
                    || beginsOption(range, text))
        case .fullWidth: return isBetweenCode(range, text)
        case .zeroWidth, .bidi: return true
        }
    }

    private func forbidInShell(
        _ odd: OddCharacter, _ range: Range<Int>, _ text: CharacterText
    ) -> Bool {
        switch odd.kind {
        case .space:
            // Output is often pasted among commands; commands begin with lower-case letters.
            guard let before = text.visible(before: range.lowerBound) else {
                return text.visible(from: range.upperBound).map { ("a"..."z").contains($0) }
                    ?? false
            }
            return before.isASCII && !isProse(text.visible(from: range.upperBound))
        case .dash: return beginsOption(range, text)
        case .quote: return text.scalar(before: range.lowerBound) == "="
        case .fullWidth: return text.scalar(before: range.lowerBound) == "$"
        case .zeroWidth, .bidi: return true
        }
    }

    private func forbidInData(
        _ odd: OddCharacter, _ range: Range<Int>, _ text: CharacterText
    ) -> Bool {
        // White space before a key is structure; anywhere else it is somebody's text.
        odd.kind == .space && text.visible(before: range.lowerBound) == nil
            && !isProse(text.visible(from: range.upperBound))
    }

    // MARK: Neighbors

    private func isProse(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.isCJK && !$0.isCJKPunctuation } ?? false
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar, scalar.isASCII else { return false }
        return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// `–name`, after a space, quote or bracket.
    private func beginsOption(_ range: Range<Int>, _ text: CharacterText) -> Bool {
        guard let after = text.scalar(from: range.upperBound), isWord(after) || after == "-" else {
            return false
        }
        let before = text.scalar(before: range.lowerBound)
        return before == " " || before == "\t" || before == "-"
    }

    /// Whether a curly quote is where a string would begin or end: `f(“a”)`, not `“a” said`.
    private func isOuterSideCode(_ range: Range<Int>, _ text: CharacterText) -> Bool {
        let before = text.visible(before: range.lowerBound)
        let after = text.visible(from: range.upperBound)
        let opens = before.map { "([{=,:+?".unicodeScalars.contains($0) } ?? false
        let closes = after.map { ")]},;:+".unicodeScalars.contains($0) } ?? false
        return opens || closes
    }

    /// Whether full-width punctuation has code on both sides, or on one side and the line's end on
    /// the other.
    private func isBetweenCode(_ range: Range<Int>, _ text: CharacterText) -> Bool {
        let before = text.visible(before: range.lowerBound)
        let after = text.visible(from: range.upperBound)
        guard before != nil || after != nil else { return false }
        return [before, after].allSatisfy { $0?.isASCII ?? true }
    }
}
