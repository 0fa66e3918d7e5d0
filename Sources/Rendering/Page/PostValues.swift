import Addresses
import Content
import Planning
import Templates
import Text

/// Posts as layouts see them: whole on their page, as a card in lists, as a line in archives.
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

    /// A line of an archive: title, link and date.
    func line(_ index: Int) -> TemplateValue { facts(index).line.value }

    /// A card: the line with the excerpt, terms and numbers.
    ///
    /// The link to the rest goes to `#more` where a marker made the cut; without a cut there is none.
    func card(_ index: Int, _ summary: Summary, isOnHome: Bool = false) -> TemplateValue {
        let facts = facts(index)
        var record = record(index, facts, summary, through: .lastOfCard)
        record[.excerpt] = .text(summary.excerpt)
        record[.isSticky] = .flag(isOnHome && site.library.posts[index].head.sticky > 0)
        if summary.isCut {
            var href = facts.line[.href]
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
        return record.value
    }

    /// Everything, for the post's own page.
    func full(_ index: Int, _ article: Article) -> TemplateValue {
        let post = site.library.posts[index]
        var record = record(index, facts(index), article.summary, through: .params)
        record[.titleId] = TemplateValue(article.titleID)
        record[.content] = .text(article.content)
        record[.updated] = post.head.updated.map(values.date) ?? .none
        record[.description] = TemplateValue(article.summary.description)
        record[.params] = params(post.head)
        addContents(article, post.head, to: &record)
        if let original = post.head.original {
            let links = LinkCollector(
                site: site, source: post.source, path: site.plan.postPaths[index])
            var value = TemplateRecord<OriginalField>()
            value[.title] = TemplateValue(original.title.isEmpty ? original.url : original.title)
            value[.href] = TemplateValue(
                original.url.isEmpty ? nil : links.address(original.url, absolute: false))
            value[.author] = TemplateValue(original.author)
            record[.original] = value.value
        }
        addSeries(of: index, to: &record)
        addNeighbours(index, to: &record)
        record[.related] = .list(site.plan.related[index].map { facts($0).link })
        record[.hasRelated] = .flag(!site.plan.related[index].isEmpty)
        return record.value
    }

    /// A page without a date.
    func undated(_ page: Page, at path: URLPath, _ article: Article) -> TemplateValue {
        var record = TemplateRecord<PostField>()
        record[.title] = TemplateValue(page.title)
        record[.titleId] = TemplateValue(article.titleID)
        record[.href] = site.hrefValue(path)
        record[.language] = TemplateValue(page.head.language)
        record[.description] = TemplateValue(article.summary.description)
        let links = LinkCollector(site: site, source: page.source, path: path)
        record[.cover] = values.image(page.head.cover, alt: page.title, links, isAbsolute: false)
        record[.content] = .text(article.content)
        record[.params] = params(page.head)
        addContents(article, page.head, to: &record)
        return record.value
    }

    /// What a card and the post's own page have in common.
    private func record(
        _ index: Int, _ facts: PostFacts, _ summary: Summary, through last: PostField
    ) -> TemplateRecord<PostField> {
        let post = site.library.posts[index]
        var record = TemplateRecord(facts.line, through: last)
        record[.cover] = facts.cover
        record[.categories] = facts.categories
        record[.tags] = facts.tags
        record[.hasTags] = .flag(!site.plan.tags.termsOfPosts[index].isEmpty)
        record[.wordsText] = .text(words.filled(count: summary.words))
        record[.minutesText] = .text(minutes.filled(count: summary.minutes))
        record[.isDraft] = .flag(post.isDraft)
        record[.isFuture] = .flag(post.isFuture)
        return record
    }

    private func params(_ head: Head) -> TemplateValue {
        if head.params.isEmpty { return .table(.empty) }
        return .table(TemplateTable(head.params.mapValues(Theme.templateValue)))
    }

    private func addContents(
        _ article: Article, _ head: Head, to record: inout TemplateRecord<PostField>
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

    /// The series that a post belongs to, and all of its posts in the order of reading.
    private func addSeries(of index: Int, to record: inout TemplateRecord<PostField>) {
        let series = site.plan.series
        guard let first = series.termsOfPosts[index].first else { return }
        record[.series] = values.series[first]
        record[.seriesPosts] = .list(
            series.terms[first].posts.map { other in
                let line = facts(other).line
                var value = TemplateRecord<SeriesPostField>(through: .isCurrent)
                value[.title] = line[.title]
                value[.href] = line[.href]
                value[.isCurrent] = .flag(other == index)
                return value.value
            })
    }

    private func addNeighbours(_ index: Int, to record: inout TemplateRecord<PostField>) {
        let newer = site.plan.newer[index]
        let older = site.plan.older[index]
        record[.newer] = newer.map { facts($0).link } ?? .none
        record[.older] = older.map { facts($0).link } ?? .none
        record[.hasNeighbours] = .flag(newer != nil || older != nil)
    }
}
