import Languages

/// The openings of comments and strings in a language, prepared for ``CodeRegions``.
final class RegionOpenings: Sendable {
    final class Opening: Sendable {
        enum Form {
            case line
            /// - Parameter nests: see ``Languages/LexicalSyntax/BlockComment/nests``.
            case block(nests: Bool)
            case string(LexicalSyntax.StringForm.Escape, isMultiline: Bool)
            case character
        }
        let text: [UInt8]
        /// What ends it; empty for a comment that ends with its line.
        let close: [UInt8]
        let form: Form

        init(_ text: String, _ close: String, _ form: Form) {
            self.text = Array(text.utf8)
            self.close = Array(close.utf8)
            self.form = form
        }
    }

    /// Longest first: `"""` before `"`, `--[[` before `--`.
    let all: [Opening]
    /// By byte: whether something may open with it.
    let mayOpen: [Bool]

    /// The openings of a lexical syntax; cached for the languages of the table.
    static func of(_ syntax: LexicalSyntax) -> RegionOpenings {
        known[ObjectIdentifier(syntax)] ?? RegionOpenings(syntax)
    }

    private static let known: [ObjectIdentifier: RegionOpenings] = {
        var known: [ObjectIdentifier: RegionOpenings] = [:]
        for syntax in Language.all.compactMap(\.syntax) {
            known[ObjectIdentifier(syntax)] = RegionOpenings(syntax)
        }
        return known
    }()

    private init(_ syntax: LexicalSyntax) {
        let lines = syntax.lineComments.map { Opening($0, "", .line) }
        let blocks = syntax.blockComments.map {
            Opening($0.open, $0.close, .block(nests: $0.nests))
        }
        let strings = syntax.strings.map { form in
            Opening(
                form.open, form.close,
                form.isCharacter
                    ? .character : .string(form.escape, isMultiline: form.isMultiline))
        }
        all = (lines + blocks + strings).filter { !$0.text.isEmpty }
            .sorted { $0.text.count > $1.text.count }
        var mayOpen = [Bool](repeating: false, count: 256)
        for opening in all { mayOpen[Int(opening.text[0])] = true }
        self.mayOpen = mayOpen
    }
}
