import Languages

/// Compares a block with its label.
enum LabelLint {
    /// Remarks about the label of a block: that it is missing, that it names a file, or that it
    /// means another language than its author thought.
    ///
    /// ``InfoString/problems(in:lines:)`` reports a misspelled or unknown label. O(the first lines
    /// of the code).
    ///
    /// - Parameter kind: the kind of `label`.
    static func remarks(
        for code: [UInt8], label: String, _ kind: LanguageLabel
    ) -> [Examination.Remark] {
        switch kind {
        case .empty:
            guard let guess = LanguageGuess.guess(of: code) else { return [] }
            return [
                .label("the block has no language, and looks like \(guess.name)", write: guess.name)
            ]
        case .file(let name):
            return [.label("'\(label)' is the name of a file", write: name)]
        case .prefixed(let name):
            return [.label("'\(label)' is the name of a class, not of a language", write: name)]
        case .other where label.lowercased() == "as":
            // The label is ActionScript's; in articles it often means `as`, the assembler.
            guard LanguageGuess.guess(of: code)?.name == "asm" else { return [] }
            return [.label("'as' means ActionScript, and this looks like assembly", write: "asm")]
        case .known, .other, .misspelt, .unknown: return []
        }
    }
}
