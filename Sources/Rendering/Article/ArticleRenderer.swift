import Articles
import Content
import Markdown
import Snippets
import Text

/// The stage render of one text: writes the HTML of a checked post or page, and what other pages show
/// of it. ``RouteRenderer`` puts it into layouts.
///
/// A pure function of the site and the checked text; safe on any number of threads.
package struct ArticleRenderer: Sendable {
    private let site: Site
    private let listing: Listing
    private let words: MarkdownWords
    /// Posts that a feed shows, whose links are written absolute as well.
    private let inFeeds: Set<Int>

    package init(site: Site) {
        self.site = site
        listing = Listing(
            style: site.configuration.highlight, label: site.theme.strings["code_listing"])
        words = site.theme.strings.markdownWords
        inFeeds = FeedRenderer.postsInFeeds(of: site)
    }

    /// Writes a text. O(bytes).
    ///
    /// - Parameter index: that of the post; nil for a page and for the text of a list, which no feed
    ///   shows and no search finds.
    package func render(_ checked: CheckedArticle, post index: Int? = nil) -> Article {
        let parsed = checked.parsed
        let links = LinkWriter(
            site: site, source: parsed.text.source, path: checked.path, targets: checked.targets)
        let feedContent = index.map { self.feedContent(of: $0, parsed, links) } ?? []
        let summary = Summary(
            excerpt: excerpt(of: parsed, links, .listing), isCut: parsed.excerpt.isCut,
            hasMarker: parsed.excerpt.hasMarker, moreText: parsed.document.moreLabel,
            words: parsed.words.words, minutes: parsed.words.minutes,
            description: parsed.description, feedContent: feedContent,
            searchTerms: index.flatMap { _ in searchTerms(of: parsed) })
        return Article(
            content: content(of: checked, links), titleID: parsed.titleID,
            headings: parsed.document.headings.map {
                Article.Heading(level: $0.level, id: $0.id, text: $0.text)
            },
            summary: summary)
    }

    /// The body on its own page, with the verdicts of its code where the site shows them.
    private func content(of checked: CheckedArticle, _ links: LinkWriter) -> [UInt8] {
        let parsed = checked.parsed
        let shows = parsed.text.head.showsVerdicts ?? site.configuration.snippets.show
        var settings = settings(links, .page)
        settings.codeBlock = listingWriter(
            parsed.comments, ids: parsed.listings,
            verdicts: shows
                ? Self.verdicts(checked.findings.snippets, of: parsed.document) : [:])
        return html(of: parsed.document, settings)
    }

    private func searchTerms(of parsed: ParsedArticle) -> SearchTerms? {
        let head = parsed.text.head
        guard head.isSearched, let search = site.plan.search else { return nil }
        return SearchTokenizer.terms(
            title: parsed.text.title, labels: head.tags + head.categories.flatMap { $0 },
            of: parsed.document, code: site.configuration.search.code,
            shards: SearchShards(count: search.shards))
    }

    // MARK: Feeds and lists

    /// What feeds show of a post; empty where none shows it.
    private func feedContent(
        of index: Int, _ parsed: ParsedArticle, _ links: LinkWriter
    ) -> [UInt8] {
        guard inFeeds.contains(index) else { return [] }
        switch site.configuration.feeds.content {
        case .full:
            return body(of: parsed, links, idPrefix: site.library.posts[index].slug + "-")
        case .excerpt: return excerpt(of: parsed, links, .feed)
        }
    }

    /// Feeds get plain listings, absolute links and ids of their own, because a reader shows many
    /// posts on one page.
    private func body(
        of parsed: ParsedArticle, _ links: LinkWriter, idPrefix: String
    ) -> [UInt8] {
        var settings = settings(links, .feed)
        settings.headingIDs = false
        settings.moreSpan = false
        settings.idPrefix = idPrefix
        settings.codeBlock = Self.plainWriter(parsed.comments)
        return html(of: parsed.document, settings)
    }

    private func excerpt(
        of parsed: ParsedArticle, _ links: LinkWriter, _ form: LinkWriter.Form
    ) -> [UInt8] {
        var settings = settings(links, form)
        settings.headingIDs = false
        settings.footnotes = false
        settings.moreSpan = false
        func write(_ document: Document, _ comments: SnippetComments) -> [UInt8] {
            settings.codeBlock =
                form == .feed ? Self.plainWriter(comments) : listingWriter(comments)
            return html(of: document, settings)
        }
        switch parsed.excerpt.kind {
        case .none: return []
        case .whole:
            settings.start = parsed.excerpt.start
            return write(parsed.document, parsed.comments)
        case .cut(let cut):
            settings.start = parsed.excerpt.start
            settings.cut = cut
            return write(parsed.document, parsed.comments)
        case .description(let text):
            var out = Array("<p>".utf8)
            out.append(html: text)
            out.append(utf8: "</p>\n")
            return out
        case .frontMatter:
            return parsed.ownExcerpt.map { write($0, SnippetComments(in: $0)) } ?? []
        }
    }

    // MARK: Settings

    private func settings(_ links: LinkWriter, _ form: LinkWriter.Form) -> HTMLSettings {
        var settings = HTMLSettings()
        settings.words = words
        settings.pictures = links.pictures(form)
        settings.destination = { destination, _ in
            links.rewritten(destination, form)
        }
        return settings
    }

    /// - Parameters:
    ///   - comments: those of the document that is written.
    ///   - ids: those of its listings; none where several texts share a page.
    ///   - verdicts: those to show under their listings.
    private func listingWriter(
        _ comments: SnippetComments, ids: ListingIDs = ListingIDs(),
        verdicts: [NodeID: Verdict] = [:]
    ) -> HTMLSettings.CodeBlockWriter {
        let listing = listing
        let note = VerdictNote(site.theme.strings)
        return { block, document, out in
            let code = document.shownCode(of: block)
            let info = comments.info(of: block)
            listing.append(code, info: info, id: ids[block.node], to: &out) { out in
                if let verdict = verdicts[block.node] { note.append(verdict, to: &out) }
            }
        }
    }

    /// For feeds, whose readers have no style sheet of the site's.
    private static func plainWriter(_ comments: SnippetComments) -> HTMLSettings.CodeBlockWriter {
        { block, document, out in
            let code = document.shownCode(of: block)
            Listing.appendPlain(code, info: comments.info(of: block), to: &out)
        }
    }

    private static func verdicts(
        _ snippets: [CheckedSnippet], of document: Document
    ) -> [NodeID: Verdict] {
        Dictionary(
            zip(document.codeBlocks, snippets).map { ($0.node, $1.verdict) }
        ) { first, _ in first }
    }
}
