import Addresses
import Content
import Planning
import Templates
import Text

/// Posts as layouts see them: on their page, in lists, and in archives.
///
/// Safe on any number of threads at once; what a post shows everywhere is kept once it was made.
final class PostValues: Sendable {
    let values: SiteValues

    private let kept: [PostFacts.Once]
    private let readMore: TemplateValue
    private let words: ThemePattern
    private let minutes: ThemePattern

    /// O(posts), and makes nothing of any yet.
    init(values: SiteValues) {
        self.values = values
        kept = values.site.library.posts.map { _ in PostFacts.Once() }
        readMore = TemplateValue(values.site.theme.strings["read_more"])
        words = values.site.theme.strings.pattern("words")
        minutes = values.site.theme.strings.pattern("minutes")
    }

    private var site: Site { values.site }

    private func facts(_ index: Int) -> PostFacts { kept[index].value(index, values) }

    /// A post in an archive: what its front matter gives.
    func line(_ index: Int) -> TemplateValue { facts(index).head.value }

    /// A post in any other list: all but what takes its whole text.
    ///
    /// The link to the rest goes to `#more` where a marker made the cut; without a cut there is no link.
    func card(_ index: Int, _ summary: Summary, isOnHome: Bool = false) -> TemplateValue {
        let facts = facts(index)
        var record = record(index, facts, summary, through: .lastInLists)
        record[.excerpt] = .text(summary.excerpt)
        if summary.isCut {
            var href = facts.head[.href]
            if summary.hasMarker, case .text(var bytes) = href {
                bytes.append(utf8: "#more")
                href = .text(bytes)
            }
            record[.moreHref] = href
            record[.moreText] = summary.moreText.map { .init($0) } ?? readMore
            record[.moreLabel] =
                summary.moreText.map { .init($0 + " · " + site.library.posts[index].title) }
                ?? facts.moreLabel
        }
        record[.isSticky] = .flag(isOnHome && site.library.posts[index].head.sticky > 0)
        addOthers(to: &record, of: index)
        return record.value
    }

    /// Everything, for the post's own page.
    func full(_ index: Int, _ article: Article) -> TemplateValue {
        let post = site.library.posts[index]
        var record = record(index, facts(index), article.summary, through: .seriesPosts)
        addOthers(to: &record, of: index)
        record[.titleId] = TemplateValue(article.titleID)
        record[.content] = .text(article.content)
        addContents(article, post.head, to: &record)
        addSeries(of: index, to: &record)
        return record.value
    }

    /// A page without a date.
    func undated(_ page: Page, at path: URLPath, _ article: Article) -> TemplateValue {
        let links = LinkWriter(site: site, source: page.source, path: path)
        var record = TemplateRecord<PostField>()
        record[.title] = TemplateValue(page.title)
        record[.href] = site.hrefValue(path)
        record[.language] = TemplateValue(page.head.language)
        record[.updated] = page.head.updated.map(values.date) ?? .none
        record[.cover] = values.image(page.head.cover, alt: page.title, links, isAbsolute: false)
        record[.original] = values.original(page.head.original, links)
        record[.authors] = values.authors(page.head.authors, links)
        record[.hasAuthors] = .flag(!page.head.authors.isEmpty)
        record[.params] = values.params(page.head)
        record[.isDraft] = .flag(page.isDraft)
        addNumbers(article.summary, to: &record)
        record[.titleId] = TemplateValue(article.titleID)
        record[.content] = .text(article.content)
        addContents(article, page.head, to: &record)
        return record.value
    }

    /// What a card and the post's own page have in common.
    private func record(
        _ index: Int, _ facts: PostFacts, _ summary: Summary, through last: PostField
    ) -> TemplateRecord<PostField> {
        var record = TemplateRecord(facts.head, through: last)
        addNumbers(summary, to: &record)
        return record
    }

    /// What the text gives in addition to its HTML.
    private func addNumbers(_ summary: Summary, to record: inout TemplateRecord<PostField>) {
        record[.wordsText] = .text(words.filled(count: summary.words))
        record[.minutesText] = .text(minutes.filled(count: summary.minutes))
        record[.description] = TemplateValue(summary.description)
    }

    private func addContents(
        _ article: Article, _ head: FrontMatter, to record: inout TemplateRecord<PostField>
    ) {
        guard site.theme.showContents, article.headings.count >= site.theme.contentsMinimum,
            head.params["toc"] != .boolean(false)
        else { return }
        let top = article.headings.map(\.level).min() ?? 1
        let entries = article.headings.map { heading in
            var entry = TemplateRecord<ContentsField>(through: .text)
            entry[.depth] = .number(min(heading.level - top + 1, 5))
            entry[.href] = .text(PercentCoding.bytes(ofPath: heading.id, after: "#"))
            entry[.text] = TemplateValue(heading.text)
            return entry.value
        }
        record[.contents] = .list(entries)
        record[.hasContents] = .flag(true)
    }

    /// All posts of the series that a post belongs to, in the order of reading.
    private func addSeries(of index: Int, to record: inout TemplateRecord<PostField>) {
        let series = site.plan.series
        guard let first = series.termsOfPosts[index].first else { return }
        record[.seriesPosts] = .list(
            series.terms[first].posts.map { other in
                let head = facts(other).head
                var value = TemplateRecord<SeriesPostField>(through: .isCurrent)
                value[.title] = head[.title]
                value[.href] = head[.href]
                value[.isCurrent] = .flag(other == index)
                return value.value
            })
    }

    /// The neighbors of a post and those related to it.
    private func addOthers(to record: inout TemplateRecord<PostField>, of index: Int) {
        let newer = site.plan.newer[index]
        let older = site.plan.older[index]
        let related = site.plan.related[index]
        record[.newer] = newer.map { facts($0).link } ?? .none
        record[.older] = older.map { facts($0).link } ?? .none
        record[.hasNeighbours] = .flag(newer != nil || older != nil)
        record[.related] = .list(related.map { facts($0).link })
        record[.hasRelated] = .flag(!related.isEmpty)
    }
}
