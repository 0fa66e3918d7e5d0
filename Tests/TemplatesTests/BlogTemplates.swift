import Templates
import Testing

/// A small blog's records, for tests of checked templates.
enum SiteField: Int, TemplateFields {
    case title, description, language

    static var recordName: String { "site" }
    var kind: TemplateKind { .text }
}

enum PostField: Int, TemplateFields {
    case title, description, content, minutes, tags, isDraft, params

    static var recordName: String { "post" }

    var kind: TemplateKind {
        switch self {
        case .title, .description: .text
        case .content: .markup
        case .minutes: .number
        case .tags: .list(.text)
        case .isDraft: .flag
        case .params: .free
        }
    }
}

enum CategoryField: Int, TemplateFields {
    case name, children

    static var recordName: String { "category" }

    var kind: TemplateKind {
        switch self {
        case .name: .text
        case .children: .list(.record(CategoryField.self))
        }
    }
}

enum PageField: Int, TemplateFields {
    case site, post, posts, categories, number

    static var recordName: String { "page" }

    var kind: TemplateKind {
        switch self {
        case .site: .record(SiteField.self)
        case .post: .record(PostField.self)
        case .posts: .list(.record(PostField.self))
        case .categories: .list(.record(CategoryField.self))
        case .number: .number
        }
    }
}

let blogSchema = TemplateSchema([
    TemplateRecordType(PageField.self), TemplateRecordType(SiteField.self),
    TemplateRecordType(PostField.self), TemplateRecordType(CategoryField.self),
])

func source(_ name: String, _ text: String) -> TemplateSource {
    TemplateSource(name: name, file: "\(name).mustache", bytes: Array(text.utf8))
}

/// Loads `layout` with the given partials, all checked against the blog's schema.
func loadBlog(
    _ layout: String, _ partials: [String: String] = [:]
) -> (library: TemplateLibrary, problems: [TemplateProblem]) {
    let sources = [source("layout", layout)] + partials.map { source($0.key, $0.value) }
    return TemplateLibrary.load(
        sources, layouts: [TemplateLayout("layout", root: .record(PageField.self))],
        schema: blogSchema)
}

/// The problems of `layout`, one a line:
/// `layout.mustache:1:3: error unknownName: there is no 'titel' (did you mean 'title'?)`.
func problems(_ layout: String, _ partials: [String: String] = [:]) -> [String] {
    loadBlog(layout, partials).problems.map { problem in
        let hint = problem.hint.map { " (\($0))" } ?? ""
        let place = "\(problem.file):\(problem.line):\(problem.column)"
        return "\(place): \(problem.severity) \(problem.kind): \(problem.message)\(hint)"
    }
}

/// `layout` with a page's values; it must have no errors.
func render(
    _ layout: String, _ partials: [String: String] = [:],
    _ fill: (inout TemplateRecord<PageField>) -> Void = { _ in }
) throws -> String {
    let (library, problems) = loadBlog(layout, partials)
    #expect(problems.filter { $0.severity == .error } == [])
    var page = TemplateRecord<PageField>()
    fill(&page)
    #expect(blogSchema.mismatch(in: page.value, kind: .record(PageField.self)) == nil)
    let id = try #require(library["layout"])
    var bytes: [UInt8] = []
    #expect(library.render(id, page.value, into: &bytes) == nil)
    return String(decoding: bytes, as: UTF8.self)
}

func site(title: String? = nil, description: String? = nil) -> TemplateValue {
    var site = TemplateRecord<SiteField>()
    site[.title] = TemplateValue(title)
    site[.description] = TemplateValue(description)
    return site.value
}

func post(
    title: String? = nil, description: String? = nil, content: String? = nil, tags: [String] = [],
    isDraft: Bool = false, params: [String: TemplateValue] = [:]
) -> TemplateValue {
    var post = TemplateRecord<PostField>()
    post[.title] = TemplateValue(title)
    post[.description] = TemplateValue(description)
    post[.content] = TemplateValue(content)
    post[.tags] = .list(tags.map { TemplateValue($0) })
    post[.isDraft] = .flag(isDraft)
    post[.params] = .table(TemplateTable(params))
    return post.value
}

func category(_ name: String, _ children: [TemplateValue] = []) -> TemplateValue {
    var category = TemplateRecord<CategoryField>()
    category[.name] = TemplateValue(name)
    category[.children] = .list(children)
    return category.value
}
