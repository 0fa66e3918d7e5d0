import Addresses
import Diagnostics
import Markdown

/// A Markdown file from the scan.
package struct TextSource: Sendable {
    enum Role: Sendable {
        case post
        case page
        case listText
    }
    package let path: SourcePath
    let role: Role
    /// The `_drafts` folder around it.
    var draftsFolder: SourcePath?
    /// Whether `[build] exclude` names it, so that only its addresses are needed.
    var isExcluded = false
}

/// One Markdown file after loading.
package struct LoadedText: Sendable {
    package enum Outcome: Sendable {
        case post(Post)
        /// A shown draft without a date so far; its date is a placeholder.
        case undatedDraft(Post)
        case page(Page)
        case listText(ListText)
        case hidden(Hidden.Reason)
    }
    package let path: SourcePath
    /// Of the file's bytes.
    package let digest: ContentDigest
    package let outcome: Outcome
    /// A valid but hidden text, as it would be published.
    let unpublished: UnpublishedText?
    /// The texts below it that it hides.
    let hiddenBelow: [CascadeScope]
    /// The folder that the text owns, hidden or not.
    let bundle: SourcePath?
    /// The instant at which the outcome changes without a change of the file; nil: never.
    package let decidedUntil: Int64?
    package let diagnostics: [Diagnostic]

    /// Whether it has errors, so that it produces nothing.
    package var isBroken: Bool {
        if case .hidden(.broken) = outcome { true } else { false }
    }

    /// The text, left out for a reason from another text.
    func hidden(_ reason: Hidden.Reason) -> LoadedText {
        let unpublished: UnpublishedText? =
            switch outcome {
            case .post(let post): .post(post)
            case .page(let page): .page(page)
            case .undatedDraft, .listText, .hidden: unpublished
            }
        return LoadedText(
            path: path, digest: digest, outcome: .hidden(reason), unpublished: unpublished,
            hiddenBelow: hiddenBelow, bundle: bundle, decidedUntil: decidedUntil,
            diagnostics: diagnostics)
    }
}

/// Reads the head of one text and decides whether, and under which name, it is published.
package struct TextLoader: Sendable {
    private let folder: SiteFolder
    private let configuration: Configuration
    private let rules: ContentRules
    private let now: Int64

    /// - Parameter now: seconds since 1970.
    package init(_ folder: SiteFolder, _ configuration: Configuration, now: Int64) {
        self.folder = folder
        self.configuration = configuration
        self.now = now
        rules = ContentRules(configuration, folder)
    }

    /// A text whose head was read.
    private struct Text {
        let source: TextSource
        let name: TextName
        let bytes: [UInt8]
        let head: FrontMatter
        var path: SourcePath { source.path }
        var isDraft: Bool { head.isDraft || source.draftsFolder != nil }
    }

    private struct Decision {
        var outcome = LoadedText.Outcome.hidden(.broken)
        var unpublished: UnpublishedText?
        var until: Int64?
        var diagnostics: [Diagnostic] = []
    }

    /// Throws if the file cannot be read, unless it is excluded.
    package func load(_ source: TextSource) throws(SiteFolderError) -> LoadedText {
        guard source.isExcluded else { return try read(source) }
        let text = try? read(source)
        return LoadedText(
            path: source.path, digest: text?.digest ?? ContentDigest(),
            outcome: .hidden(.excluded), unpublished: text?.hidden(.excluded).unpublished,
            hiddenBelow: [], bundle: nil, decidedUntil: nil, diagnostics: [])
    }

    private func read(_ source: TextSource) throws(SiteFolderError) -> LoadedText {
        let site = configuration.site.language
        let name = TextName(of: source.path, tops: tops(of: source), site: site)
        let (bytes, reading) = try folder.readText(source.path)
        var decision = Decision()
        var hiddenBelow: [CascadeScope] = []
        var diagnostics = reading
        let digest: ContentDigest
        if let bytes {
            digest = ContentDigest(of: bytes)
            let (head, warnings) = readHead(
                of: bytes, file: source.path, rules: headRules(source, name))
            diagnostics += warnings
            if var head {
                if source.role == .listText {
                    hiddenBelow = head.hiddenBelow
                    diagnostics += hiddenBelow.map(\.problem)
                }
                if configuration.posts.offsets == .site {
                    head.date = head.date.map { configuration.site.zone.moment(at: $0.instant) }
                }
                if let language = name.language, !language.isLanguage(site) {
                    head.language = head.language ?? language.tag
                }
                decision = decide(Text(source: source, name: name, bytes: bytes, head: head))
            }
        } else {
            digest = try folder.digest(of: source.path)
        }
        return LoadedText(
            path: source.path, digest: digest, outcome: decision.outcome,
            unpublished: decision.unpublished, hiddenBelow: hiddenBelow, bundle: name.bundle,
            decidedUntil: decision.until,
            diagnostics: diagnostics + decision.diagnostics)
    }

    private func headRules(_ source: TextSource, _ name: TextName) -> HeadRules {
        var rules = HeadRules(
            zone: configuration.site.zone, categories: configuration.posts.categories)
        rules.splitsTerms = configuration.posts.splitsTerms
        rules.needsDate =
            source.role == .post && source.draftsFolder == nil
            && dateFromFileName(name.stem) == nil
        if source.role == .post, configuration.posts.permalink.contains(":categor") {
            rules.addressKeys = ["categories"]
        }
        return rules
    }

    /// The folders in which an `index.md` does not make a bundle.
    private func tops(of source: TextSource) -> Set<SourcePath> {
        var tops: Set<SourcePath> = [rules.content, rules.posts]
        if source.role == .page { tops.insert(rules.content.appending(pagesName)) }
        if let drafts = source.draftsFolder { tops.insert(drafts) }
        return tops
    }

    private func decide(_ text: Text) -> Decision {
        switch text.source.role {
        case .post: post(text)
        case .page: page(text)
        case .listText: listText(text)
        }
    }

    private func post(_ text: Text) -> Decision {
        let date =
            text.head.date ?? dateFromFileName(text.name.stem, zone: configuration.site.zone)
            ?? text.head.publishDate
        let publication = Publication(
            text.head, isDraft: text.isDraft, date: date, build: configuration.build, now: now)
        if date == nil, let bundle = bundle(around: text) { return page(text, within: bundle) }
        let top = text.source.draftsFolder ?? rules.posts
        let address = TextAddress(text.name, head: text.head, below: top, file: text.path)
        let isSound = !address.segments.isEmpty && !address.diagnostics.hasErrors
        if let reason = publication.hidden {
            var decision = Decision(outcome: .hidden(reason), until: publication.until)
            if isSound, let date {
                decision.unpublished = .post(
                    post(text, knownTitle(of: text), at: address, date: date))
            }
            return decision
        }
        guard date != nil || text.isDraft else {
            return Decision(diagnostics: [.noDate(text.path, posts: rules.posts)])
        }
        guard isSound else { return Decision(diagnostics: address.diagnostics) }
        let post = post(text, title(of: text), at: address, date: date)
        return Decision(
            outcome: date == nil ? .undatedDraft(post) : .post(post), until: publication.until,
            diagnostics: address.diagnostics)
    }

    private func post(
        _ text: Text, _ title: String, at address: TextAddress, date: Moment?
    ) -> Post {
        let keepsIndex =
            configuration.posts.keepsIndex && text.name.bundle != nil && text.head.slug == nil
        return Post(
            source: text.path, head: text.head, title: title,
            date: date ?? Moment(instant: 0, offset: 0), slug: address.slug,
            pathSlug: (address.written + (keepsIndex ? ["index"] : [])).joined(separator: "/"),
            bundle: text.name.bundle,
            isDraft: text.isDraft,
            isFuture: (text.head.publishDate ?? date).map { $0.instant > now } ?? false,
            language: text.name.language)
    }

    /// The bundle of another post around a text; nil without one.
    private func bundle(around text: Text) -> SourcePath? {
        var folder = text.name.folder
        while folder != rules.posts, folder.isInside(rules.posts) {
            let names = SourcePath.textEndings.map { "index." + $0 }
            if names.contains(where: { self.folder.kind(of: folder.appending($0)) == .file }) {
                return folder
            }
            folder = folder.folder
        }
        return nil
    }

    /// - Parameter bundle: the post's bundle around the page.
    private func page(_ text: Text, within bundle: SourcePath? = nil) -> Decision {
        let publication = Publication(
            text.head, isDraft: text.isDraft, date: nil, build: configuration.build, now: now)
        let address = TextAddress(
            page: text.name, head: text.head, content: bundle ?? rules.content, file: text.path)
        let isSound = !address.diagnostics.hasErrors
        if let reason = publication.hidden {
            var decision = Decision(outcome: .hidden(reason), until: publication.until)
            if isSound {
                decision.unpublished = .page(
                    page(text, knownTitle(of: text), at: address, within: bundle))
            }
            return decision
        }
        guard isSound else { return Decision(diagnostics: address.diagnostics) }
        return Decision(
            outcome: .page(page(text, title(of: text), at: address, within: bundle)),
            until: publication.until, diagnostics: address.diagnostics)
    }

    private func page(
        _ text: Text, _ title: String, at address: TextAddress, within bundle: SourcePath?
    ) -> Page {
        Page(
            source: text.path, head: text.head, title: title, segments: address.segments,
            bundle: text.name.bundle, within: bundle, isDraft: text.isDraft,
            stub: TemplateText.stub(text.bytes[text.head.bodyOffset...]),
            language: text.name.language)
    }

    /// The title and text of a list, which the same keys hide as a page.
    private func listText(_ text: Text) -> Decision {
        if isPageOfSection(text) { return page(text) }
        let publication = Publication(
            text.head, isDraft: text.isDraft, date: nil, build: configuration.build, now: now)
        if let reason = publication.hidden {
            return Decision(outcome: .hidden(reason), until: publication.until)
        }
        let folders = text.path.folder.relative(to: rules.content) ?? ""
        let listText = ListText(
            source: text.path, path: URLPath(folders.isEmpty ? "/" : "/" + folders + "/"),
            head: text.head, language: text.name.language)
        return Decision(outcome: .listText(listText), until: publication.until)
    }

    /// Whether an `_index.md` is a page: it has a text, and galley no list at its folder.
    private func isPageOfSection(_ text: Text) -> Bool {
        guard configuration.pages.sections, text.path.folder != rules.posts,
            let top = text.path.folder.relative(to: rules.content)?.split(separator: "/").first,
            !Self.listFolders.contains(String(top))
        else { return false }
        return text.bytes[text.head.bodyOffset...].contains { $0 > 0x20 }
    }

    /// The folders of addresses that have lists.
    private static let listFolders: Set<String> = ["tags", "categories", "series", "archives"]

    /// The title without reading the text, for an address that is only compared with links.
    private func knownTitle(of text: Text) -> String {
        text.head.title.flatMap { $0.isEmpty ? nil : $0 } ?? text.name.name
    }

    /// The title of the front matter, else the first heading, else the name. O(bytes) without a
    /// title: only the parser itself distinguishes a heading from `# a comment` in a code block.
    private func title(of text: Text) -> String {
        if let title = text.head.title, !title.isEmpty { return title }
        let document = Document(
            parsing: text.bytes, from: text.head.bodyOffset, file: text.path,
            options: configuration.markdown(of: text.head))
        return document.headings.first { !$0.text.isEmpty }?.text ?? text.name.name
    }
}

extension Diagnostic {
    fileprivate static func noDate(_ file: SourcePath, posts: SourcePath) -> Diagnostic {
        .error(
            .noDate, "Post has no date", at: Place(file: file),
            explanation: """
                Every text in '\(posts)' is a post, which has a date in its front matter or before \
                its file name.
                """,
            fixes: [
                .init("add a line such as 'date: 2021-08-12' to the front matter"),
                .init("move the file out of '\(posts)' to make it a page"),
            ])
    }
}

extension Diagnostic.ID {
    package static let noDate = Diagnostic.ID("content/no-date")
}
