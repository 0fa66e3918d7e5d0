import Diagnostics
import Markdown

/// Something wrong with a snippet, in the snippet's own coordinates.
package struct Finding: Sendable, Hashable {
    /// In UTF-8 bytes from the start of the block's text; empty: a point.
    package let range: Range<Int>
    /// The checker's words, one line, without a full stop.
    package let message: String
    /// What would mend it, a verb phrase.
    package let fix: String?
    /// What would mend it, where that is sure.
    package let edit: Edit?
    /// The same elsewhere in the block, of a finding that counts several; empty without ``edit``.
    package var furtherEdits: [Edit] = []
    /// What else has to do with it.
    package let related: Related?

    /// Bytes of the same text, and what to write in their place.
    package struct Edit: Sendable, Hashable {
        package let range: Range<Int>
        package let replacement: String

        package init(range: Range<Int>, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// Another place of the same text, such as the bracket that is open.
    package struct Related: Sendable, Hashable {
        package let range: Range<Int>
        /// What is there: "opened here".
        package let note: String

        package init(_ note: String, at range: Range<Int>) {
            self.note = note
            self.range = range
        }
    }

    package init(
        _ message: String, at range: Range<Int>, fix: String? = nil, edit: Edit? = nil,
        related: Related? = nil
    ) {
        self.message = message
        self.range = range
        self.fix = fix
        self.edit = edit
        self.related = related
    }

    /// Whether the edit can be made without asking. What is only inserted may belong elsewhere, or
    /// something else may be missing, unless it ends what is open: `f(a b)` may lack a comma or an operator.
    var isSure: Bool {
        guard let edit, edit.range.isEmpty else { return true }
        return [")", "]", "}", ";", ":"].contains(edit.replacement)
    }

    /// The same without an edit.
    var withoutEdit: Finding { Finding(message, at: range, fix: fix, related: related) }

    /// - Parameter replacement: what `range` would be replaced by, where that is sure.
    package init(
        _ message: String, at range: Range<Int>, fix: String? = nil, replacement: String?,
        related: Related? = nil
    ) {
        self.init(
            message, at: range, fix: fix,
            edit: replacement.map { Edit(range: range, replacement: $0) }, related: related)
    }
}

extension CodePlaces {
    /// What fixes a finding as edits of the article; none where the article does not have all of those
    /// parts of the block byte by byte.
    func edits(of finding: Finding) -> [Diagnostic.Fix.Edit] {
        guard let edit = finding.edit else { return [] }
        let all = [edit] + finding.furtherEdits
        let edits = all.compactMap { edit in
            exactPlace(of: edit.range).map { Diagnostic.Fix.Edit($0, edit.replacement) }
        }
        return edits.count == all.count ? edits : []
    }
}
