import Diagnostics
import Markdown

/// A problem of a snippet, in the snippet's own coordinates.
package struct Finding: Sendable, Hashable {
    /// In UTF-8 bytes from the start of the block's text; empty: a point.
    package let range: Range<Int>
    /// The checker's message, one line, without a full stop.
    package let message: String
    /// How to fix it, a verb phrase.
    package let fix: String?
    /// The edit that fixes it, if that is certain.
    package let edit: Edit?
    /// The same edit elsewhere in the block, for a finding that counts several; empty without
    /// ``edit``.
    package var furtherEdits: [Edit] = []
    /// A related place.
    package let related: Related?

    /// Bytes of the same text, and their replacement.
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

    /// Whether the edit is safe without asking. An insertion may belong elsewhere, or something
    /// else may be missing, unless it closes what is open: `f(a b)` may lack a comma or an
    /// operator.
    var isSure: Bool {
        guard let edit, edit.range.isEmpty else { return true }
        return [")", "]", "}", ";", ":"].contains(edit.replacement)
    }

    /// The same without an edit.
    var withoutEdit: Finding { Finding(message, at: range, fix: fix, related: related) }

    /// - Parameter replacement: the replacement of `range`, if that is certain.
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
    /// The edits of the article that fix a finding; empty if the article lacks any of those parts
    /// of the block byte for byte.
    func edits(of finding: Finding) -> [Diagnostic.Fix.Edit] {
        guard let edit = finding.edit else { return [] }
        let all = [edit] + finding.furtherEdits
        let edits = all.compactMap { edit in
            exactPlace(of: edit.range).map { Diagnostic.Fix.Edit($0, edit.replacement) }
        }
        return edits.count == all.count ? edits : []
    }
}
