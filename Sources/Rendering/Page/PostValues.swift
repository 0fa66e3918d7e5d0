import Addresses
import Content
import Planning
import Templates
import Text

/// Posts as layouts see them: whole on their page, as a card in lists, as a line in archives.
struct PostValues {
    let values: SiteValues

    private var site: Site { values.site }

    /// A line of an archive: title, link and date.
    func line(_ index: Int) -> TemplateRecord<PostField> {
        let post = site.library.posts[index]
        var record = TemplateRecord<PostField>()
        record[.title] = TemplateValue(post.title)
        record[.href] = TemplateValue(site.href(site.plan.postPaths[index]))
        record[.date] = values.date(post.date)
        record[.language] = TemplateValue(post.head.language)
        return record
    }

    /// A card: the line with the excerpt, terms and numbers.
    ///
    /// The link to the rest goes to `#more` where a marker made the cut; without a cut there is none.
    func card(_ index: Int, _ summary: Summary, isOnHome: Bool = false) -> TemplateValue {
        let post = site.library.posts[index]
        var record = facts(index, summary)
        record[.excerpt] = .text(summary.excerpt)
        record[.isSticky] = .flag(isOnHome && post.head.sticky > 0)
        if summary.isCut {
            let href = site.href(site.plan.postPaths[index])
            record[.moreHref] = TemplateValue(summary.hasMarker ? href + "#more" : href)
            record[.moreLabel] = TemplateValue(
                site.theme.strings.filled("read_more_of", [("title", post.title)]))
        }
        return record.value
    }

    /// Everything, for the post's own page.
    func full(_ index: Int, _ article: Article) -> TemplateValue {
        let post = site.library.posts[index]
        var record = facts(index, article.summary)
        record[.titleId] = TemplateValue(article.titleID)
        record[.content] = .text(article.content)
        record[.updated] = post.head.updated.map(values.date) ?? .none
        record[.description] = TemplateValue(article.summary.description)
        let links = LinkCollector(
            site: site, source: post.source, path: site.plan.postPaths[index])
        record[.params] = .table(
            TemplateTable(post.head.params.mapValues(Theme.templateValue)))
        addContents(article, post.head, to: &record)
        if let original = post.head.original {
            var value = TemplateRecord<OriginalField>()
            value[.title] = TemplateValue(original.title.isEmpty ? original.url : original.title)
            value[.href] = TemplateValue(
                original.url.isEmpty ? nil : links.address(original.url, absolute: false))
            value[.author] = TemplateValue(original.author)
            record[.original] = value.value
        }
        addSeries(of: index, to: &record)
        addNeighbours(index, to: &record)
        record[.related] = .list(site.plan.related[index].map(link))
        record[.hasRelated] = .flag(!site.plan.related[index].isEmpty)
        return record.value
    }

    /// A page without a date.
    func undated(_ page: Page, at path: URLPath, _ article: Article) -> TemplateValue {
        var record = TemplateRecord<PostField>()
        record[.title] = TemplateValue(page.title)
        record[.titleId] = TemplateValue(article.titleID)
        record[.href] = TemplateValue(site.href(path))
        record[.language] = TemplateValue(page.head.language)
        record[.description] = TemplateValue(article.summary.description)
        let links = LinkCollector(site: site, source: page.source, path: path)
        record[.cover] = values.image(page.head.cover, alt: page.title, links, isAbsolute: false)
        record[.content] = .text(article.content)
        record[.params] = .table(
            TemplateTable(page.head.params.mapValues(Theme.templateValue)))
        addContents(article, page.head, to: &record)
        return record.value
    }

    private func facts(_ index: Int, _ summary: Summary) -> TemplateRecord<PostField> {
        let post = site.library.posts[index]
        var record = line(index)
        record[.isDraft] = .flag(post.isDraft)
        let links = LinkCollector(
            site: site, source: post.source, path: site.plan.postPaths[index])
        record[.cover] = values.image(post.head.cover, alt: post.title, links, isAbsolute: false)
        record[.isFuture] = .flag(post.isFuture)
        record[.wordsText] = TemplateValue(
            site.theme.strings.filled("words", [("count", String(summary.words))]))
        record[.minutesText] = TemplateValue(
            site.theme.strings.filled("minutes", [("count", String(summary.minutes))]))
        let tags = site.plan.tags
        let terms = tags.termsOfPosts[index].map { values.term(tags.terms[$0]) }
        record[.tags] = .list(terms)
        record[.hasTags] = .flag(!terms.isEmpty)
        let categories = site.plan.categories
        record[.categories] = .list(
            categories.termsOfPosts[index].map { crumbs($0, in: categories) })
        return record
    }

    /// A category with all above it, from the top.
    private func crumbs(_ term: Int, in taxonomy: Taxonomy) -> TemplateValue {
        var terms: [TemplateValue] = []
        var next: Int? = term
        while let index = next {
            terms.append(values.term(taxonomy.terms[index]))
            next = taxonomy.terms[index].parent
        }
        var record = TemplateRecord<CrumbsField>()
        record[.terms] = .list(terms.reversed())
        return record.value
    }

    private func addContents(
        _ article: Article, _ head: Head, to record: inout TemplateRecord<PostField>
    ) {
        guard site.theme.showContents, article.headings.count >= site.theme.contentsMinimum,
            head.params["toc"] != .boolean(false)
        else { return }
        let top = article.headings.map(\.level).min() ?? 1
        let entries = article.headings.map { heading in
            var entry = TemplateRecord<ContentsField>()
            entry[.depth] = .number(min(heading.level - top + 1, 5))
            entry[.href] = TemplateValue("#" + PercentCoding.encode(path: heading.id))
            entry[.text] = TemplateValue(heading.text)
            return entry.value
        }
        record[.contents] = .list(entries)
        record[.hasContents] = .flag(true)
    }

    private func link(_ post: Int) -> TemplateValue {
        values.link(site.library.posts[post].title, site.plan.postPaths[post])
    }

    /// The series that a post belongs to, and all of its posts in the order of reading.
    private func addSeries(of index: Int, to record: inout TemplateRecord<PostField>) {
        let series = site.plan.series
        guard let first = series.termsOfPosts[index].first else { return }
        let term = series.terms[first]
        record[.series] = values.term(term)
        record[.seriesPosts] = .list(
            term.posts.map { other in
                var value = TemplateRecord<SeriesPostField>()
                value[.title] = TemplateValue(site.library.posts[other].title)
                value[.href] = TemplateValue(site.href(site.plan.postPaths[other]))
                value[.isCurrent] = .flag(other == index)
                return value.value
            })
    }

    private func addNeighbours(_ index: Int, to record: inout TemplateRecord<PostField>) {
        let newer = site.plan.newer[index]
        let older = site.plan.older[index]
        record[.newer] = newer.map(link) ?? .none
        record[.older] = older.map(link) ?? .none
        record[.hasNeighbours] = .flag(newer != nil || older != nil)
    }
}
