import Content
import Planning
import Synchronization
import Templates

/// What a layout sees of a post wherever the post is shown, whatever its text: made once, for the
/// post's own page, its neighbours and every list of it share the values.
final class PostFacts: Sendable {
    /// A line of an archive: title, link and date.
    let line: TemplateRecord<PostField>
    /// Title and link, for other posts.
    let link: TemplateValue
    let cover: TemplateValue
    let tags: TemplateValue
    let categories: TemplateValue
    /// What the link to the rest of the post is called for those who hear it.
    let moreLabel: TemplateValue

    init(_ index: Int, _ values: SiteValues) {
        let site = values.site
        let post = site.library.posts[index]
        let path = site.plan.postPaths[index]
        let title = TemplateValue(post.title)
        let href = site.hrefValue(path)
        var line = TemplateRecord<PostField>(through: .lastOfLine)
        line[.title] = title
        line[.href] = href
        line[.date] = values.date(post.date)
        line[.language] = TemplateValue(post.head.language)
        self.line = line
        var link = TemplateRecord<LinkField>(through: .href)
        link[.title] = title
        link[.href] = href
        self.link = link.value
        cover = values.image(
            post.head.cover, alt: post.title,
            LinkCollector(site: site, source: post.source, path: path), isAbsolute: false)
        tags = .list(site.plan.tags.termsOfPosts[index].map { values.tags[$0] })
        categories = .list(
            site.plan.categories.termsOfPosts[index].map { values.categories.crumbs($0) })
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
