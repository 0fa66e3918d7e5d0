import Text

/// How strictly names in templates are checked.
package enum TemplateRules: Sendable, Hashable {
    /// For themes: each name, partial, parent and block must exist.
    case strict
    /// As in the Mustache specification: a missing name is empty.
    case specification
}

/// A template that is rendered by itself, and its root value.
package struct TemplateLayout: Sendable, Hashable {
    package let name: String
    package let root: TemplateKind

    package init(_ name: String, root: TemplateKind) {
        self.name = name
        self.root = root
    }
}

/// A layout of a library, ready for rendering.
package struct TemplateID: Sendable, Hashable {
    let routine: Int
    let entry: TemplateInstruction.Entry
}

/// The templates of a theme, checked and linked.
///
///     let bytes = Array("<h1>{{title}}</h1>".utf8)
///     let (library, problems) = TemplateLibrary.load(
///         [TemplateSource(name: "post", file: "layouts/post.mustache", bytes: bytes)],
///         layouts: [TemplateLayout("post", root: .record(PostField.self))],
///         schema: TemplateSchema([TemplateRecordType(PostField.self)]))
///     var page = TemplateRecord<PostField>()
///     page[.title] = TemplateValue("a < b")
///     if let id = library["post"] {
///         let problem = library.render(id, page.value, into: &html)   // <h1>a &lt; b</h1>
///     }
package struct TemplateLibrary: Sendable {
    private let program: TemplateProgram
    private let sources: [TemplateSource]
    private let layouts: [String: TemplateID]
    /// The fields that some layout looks up: `page.title`.
    package let usedFields: Set<String>
    /// The names of the templates that some layout includes, and of the layouts themselves.
    package let usedTemplates: Set<String>

    /// Parses all sources, then links the layouts.
    ///
    /// Of two sources with one name the first counts, so they may be given in the lookup order of a
    /// theme's files. A source that no layout includes is only checked for its syntax. Problems are
    /// sorted by file and place; a library with errors can still be rendered, without the faulty
    /// parts. Linear in the length of the included text.
    package static func load(
        _ sources: [TemplateSource], layouts: [TemplateLayout], schema: TemplateSchema = .free,
        rules: TemplateRules = .strict
    ) -> (library: TemplateLibrary, problems: [TemplateProblem]) {
        let templates = sources.map(TemplateParser.parse)
        var problems = templates.flatMap(\.problems)
        var linker = TemplateLinker(templates, schema: schema, rules: rules)
        var linked: [String: TemplateID] = [:]
        for layout in layouts {
            if let type = schema.missingType(in: layout.root) {
                problems.append(schemaProblem(layout.name, "the schema has no record '\(type)'"))
            }
            if let routine = linker.link(layout) {
                let entry = linker.entry(into: layout.root)
                linked[layout.name] = TemplateID(routine: routine, entry: entry)
            } else {
                let place = TemplatePlace(file: layout.name, range: 0..<0, line: 1, column: 1)
                problems.append(
                    TemplateProblem(
                        .missingTemplate, at: place, "there is no layout '\(layout.name)'",
                        hint: didYouMean(layout.name, sources.map(\.name))))
            }
        }
        problems += linker.problems
        problems += schema.faults.map { schemaProblem(layouts.first?.name ?? "", $0) }
        problems.sort { ($0.file, $0.range.lowerBound) < ($1.file, $1.range.lowerBound) }
        let library = TemplateLibrary(
            program: linker.program, sources: sources, layouts: linked,
            usedFields: linker.usedFields, usedTemplates: linker.usedTemplates)
        return (library, problems)
    }

    private static func schemaProblem(_ file: String, _ message: String) -> TemplateProblem {
        let place = TemplatePlace(file: file, range: 0..<0, line: 1, column: 1)
        return TemplateProblem(.schema, at: place, message)
    }

    /// The layout with this name; nil if it was not loaded.
    package subscript(name: String) -> TemplateID? { layouts[name] }

    /// Appends the layout with these values; thread-safe.
    ///
    /// Text in two braces is escaped byte by byte. Whatever the values, rendering ends: a template
    /// that includes itself more than 200 levels deep, which only endless data or a section about
    /// the same thing can cause, stops the page there.
    ///
    /// - Parameter root: of the kind of the layout's `root`; a value of another kind is empty.
    /// - Returns: the problem that stopped it; nil if everything was written.
    package func render(
        _ layout: TemplateID, _ root: TemplateValue, into bytes: inout [UInt8]
    ) -> TemplateProblem? {
        var renderer = TemplateRenderer(program)
        guard let site = renderer.render(layout, root, into: &bytes) else { return nil }
        let source = sources[site.template]
        return TemplateProblem(
            .recursion, at: source.place(site.range),
            "templates include each other deeper than \(TemplateRenderer.maximumDepth)",
            hint: "let the section around the tag be about something smaller")
    }
}

/// "did you mean 'title'?"; nil if no candidate is close, or the name is too long.
func didYouMean(_ name: String, _ candidates: [String]) -> String? {
    guard name.utf8.count <= 60 else { return nil }
    return nearestName(to: name, in: candidates).map { "did you mean '\($0)'?" }
}
