import Languages
import Text

/// Writes code as HTML: its text escaped, one call per listing.
///
/// The contract holds for every input, broken or unfinished code too: once tags are removed and
/// entities decoded, what was written is the code, byte for byte.
package struct Highlighter: Sendable {
    /// nil: the label is of no language that galley knows, so the code is plain text.
    package let language: Language?

    /// - Parameter label: the first word of an info string; empty for none.
    package init(label: String) {
        language = label.isEmpty ? nil : Language.named(label)
    }

    /// Appends one line of the code, without its line break, as HTML. O(bytes).
    package func append(line: ArraySlice<UInt8>, to out: inout [UInt8]) {
        out.append(html: line)
    }
}
