/// A piece of a parsed template. Nodes lie in one flat array in the order of the text; what has
/// content is followed by it and by its end, whose index it knows. Ranges are bytes of the source.
enum TemplateNode: Sendable, Hashable {
    /// A line of the text begins that is written (a tag alone on its line leaves none), with the
    /// white space it begins with. `isBlank`: nothing else is on it.
    case line(indent: Range<Int>, isBlank: Bool)
    case text(Range<Int>)
    /// `{{name}}`, or unescaped `{{{name}}}` and `{{&name}}`.
    case variable(TemplateTag, isEscaped: Bool)
    case section(TemplateTag, isInverted: Bool, end: Int)
    case sectionEnd
    case block(TemplateBlock, end: Int)
    case blockEnd
    /// `indent`: the white space before the tag where nothing but that is before it on its line.
    /// `isStandalone`: nor is there anything behind its closing tag.
    case parent(TemplateTag, indent: Range<Int>?, isStandalone: Bool, end: Int)
    case parentEnd
    /// `indent`: the white space before the tag where it is alone on its line.
    case partial(TemplateTag, indent: Range<Int>?)
}

struct TemplateTag: Sendable, Hashable {
    let name: String
    /// The name within the tag.
    let range: Range<Int>

    /// `a.b` is `["a", "b"]`, `.` is `["."]`.
    var path: [String] {
        name == "." ? [name] : name.split(separator: ".").map(String.init)
    }
}

/// `{{$name}}`: a place that can be overridden, or within `{{<parent}}` what overrides it.
///
/// The specification (mustache/spec 1.4, inheritance) takes a block's own indentation away where
/// it is defined and adds that of the place where it is put.
struct TemplateBlock: Sendable, Hashable {
    let tag: TemplateTag
    /// Its content begins on a line of its own.
    let startsLine: Bool
    /// White space: of the first line of the content where that `startsLine` (of the tag where
    /// there is no content), else of the tag's line if nothing else is before it, else nil.
    let indent: Range<Int>?
}

/// What a template's text says, before any name in it is looked up.
struct ParsedTemplate: Sendable {
    let source: TemplateSource
    /// Empty for a text with syntax errors.
    let nodes: [TemplateNode]
    let problems: [TemplateProblem]

    var isBroken: Bool { !problems.isEmpty }
}
