import Addresses
import Diagnostics
import Markdown

/// What one Markdown file is, by where it lies.
struct TextSource: Sendable {
    enum Role: Sendable {
        case post
        case page
        case listText
    }
    let source: SourcePath
    let role: Role
    /// It lies in a `_drafts` folder.
    var draftsFolder: SourcePath?
}

/// One Markdown file after loading.
struct LoadedText: Sendable {
    enum Outcome: Sendable {
        case post(Post)
        /// A draft that is shown and has no date yet; the one it carries means nothing.
        case undatedDraft(Post)
        case page(Page)
        case listText(ListText)
        case hidden(Hidden.Reason)
    }
    let source: SourcePath
    let digest: ContentDigest
    let outcome: Outcome
    /// The folder that the text owns, hidden or not.
    let bundle: SourcePath?
    /// When this outcome may change without a change of the file.
    let decidedUntil: Int64?
    let diagnostics: [Diagnostic]
}

/// Reads the head of one text and decides whether, and under which name, it is published.
struct TextLoader: Sendable {
    let folder: SiteFolder
    let configuration: Configuration
    let rules: ContentRules
    /// Seconds since 1970.
    let now: Int64

    /// Throws when the file cannot be read.
    func load(_ text: TextSource) throws(SiteFolderError) -> LoadedText {
        let name = TextName(of: text.source, tops: tops(of: text))
        var (bytes, diagnostics) = try folder.readText(text.source)
        guard let bytes else {
            return LoadedText(
                source: text.source, digest: try folder.digest(of: text.source),
                outcome: .hidden(.broken), bundle: name.bundle, decidedUntil: nil,
                diagnostics: diagnostics)
        }
        let (head, headDiagnostics) = readHead(
            of: bytes, file: text.source, zone: configuration.site.zone,
            categories: configuration.posts.categories)
        diagnostics += headDiagnostics
        var decision = Decision(outcome: .hidden(.broken))
        if let head {
            decision = decide(Draft(text: text, name: name, head: head, bytes: bytes))
        }
        return LoadedText(
            source: text.source, digest: ContentDigest(of: bytes), outcome: decision.outcome,
            bundle: name.bundle, decidedUntil: decision.until,
            diagnostics: diagnostics + decision.diagnostics)
    }

    /// A text whose head was read.
    private struct Draft {
        let text: TextSource
        let name: TextName
        let head: Head
        let bytes: [UInt8]
        var source: SourcePath { text.source }
        var isDraft: Bool { head.isDraft || text.draftsFolder != nil }
    }

    private struct Decision {
        var outcome: LoadedText.Outcome
        var until: Int64?
        var diagnostics: [Diagnostic] = []
    }

    /// The folders in which an `index.md` does not make a bundle.
    private func tops(of text: TextSource) -> Set<SourcePath> {
        var tops: Set<SourcePath> = [rules.content, rules.posts]
        if text.role == .page { tops.insert(rules.content.appending("pages")) }
        if let drafts = text.draftsFolder { tops.insert(drafts) }
        return tops
    }

    private func decide(_ draft: Draft) -> Decision {
        switch draft.text.role {
        case .listText: Decision(outcome: .listText(listText(draft)))
        case .page: page(draft)
        case .post: post(draft)
        }
    }

    private func listText(_ draft: Draft) -> ListText {
        let folders = draft.source.folder.relative(to: rules.content) ?? ""
        return ListText(
            source: draft.source, path: URLPath(folders.isEmpty ? "/" : "/" + folders + "/"),
            head: draft.head)
    }

    private func post(_ draft: Draft) -> Decision {
        let head = draft.head
        let date =
            head.date ?? dateFromFileName(draft.name.stem, zone: configuration.site.zone)
        var decision = publication(of: draft, date: date)
        if case .hidden = decision.outcome, decision.isHidden { return decision }
        guard date != nil || draft.isDraft else {
            return Decision(
                outcome: .hidden(.broken), diagnostics: [Self.noDate(draft.source, rules.posts)])
        }
        let (names, flaws) = names(of: draft, name: draft.name.name, below: base(of: draft.text))
        decision.diagnostics += flaws
        guard !flaws.hasErrors, let slug = names.last else { return decision }
        let post = Post(
            source: draft.source, head: head, title: title(of: draft),
            date: date ?? Moment(instant: 0, offset: 0), slug: slug,
            pathSlug: names.joined(separator: "/"), bundle: draft.name.bundle,
            isDraft: draft.isDraft, isFuture: date.map { $0.instant > now } ?? false)
        decision.outcome = date == nil ? .undatedDraft(post) : .post(post)
        return decision
    }
}
