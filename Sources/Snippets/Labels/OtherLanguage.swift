import Code
import Languages

/// A block in another language than its label says: checked as that language, with a remark about
/// the label.
enum OtherLanguage {
    /// The result for a text in the language that it certainly is in, if that check finds no
    /// problem; nil if it is in its label's language, or that is uncertain. O(bytes).
    static func examination(of text: SnippetText) -> Examination? {
        examination(of: text, LanguageGuess.reading(of: text.code))
    }

    static func examination(
        of text: SnippetText, _ guess: LanguageGuess.Reading
    ) -> Examination? {
        guard let language = guess.language, language.name != text.language.name else { return nil }
        return examination(of: text, as: language)
    }

    /// The result for a text read as a language; nil if it is refused.
    static func examination(of text: SnippetText, as language: Language) -> Examination? {
        guard let check = LanguageCheck.of(language) else { return nil }
        // Finding out whether refused code is nearly right takes many passes, and does not matter
        // here.
        if let grammar = CodeRegistry.language(language.name),
            Transcript(CodeLines(text.code)) == nil
        {
            guard case .accepted = grammar.read(text.code) else { return nil }
        }
        var examination = check.examine(
            SnippetText(code: text.code, info: text.info, language: language, level: text.level))
        // By its shape alone, markup in code would pass as markup.
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
