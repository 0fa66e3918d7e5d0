import Planning
import Templates

/// The terms of a taxonomy as layouts see them: made once, because each of their posts shows them.
struct TermValues: Sendable {
    /// All, by index in the taxonomy: a parent before its children.
    let all: [TemplateValue]
    /// The term above each.
    private let parents: [Int?]

    /// O(terms).
    init(_ taxonomy: Taxonomy, _ site: Site) {
        var depths: [Int] = []
        for term in taxonomy.terms {
            depths.append(term.parent.map { $0 < depths.count ? depths[$0] + 1 : 1 } ?? 1)
        }
        all = zip(taxonomy.terms, depths).map { Self.value($0, depth: min($1, 4), site) }
        parents = taxonomy.terms.map(\.parent)
    }

    /// By its index in the taxonomy.
    subscript(term: Int) -> TemplateValue { all[term] }

    /// A category with all above it, from the top. O(depth).
    func crumbs(_ term: Int) -> TemplateValue {
        var path: [TemplateValue] = []
        var next: Int? = term
        while let term = next {
            path.append(all[term])
            next = parents[term]
        }
        var record = TemplateRecord<CrumbsField>(through: .terms)
        record[.terms] = .list(path.reversed())
        return record.value
    }

    private static func value(_ term: Term, depth: Int, _ site: Site) -> TemplateValue {
        var record = TemplateRecord<TermField>(through: .depth)
        record[.name] = TemplateValue(term.name)
        record[.href] = site.hrefValue(term.path)
        record[.count] = .number(term.posts.count)
        record[.depth] = .number(depth)
        return record.value
    }
}
