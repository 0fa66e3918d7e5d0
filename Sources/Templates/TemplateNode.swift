/// A part of a parsed template. Nodes are one flat array in the order of the text; a node with
/// content is followed by the content and by its end, whose index it stores. Ranges are bytes of
/// the source.
enum TemplateNode: Sendable, Hashable {
    /// The start of a line of output (a tag alone on its line produces none), with its leading
    /// white space. `isBlank`: the line has nothing else.
    case line(indent: Range<Int>, isBlank: Bool)
    case text(Range<Int>)
    /// `{{name}}`, or unescaped `{{{name}}}` and `{{&name}}`.
    case variable(MustacheTag, isEscaped: Bool)
    case section(MustacheTag, isInverted: Bool, end: Int)
    case sectionEnd
    case block(TemplateBlock, end: Int)
    case blockEnd
    /// `indent`: the white space before the tag, if nothing else precedes it on its line.
    /// `isStandalone`: whether nothing follows its closing tag either.
    case parent(MustacheTag, indent: Range<Int>?, isStandalone: Bool, end: Int)
    case parentEnd
    /// `indent`: the white space before the tag, if it is alone on its line.
    case partial(MustacheTag, indent: Range<Int>?)
}

struct MustacheTag: Sendable, Hashable {
    let name: String
    /// The name within the tag.
    let range: Range<Int>

    /// `a.b` is `["a", "b"]`, `.` is `["."]`.
    var path: [String] {
        name == "." ? [name] : name.split(separator: ".").map(String.init)
    }
}

/// `{{$name}}`: a part that can be overridden, or within `{{<parent}}` its override.
///
/// The specification (mustache/spec 1.4, inheritance) removes a block's own indentation where it is
/// defined and adds that of the place where it is inserted.
struct TemplateBlock: Sendable, Hashable {
    let tag: MustacheTag
    /// Whether its content begins on a line of its own.
    let startsLine: Bool
    /// White space: with `startsLine` that of the first line of the content (of the tag if there is
    /// no content), otherwise that of the tag's line if nothing else precedes it, else nil.
    let indent: Range<Int>?
}

/// A template's parsed text, before any name in it is looked up.
struct ParsedTemplate: Sendable {
    let source: TemplateSource
    /// Empty for a text with syntax errors.
    let nodes: [TemplateNode]
    let problems: [TemplateProblem]

    var isBroken: Bool { !problems.isEmpty }
}
