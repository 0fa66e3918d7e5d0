import Content
import Planning
import Synchronization
import Templates

/// What a layout sees of a post wherever the post is shown, whatever its text: made once, because the
/// post's own page, its neighbors and every list of it share the values.
final class PostFacts: Sendable {
    /// What front matter and the plan give: all that an archive has of a post, and the beginning of
    /// what other lists and the post's own page have.
    let head: TemplateRecord<PostField>
    /// Title and link, for other posts.
    let link: TemplateValue
    /// What the link to the rest of the post is called for those who hear it.
    let moreLabel: TemplateValue

    init(_ index: Int, _ values: SiteValues) {
        let site = values.site
        let post = site.library.posts[index]
        let path = site.plan.postPaths[index]
        let links = LinkWriter(site: site, source: post.source, path: path)
        let title = TemplateValue(post.title)
        let href = site.hrefValue(path)
        let tags = site.plan.tags.termsOfPosts[index]
        var head = TemplateRecord<PostField>(through: .lastInArchives)
        head[.title] = title
        head[.href] = href
        head[.language] = TemplateValue(post.head.language)
        head[.date] = values.date(post.date)
        head[.updated] = post.head.updated.map(values.date) ?? .none
        head[.cover] = values.image(
            post.head.cover, alt: post.title, links, isAbsolute: false)
        head[.categories] = .list(
            site.plan.categories.termsOfPosts[index].map { values.categories.crumbs($0) })
        head[.tags] = .list(tags.map { values.tags[$0] })
        head[.hasTags] = .flag(!tags.isEmpty)
        head[.series] =
            site.plan.series.termsOfPosts[index].first.map { values.series[$0] } ?? .none
        head[.original] = values.original(post.head.original, links)
        let authors = post.head.authors
        head[.authors] = values.authors(authors, links)
        head[.hasAuthors] = .flag(!authors.isEmpty)
        let siteAuthor = site.configuration.site.author
        head[.isByOthers] = .flag(authors.contains { $0.name != siteAuthor })
        head[.params] = values.params(post.head)
        head[.isDraft] = .flag(post.isDraft)
        head[.isFuture] = .flag(post.isFuture)
        self.head = head
        var link = TemplateRecord<LinkField>(through: .href)
        link[.title] = title
        link[.href] = href
        self.link = link.value
        moreLabel = .text(values.moreLabel.filled(title: post.title))
    }

    /// The facts of one post, made by whoever asks first; two threads that ask at once both make
    /// them, and one of the two is kept.
    final class Once: Sendable {
        private let facts = AtomicLazyReference<PostFacts>()

        func value(_ index: Int, _ values: SiteValues) -> PostFacts {
            facts.load() ?? facts.storeIfNil(PostFacts(index, values))
        }
    }
}
