/// The overrides of blocks, by name: the arguments of all parent tags around, where the outermost
/// one wins (mustache/spec 1.4, inheritance).
struct TemplateOverrides: Hashable {
    /// A block within a parent tag.
    struct Body: Hashable {
        let template: Int
        /// Index of the block in its template.
        let node: Int
    }

    private var bodies: [String: Body] = [:]

    subscript(name: String) -> Body? { bodies[name] }

    /// The overrides inside a parent tag with these arguments.
    func within(_ arguments: [String: Body]) -> TemplateOverrides {
        var inner = self
        inner.bodies.merge(arguments) { outer, _ in outer }
        return inner
    }

    /// The overrides inside an override of `name`: there the block means its own content, because
    /// it cannot contain itself.
    func inside(_ name: String) -> TemplateOverrides {
        var inner = self
        inner.bodies[name] = nil
        return inner
    }
}

/// The blocks that a template offers for extension: its own, and those of the partials and parents
/// that it includes.
struct TemplateBlockNames {
    private let templates: [ParsedTemplate]
    private let ids: [String: Int]
    private var cache: [Int: [String]?] = [:]

    init(_ templates: [ParsedTemplate], ids: [String: Int]) {
        self.templates = templates
        self.ids = ids
    }

    /// In the order of the text; nil if unknown, because one of the templates is broken or missing.
    mutating func names(offeredBy template: Int) -> [String]? {
        if let known = cache[template] { return known }
        var names: [String]? = []
        var visited: Set<Int> = []
        var pending = [template]
        while let next = pending.popLast() {
            guard visited.insert(next).inserted else { continue }
            if templates[next].isBroken { names = nil }
            for node in templates[next].nodes {
                switch node {
                case .block(let block, _):
                    names?.append(block.tag.name)
                case .parent(let tag, _, _, _), .partial(let tag, _):
                    if let id = ids[tag.name] { pending.append(id) } else { names = nil }
                default:
                    break
                }
            }
        }
        cache[template] = .some(names)
        return names
    }
}
