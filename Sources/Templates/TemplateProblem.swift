/// A problem in a template, found when it is loaded (or, for endless recursion that depends on the
/// data, when it is rendered).
package struct TemplateProblem: Sendable, Hashable {
    package enum Severity: Sendable, Hashable {
        case error
        case warning
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A tag that is unclosed, closes nothing, or is invalid.
        case syntax
        /// A variable or section whose name is not in any scope.
        case unknownName
        /// A name that exists but is used wrongly: a list printed, a field of a text.
        case wrongUse
        /// Markup that would be escaped, or text that would not.
        case escaping
        /// A layout, partial or parent that does not exist.
        case missingTemplate
        /// A block that overrides nothing in its parent, or is given twice.
        case unknownBlock
        /// Content between a parent's tags outside of blocks, which is not written.
        case droppedContent
        /// Templates that include each other endlessly, or too deep, or too often.
        case recursion
        /// The schema itself: a fault of the program, not of the theme.
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
    /// Headline without a full stop; states the rule.
    package let message: String
    /// What to do about it: "did you mean 'title'?"
    package let hint: String?
    /// The layout being linked, because a partial may be right in one and wrong in another; nil for
    /// a problem in any layout.
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
