import Addresses
import Content
import Diagnostics
import Markdown
import Planning
import Snippets
import Text

/// Parses posts and pages and writes their HTML: the stages parse and render of one text.
///
/// A pure function of the site and the bytes of the file; safe on any number of threads.
package struct ArticleWriter: Sendable {
    let site: Site
    private let listing: Listing
    private let words: MarkdownWords
    /// Posts that a feed shows, and so have to be written with absolute links as well.
    private let inFeeds: Set<Int>

    package init(site: Site) {
        self.site = site
        listing = Listing(
            style: site.configuration.highlight, label: site.theme.strings["code_listing"])
        words = site.theme.strings.markdownWords
        inFeeds = FeedRenderer.postsInFeeds(of: site)
    }

    /// What writing one text gave.
    package struct Result: Sendable {
        package let article: Article
        /// Links to other parts of the site, to be checked once all outlines are known.
        package let links: [OutgoingLink]
        /// The text's code blocks with their verdicts, in order; what they have to say is not among
        /// ``diagnostics``.
        package let snippets: [CheckedSnippet]
        /// The tags of other generators; what there is to say about them is not among
        /// ``diagnostics``, for it is told once for a site.
        package let templateTags: [TemplateTag]
        package let diagnostics: [Diagnostic]
    }

    /// Writes the post with this index from its whole file, as ``SiteFolder/readText(_:)`` gives
    /// it. O(bytes).
    package func write(post index: Int, _ bytes: [UInt8]) -> Result {
        let post = site.library.posts[index]
        return write(
            Text(post.source, post.head, title: post.title, path: site.plan.postPaths[index]),
            bytes,
            feedPrefix: inFeeds.contains(index) ? post.slug + "-" : nil,
            isSearched: post.head.isSearched)
    }

    /// Writes the page with this index from its whole file. O(bytes).
    package func write(page index: Int, _ bytes: [UInt8]) -> Result {
        let page = site.library.pages[index]
        let text = Text(
            page.source, page.head, title: page.title, path: site.plan.pagePaths[index])
        return write(text, bytes, feedPrefix: nil)
    }

    /// The HTML of a list's text (`_index.md`) that stands at `path`.
    package func write(listText text: ListText, _ bytes: [UInt8]) -> Result {
        write(
            Text(text.source, text.head, title: "", path: text.path), bytes, feedPrefix: nil)
    }

    /// One text of the site, whichever kind it is.
    private struct Text {
        let source: SourcePath
        let head: Head
        let title: String
        let path: URLPath

        init(_ source: SourcePath, _ head: Head, title: String, path: URLPath) {
            self.source = source
            self.head = head
            self.title = title
            self.path = path
        }
    }

    /// - Parameter isSearched: whether the site's search finds it.
    private func write(
        _ text: Text, _ bytes: [UInt8], feedPrefix: String?, isSearched: Bool = false
    ) -> Result {
        let head = text.head
        var document = Document(
            parsing: bytes, from: head.bodyOffset, file: text.source,
            options: site.markdown.settled(by: head), isUTF8: true)
        var diagnostics = document.diagnostics
        // The page shows its title already.
        let titleID = document.takeTitle(
            text.title, isFromHeading: head.title?.isEmpty ?? true)
        var collector = LinkCollector(site: site, source: text.source, path: text.path)
        let (outgoing, linkProblems) = collector.collect(document)
        diagnostics += linkProblems
        diagnostics += collector.problems(of: head)
        var wanted = outgoing
        if let text = head.excerpt {
            let own = self.document(ofExcerpt: text, collector, document.options)
            let place = head.places["excerpt"] ?? Place(file: collector.source)
            let (more, problems) = collector.collect(own, at: place)
            wanted += more
            diagnostics += problems
        }
        let links = collector

        let (excerpt, excerptProblems) = Excerpt.choose(
            for: head, in: document, posts: site.configuration.posts)
        diagnostics += excerptProblems

        var settings = HTMLSettings()
        settings.words = words
        let (defaults, unknown) = SnippetDefaults.of(head)
        let comments = SnippetComments(in: document)
        diagnostics += unknown + comments.diagnostics
        let snippets = site.verdicts.verdicts(of: document, comments, defaults: defaults)
        let shows = head.showsVerdicts ?? site.configuration.snippets.show
        let verdicts = shows ? self.verdicts(snippets, of: document) : [:]
        let ids = ListingIDs(of: document, comments)
        settings.codeBlock = listingWriter(comments, ids: ids, verdicts: verdicts)
        settings.pictures = links.pictures(.page)
        settings.destination = { destination, _ in
            links.rewritten(destination, .page)
        }
        let content = html(of: document, settings)
        var feedContent: [UInt8] = []
        if let feedPrefix, site.configuration.feeds.content == .full {
            feedContent = self.feedContent(document, comments, links, feedPrefix)
        }
        let excerptHTML = write(excerpt, of: document, comments, links, .listing)
        if feedPrefix != nil, site.configuration.feeds.content == .excerpt {
            feedContent = write(excerpt, of: document, comments, links, .feed)
        }
        let count = WordCount(of: document)
        let summary = Summary(
            excerpt: excerptHTML, isCut: excerpt.isCut, hasMarker: excerpt.hasMarker,
            moreText: document.moreLabel,
            words: count.words, minutes: count.minutes,
            description: head.description ?? FirstWords.of(document), feedContent: feedContent,
            searchTerms: isSearched ? searchTerms(text, document) : nil)
        let article = Article(
            content: content, titleID: titleID,
            headings: document.headings.map {
                Article.Heading(level: $0.level, id: $0.id, text: $0.text)
            },
            summary: summary)
        return Result(
            article: article, links: wanted, snippets: snippets,
            templateTags: document.templateTags, diagnostics: diagnostics)
    }

    private func searchTerms(_ text: Text, _ document: Document) -> SearchTerms? {
        guard let search = site.plan.search else { return nil }
        return SearchTokenizer.terms(
            title: text.title, labels: text.head.tags + text.head.categories.flatMap { $0 },
            of: document, code: site.configuration.search.code,
            shards: SearchShards(count: search.shards))
    }

    /// Feeds get plain listings, absolute links and ids of their own, for a reader shows many posts
    /// on one page.
    private func feedContent(
        _ document: Document, _ comments: SnippetComments, _ links: LinkCollector, _ prefix: String
    ) -> [UInt8] {
        var settings = HTMLSettings()
        settings.words = words
        settings.headingIDs = false
        settings.moreSpan = false
        settings.idPrefix = prefix
        settings.codeBlock = Self.plainWriter(comments)
        settings.pictures = links.pictures(.feed)
        settings.destination = { destination, _ in
            links.rewritten(destination, .feed)
        }
        return html(of: document, settings)
    }

    private func write(
        _ excerpt: Excerpt, of document: Document, _ comments: SnippetComments,
        _ links: LinkCollector, _ form: LinkCollector.Form
    ) -> [UInt8] {
        var settings = HTMLSettings()
        settings.start = excerpt.start
        settings.words = words
        settings.headingIDs = false
        settings.footnotes = false
        settings.moreSpan = false
        settings.codeBlock = form == .feed ? Self.plainWriter(comments) : listingWriter(comments)
        settings.pictures = links.pictures(form)
        settings.destination = { destination, _ in
            links.rewritten(destination, form)
        }
        switch excerpt.kind {
        case .none: return []
        case .whole: return html(of: document, settings)
        case .cut(let cut):
            settings.cut = cut
            return html(of: document, settings)
        case .description(let text):
            var out = Array("<p>".utf8)
            out.append(html: text)
            out.append(utf8: "</p>\n")
            return out
        case .frontMatter(let text):
            let own = self.document(ofExcerpt: text, links, document.options)
            // Nodes of the body mean nothing here.
            settings.start = nil
            let comments = SnippetComments(in: own)
            settings.codeBlock =
                form == .feed ? Self.plainWriter(comments) : listingWriter(comments)
            return html(of: own, settings)
        }
    }

    /// Front matter's `excerpt`, which is Markdown of its own.
    private func document(
        ofExcerpt text: String, _ links: LinkCollector, _ options: MarkdownOptions
    ) -> Document {
        Document(
            parsing: Array(text.utf8), file: links.source, options: options, isHTML: false)
    }

    /// - Parameters:
    ///   - comments: those of the document that is written.
    ///   - ids: those of its listings; none where several texts stand on one page.
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

    private func verdicts(
        _ snippets: [CheckedSnippet], of document: Document
    ) -> [NodeID: Verdict] {
        Dictionary(
            zip(document.codeBlocks, snippets).map { ($0.node, $1.verdict) }
        ) { first, _ in first }
    }
}
