import Languages

/// Compares a block with its label.
enum LabelLint {
    /// What to say about the label of a block: that there is none, that it names a file, or that it
    /// means another language than its author thought.
    ///
    /// A label that is misspelt or unknown is told by ``InfoString/problems(in:lines:)``. O(the first
    /// lines of the code).
    ///
    /// - Parameter kind: what `label` is.
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
            // The label is ActionScript's; in articles it is often what `as`, the assembler, reads.
            guard LanguageGuess.guess(of: code)?.name == "asm" else { return [] }
            return [.label("'as' means ActionScript, and this looks like assembly", write: "asm")]
        case .known, .other, .misspelt, .unknown: return []
        }
    }
}
