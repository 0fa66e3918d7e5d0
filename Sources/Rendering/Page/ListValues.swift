import Addresses
import Content
import Planning
import Templates

/// What the layouts of lists see: home, archives, terms, and the indexes of taxonomies.
struct ListValues {
    let posts: PostValues
    /// Of a post, by its index; nil for one that could not be read.
    let summary: (Int) -> Summary?

    private var values: SiteValues { posts.values }
    private var site: Site { values.site }
    private var strings: ThemeStrings { site.theme.strings }

    func home(_ pager: Pager, at path: URLPath, _ text: RenderedListText?) -> TemplateRecord<
        RootField
    > {
        let isAtRoot = pager.base == .root
        let title =
            text?.title ?? (isAtRoot ? site.configuration.site.title : strings["posts"])
        var root = values.root(at: path)
        root[.page] = values.page(
            title: title, path: path, description: site.configuration.site.description,
            pager: pager)
        root[.list] = head(title, count: nil, text: pager.number == 1 ? text : nil)
        root[.posts] = cards(pager, isOnHome: true)
        root[.pager] = values.pager(pager)
        return root
    }

    func term(
        _ kind: Taxonomy.Kind, _ index: Int, _ pager: Pager, at path: URLPath,
        _ text: RenderedListText?
    ) -> TemplateRecord<RootField> {
        var root = values.root(at: path)
        let taxonomy = site.plan.taxonomy(kind)
        let term = taxonomy.terms[index]
        let title = text?.title ?? strings[kind.rawValue] + " · " + term.name
        root[.page] = values.page(title: title, path: path, pager: pager)
        root[.list] = head(
            text?.title ?? term.name, count: pager.total, text: pager.number == 1 ? text : nil)
        root[.posts] = cards(pager)
        root[.pager] = values.pager(pager)
        if !term.children.isEmpty {
            var children = TemplateRecord<CrumbsField>(through: .terms)
            children[.terms] = .list(term.children.map { values.terms(kind)[$0] })
            root[.children] = children.value
        }
        return root
    }

    func taxonomy(
        _ kind: Taxonomy.Kind, at path: URLPath, _ text: RenderedListText?
    ) -> TemplateRecord<RootField> {
        let title = text?.title ?? strings[kind.rawValue]
        var root = values.root(at: path)
        root[.page] = values.page(title: title, path: path)
        let terms = site.plan.taxonomy(kind).terms
        root[.list] = head(
            title, count: nil, text: text, isNested: terms.contains { $0.parent != nil })
        root[.terms] = .list(values.terms(kind).all)
        root[.hasTerms] = .flag(!terms.isEmpty)
        return root
    }

    func archive(
        _ scope: ArchiveScope, _ pager: Pager, at path: URLPath, _ text: RenderedListText?
    ) -> TemplateRecord<RootField> {
        let title: String
        switch scope {
        case .all: title = text?.title ?? strings["archives"]
        case .year(let year): title = text?.title ?? strings.year(year)
        case .month(let year, let month): title = text?.title ?? strings.month(year, month)
        }
        var root = values.root(at: path)
        root[.page] = values.page(title: title, path: path, pager: pager)
        root[.list] = head(title, count: pager.total, text: pager.number == 1 ? text : nil)
        root[.years] = .list(years(pager))
        root[.pager] = values.pager(pager)
        return root
    }

    private func head(
        _ title: String, count: Int?, text: RenderedListText?, isNested: Bool = false
    ) -> TemplateValue {
        var list = TemplateRecord<ListField>(through: .isNested)
        list[.title] = TemplateValue(title)
        list[.countText] = TemplateValue(count.map { strings.counted("posts", $0) })
        list[.text] = text.map { .text($0.html) } ?? .none
        list[.isNested] = .flag(isNested)
        return list.value
    }

    private func cards(_ pager: Pager, isOnHome: Bool = false) -> TemplateValue {
        .list(
            pager.posts.compactMap { index in
                summary(index).map { posts.card(index, $0, isOnHome: isOnHome) }
            })
    }

    /// The posts of this page, year by year.
    private func years(_ pager: Pager) -> [TemplateValue] {
        var groups: [(year: Int, posts: [TemplateValue])] = []
        var groupOfYear: [Int: Int] = [:]
        for index in pager.posts {
            // The order is that of instants, the year that of the post's own calendar.
            let year = site.library.posts[index].date.year
            let group = groupOfYear[year] ?? groups.count
            if group == groups.count {
                groupOfYear[year] = group
                groups.append((year, []))
            }
            groups[group].posts.append(posts.line(index))
        }
        return groups.map { year, posts in
            var record = values.year(year)
            record[.posts] = .list(posts)
            return record.value
        }
    }
}
