import Code
import Languages

/// A block in another language than its label says: it is judged as what it is, and its label is told.
enum OtherLanguage {
    /// The verdict on a text by the language that it surely is in, where the check of that finds
    /// nothing wrong; nil where it is in its label's or cannot be told. O(bytes).
    static func examination(of text: SnippetText) -> Examination? {
        examination(of: text, LanguageGuess.reading(of: text.code))
    }

    static func examination(
        of text: SnippetText, _ guess: LanguageGuess.Reading
    ) -> Examination? {
        guard let language = guess.language, language.name != text.language.name else { return nil }
        return examination(of: text, as: language)
    }

    /// The verdict on a text as one in a language; nil where it is refused.
    static func examination(of text: SnippetText, as language: Language) -> Examination? {
        guard let check = LanguageCheck.of(language) else { return nil }
        // Whether refused code is nearly right costs many readings, and is of no account here.
        if let grammar = CodeRegistry.language(language.name),
            Transcript(CodeLines(text.code)) == nil
        {
            guard case .accepted = grammar.read(text.code) else { return nil }
        }
        var examination = check.examine(
            SnippetText(code: text.code, info: text.info, language: language, level: text.level))
        // By its shape alone, markup in code would pass for markup.
        guard case .accepted(let level) = examination.result,
            level == .parse || !hasMarkup.contains(text.language.name)
        else { return nil }
        examination.readAs = language.name
        examination.remarks = [remark(text, language)]
        return examination
    }

    static func remark(_ text: SnippetText, _ language: Language) -> Examination.Remark {
        .label(
            "labelled \(text.language.name), but it reads as \(language.name)",
            write: language.name)
    }

    private static let hasMarkup: Set<String> = ["javascript", "jsx", "php", "tsx", "typescript"]
}
