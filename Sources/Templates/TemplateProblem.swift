/// Something wrong in a template, found when it is loaded (or, for endless recursion that only the
/// data decides, when it is rendered).
package struct TemplateProblem: Sendable, Hashable {
    package enum Severity: Sendable, Hashable {
        case error
        case warning
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A tag that is not closed, closes nothing, or is no tag.
        case syntax
        /// A variable or section whose name no scope here has.
        case unknownName
        /// A name that is there and cannot be used so: a list printed, a text asked for fields.
        case wrongUse
        /// Markup that would be escaped, text that would not be.
        case escaping
        /// A layout, partial or parent that does not exist.
        case missingTemplate
        /// A block that overrides nothing in its parent, or is given twice.
        case unknownBlock
        /// What stands between a parent's tags outside of blocks and is not written.
        case droppedContent
        /// Templates that include each other without end, or too deep, or too often.
        case recursion
        /// The schema itself, a fault of the program and not of the theme.
        case schema
    }

    package let severity: Severity
    package let kind: Kind
    /// As in `TemplateSource.file`.
    package let file: String
    /// UTF-8 bytes of the file.
    package let range: Range<Int>
    /// 1-based.
    package let line: Int
    /// 1-based, in Unicode scalars.
    package let column: Int
    /// Headline without full stop; states the rule.
    package let message: String
    /// What to do about it: "did you mean 'title'?"
    package let hint: String?
    /// The layout that was being put together, for a partial may be right in one and wrong in
    /// another; nil for what is wrong in any.
    package let layout: String?
}

/// A part of a template's text.
struct TemplatePlace: Sendable, Hashable {
    let file: String
    let range: Range<Int>
    let line: Int
    let column: Int
}

extension TemplateProblem {
    init(
        _ kind: Kind, at place: TemplatePlace, _ message: String, hint: String? = nil,
        severity: Severity = .error, layout: String? = nil
    ) {
        self.init(
            severity: severity, kind: kind, file: place.file, range: place.range, line: place.line,
            column: place.column, message: message, hint: hint, layout: layout)
    }
}
