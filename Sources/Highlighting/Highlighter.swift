import Languages
import Text

/// Cuts a block of code into classified pieces and writes them as HTML, line by line.
///
///     return 1        <span class="k">return</span> <span class="mi">1</span>
///
/// The contract holds for every input, broken or unfinished code too: once tags are removed and
/// entities decoded, what was written is the code, byte for byte.
package struct Highlighter: Sendable {
    /// nil: the label is of no language that galley knows, so the code is plain text.
    package let language: Language?
    private let isSessionLabel: Bool

    /// - Parameter label: the first word of an info string; empty for none.
    package init(label: String) {
        language = label.isEmpty ? nil : Language.named(label)
        isSessionLabel = SessionSign.labels.contains(label.lowercased())
    }

    /// The block with what its parts are. O(bytes).
    package func highlight(_ code: ArraySlice<UInt8>) -> HighlightedCode {
        var tape = Tape(Array(code))
        if let language, let grammar = GrammarTable.grammar(of: language.name) {
            if SessionSign.isSession(tape, of: language.name, isNamedSo: isSessionLabel) {
                ConsoleGrammar(language: language.name).read(&tape)
            } else {
                grammar.read(&tape)
            }
        }
        let pieces = tape.finish()
        return HighlightedCode(code: tape.code, pieces: pieces)
    }
}
