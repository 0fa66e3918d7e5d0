import Addresses
import Content
import Diagnostics
import Markdown
import Preview
import Rendering
import Snippets
import Synchronization

/// The site that `galley serve` keeps: read once, read again where it was touched, rendered where
/// somebody looks.
///
/// The actor makes one snapshot after the other; answers are given from the last one, on all cores,
/// and never wait for the next.
actor LiveSite {
    /// One element whenever some answer may have become another.
    nonisolated let changes: AsyncStream<Void>

    private nonisolated let ring: AsyncStream<Void>.Continuation
    private nonisolated let folder: SiteFolder
    nonisolated let cache = ArticleCache()
    private nonisolated let published = Mutex(Published())
    private let reporter: LiveReporter
    private(set) var session: SiteSession
    private var checker: SnippetChecker?
    private var generation = 0
    private var toolQueue = ToolQueue()

    /// What requests see.
    private struct Published: Sendable {
        var snapshot: LiveSnapshot?
        /// What is wrong while there is no snapshot.
        var diagnostics: [Diagnostic] = []
        /// Those of `[serve]`.
        var hosts: [HostPattern] = []
    }

    /// The site as requests see it; nil: there is no plan yet.
    nonisolated var snapshot: LiveSnapshot? { published.withLock { $0.snapshot } }

    /// The hosts that galley.toml lets the preview be asked under.
    nonisolated var hosts: [HostPattern] { published.withLock { $0.hosts } }

    init(_ folder: SiteFolder, _ request: BuildRequest, _ reporter: LiveReporter) {
        self.folder = folder
        self.reporter = reporter
        session = SiteSession(folder, request)
        (changes, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Reads the configuration alone, which says where to watch.
    func prepare() throws { try session.prepare() }

    /// Reads the whole site.
    func load() async throws {
        try await update(.everything, [])
    }

    /// How many posts there are, for the first line.
    var postCount: Int { session.shown?.site.library.posts.count ?? 0 }

    /// The base path of the site's address: `/` or `/blog/`.
    var basePath: String { session.configuration?.site.address.basePath ?? "/" }

    /// Where the watcher has to look.
    var watched: WatchedFolders {
        guard let build = session.configuration?.build else {
            return WatchedFolders(
                roots: [SourcePath("content"), SiteFiles.themeOverrides],
                linked: [SiteFiles.themeOverrides])
        }
        return WatchedFolders(
            roots: [
                build.content, SourcePath("static"), SiteFiles.themes, SiteFiles.themeOverrides,
            ],
            excluded: build.output.hasPrefix("/") ? [] : [SourcePath(build.output)],
            linked: [SiteFiles.themes, SiteFiles.themeOverrides])
    }

    /// Reads again what changed, and notifies whoever looks.
    ///
    /// Throws for what was asked for on the command line and cannot be, as `--now tomorrow`.
    func apply(_ changes: FileChanges) async throws {
        let touched = TouchedParts(changes, session.configuration, session.files) { [folder] path in
            folder.kind(of: path) == .file
        }
        if !touched.isEmpty { try await update(touched, changes.paths) }
    }

    /// What is at a decoded path, base path included.
    nonisolated func answer(_ path: String) async -> PreviewAnswer {
        var isLast = false
        while true {
            let now = published.withLock { $0 }
            guard let snapshot = now.snapshot else {
                let errors = now.diagnostics.filter { $0.severity == .error }
                return .page(LiveAnswer.blank(errors))
            }
            let articles = LiveArticles(snapshot, cache, folder)
            let live = LiveAnswer(snapshot: snapshot, articles: articles, folder: folder)
            let answer = live.answer(path)
            // The disk is ahead of the watcher, so the page is made from what is there now.
            if !articles.stale.isEmpty, !isLast {
                try? await apply(FileChanges(articles.stale))
                isLast = true
                continue
            }
            if let role = live.route(at: path).flatMap(snapshot.role(of:)) {
                await askTools(about: [snapshot.site.source(of: role)])
            }
            return answer
        }
    }

    // MARK: The next snapshot

    private var isUpdating = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Runs one update after the other: reading suspends, and two of them would mix.
    private func update(_ touched: TouchedParts, _ paths: Set<SourcePath>) async throws {
        while isUpdating { await withCheckedContinuation { waiting.append($0) } }
        isUpdating = true
        defer {
            isUpdating = false
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
        let start = ContinuousClock.now
        var next = session
        let texts = try await next.update(touched)
        if next.plan() { generation += 1 }
        session = next
        if touched.configuration, let setup = session.setup {
            checker = SnippetChecker(setup, of: folder)
        }
        let diagnostics = publish()
        reporter.changed(paths, in: ContinuousClock.now - start)
        reporter.report(site: diagnostics)
        if !texts.isEmpty {
            report(texts)
            askTools(about: texts)
        }
    }

    /// Makes what is there now the next snapshot; gives all that is wrong with it.
    @discardableResult
    private func publish() -> [Diagnostic] {
        let diagnostics = session.diagnostics
        let snapshot = session.shown.map {
            LiveSnapshot(
                $0, verdicts: checker?.verdicts ?? .off, generation: generation,
                diagnostics: diagnostics, revisions: session.revisions)
        }
        let hosts = session.configuration?.serve.hosts ?? []
        published.withLock {
            $0 = Published(snapshot: snapshot, diagnostics: diagnostics, hosts: hosts)
        }
        if let snapshot {
            cache.keepOnly(generation: generation) { snapshot.files.shown($0)?.digest }
        }
        ring.yield()
        return diagnostics
    }

    /// Says what is wrong inside of texts that were edited.
    private func report(_ sources: Set<SourcePath>) {
        guard let snapshot else { return }
        let severities = Severities(snapshot.site.configuration.diagnostics, isStrict: false)
        let articles = LiveArticles(snapshot, cache, folder)
        let known = session.setup.map {
            KnownFindings($0, severities, of: CheckedFiles(folder: folder))
        }
        for role in snapshot.site.ownTexts(of: sources) {
            guard let findings = articles.rendered(role)?.findings else { continue }
            let others =
                findings.diagnostics + TemplateWarnings.diagnostics(of: findings.templateTags)
            let left = known?.sparing(others) ?? others
            reporter.report(
                severities.applied(to: left + findings.snippets.flatMap(\.diagnostics)),
                of: snapshot.site.source(of: role))
        }
    }

    // MARK: Tools

    /// Has the tools asked about texts in the background, if they were not yet. A verdict that comes
    /// of it is shown and reported when it is there.
    private func askTools(about sources: Set<SourcePath>) {
        for source in sources {
            if let text = session.files.shown(source) { toolQueue.add(source, text.digest) }
        }
        guard toolQueue.begin() else { return }
        Task(priority: .utility) {
            while await self.askTools() {}
        }
    }

    /// Asks about what waits; false: nothing did.
    private func askTools() async -> Bool {
        let sources = toolQueue.next()
        guard !sources.isEmpty, let checker else {
            toolQueue.end()
            return false
        }
        let replies = await checker.ask(requests(of: sources))
        if replies.isAny {
            // The configuration may have been read again meanwhile: its checker knows other tools, and
            // the same answers.
            self.checker?.take(replies)
            // Where it cannot be written, the tools are asked again in the next run.
            try? self.checker?.save()
            generation += 1
            publish()
            report(sources)
        }
        return true
    }

    /// What the code of some texts asks of tools.
    private func requests(of sources: Set<SourcePath>) -> [ToolRequest] {
        guard let snapshot, let setup = session.setup else {
            return []
        }
        let articles = LiveArticles(snapshot, cache, folder)
        let examiner = SnippetExaminer(setup.settings, hasDigests: false)
        return snapshot.site.ownTexts(of: sources).flatMap { role -> [ToolRequest] in
            guard let parsed = articles.checked(role)?.parsed else { return [] }
            return examiner.examine(
                parsed.document, parsed.comments, defaults: parsed.defaults
            ).compactMap(\.request)
        }
    }
}

extension Site {
    /// The posts and pages of some files. O(texts).
    fileprivate func ownTexts(of sources: Set<SourcePath>) -> [TextRole] {
        let all =
            library.posts.indices.map(TextRole.post) + library.pages.indices.map(TextRole.page)
        return all.filter { sources.contains(source(of: $0)) }
    }
}
