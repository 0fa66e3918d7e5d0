import Languages
import Text

/// Splits a block of code into classified tokens and writes them as HTML, line by line.
///
///     return 1        <span class="k">return</span> <span class="mi">1</span>
///
/// The contract holds for every input, including broken or unfinished code: with tags removed and
/// entities decoded, the output is the code, byte for byte.
package struct Highlighter: Sendable {
    /// nil: galley does not know the label's language, so the code is plain text.
    package let language: Language?
    private let isSessionLabel: Bool

    /// - Parameter label: the first word of an info string; empty for none.
    package init(label: String) {
        language = label.isEmpty ? nil : Language.named(label)
        isSessionLabel = SessionSign.labels.contains(label.lowercased())
    }

    /// Classifies the parts of the block. O(bytes).
    package func highlight(_ code: ArraySlice<UInt8>) -> HighlightedCode {
        var sink = TokenSink(Array(code))
        if let language, let grammar = GrammarTable.grammar(of: language.name) {
            if SessionSign.isSession(sink, of: language.name, isNamedSo: isSessionLabel) {
                ConsoleGrammar(language: language.name).read(&sink)
            } else {
                grammar.read(&sink)
            }
        }
        let tokens = sink.finish()
        return HighlightedCode(code: sink.code, tokens: tokens)
    }
}
