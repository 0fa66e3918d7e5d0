import Addresses
import Content
import Diagnostics
import Planning
import Rendering

/// The stages scan, load and plan of a site, and its theme: read whole by the first update, and then only
/// what was touched. A command that ends makes one update, a preview many.
///
/// In a preview each part stays as it last was sound while it is broken. A new error of the plan, such as
/// two files with one address, keeps all of ``shown`` as it was, because the parts fit only one another;
/// edits inside of texts are shown all the same.
struct SiteSession: Sendable {
    let folder: SiteFolder
    let request: BuildRequest
    private let baseline: String?
    /// Whether there is one update: what only another one needs is released.
    private let isOnce: Bool

    /// nil until galley.toml could be read.
    private(set) var configuration: Configuration?
    private(set) var setup: SnippetSetup?
    private(set) var files = LoadedFiles()
    /// As it was read last; the plan may leave some texts out.
    private(set) var library = Library()
    private(set) var themeFiles: [ThemeFile] = []
    private var theme: Theme?
    /// What pages are made from; nil until there was a plan and a theme.
    private(set) var shown: PlannedSite?
    /// Counts the changes of assets, by file: their addresses do not show that they have other bytes.
    private(set) var revisions: [SourcePath: Int] = [:]
    private(set) var now: Int64 = 0

    /// What is wrong, by the part that it was found in.
    private var problems: [Part: [Diagnostic]] = [:]
    private enum Part { case configuration, snippets, list, texts, assets, themeFiles, theme, plan }
    private var isThemeOutdated = false
    private var isPlanOutdated = false
    /// Whether an error of the theme or of an address pattern affects every page.
    private var isBlocked = false

    /// A session for many updates.
    init(_ folder: SiteFolder, _ request: BuildRequest) {
        self.init(folder, request, baseline: nil, isOnce: false)
    }

    private init(
        _ folder: SiteFolder, _ request: BuildRequest, baseline: String?, isOnce: Bool
    ) {
        self.folder = folder
        self.request = request
        self.baseline = baseline
        self.isOnce = isOnce
    }

    /// The site as it is on the disk, not planned yet. Throws only what the system causes.
    ///
    /// - Parameter baseline: the file that `--baseline` names, over the configured one.
    static func read(
        _ folder: SiteFolder, _ request: BuildRequest, baseline: String? = nil
    ) async throws -> SiteSession {
        var session = SiteSession(folder, request, baseline: baseline, isOnce: true)
        try await session.update(.everything)
        return session
    }

    // MARK: What it gives

    /// The planned site of a command; nil if an error of the configuration, the theme or of an address
    /// pattern affects every page. Errors that `[diagnostics]` lowers or turns off do not count.
    var site: Site? { isBlocked ? nil : shown?.site }

    /// What is wrong with the files, before any plan: the configuration, the content, the theme's files.
    var found: [Diagnostic] {
        problems(of: [.configuration, .list, .texts, .assets, .themeFiles])
    }

    /// What is wrong with the theme's files before any is read; with an error there is no theme.
    var themeFileProblems: [Diagnostic] { problems(of: [.themeFiles]) }

    /// What is wrong with the theme and the plan.
    var planProblems: [Diagnostic] { problems(of: [.theme, .plan]) }

    /// All that is wrong, with the severities that the site wants, sorted by place.
    var diagnostics: [Diagnostic] {
        let all = found + problems(of: [.snippets]) + planProblems
        guard let configuration, let setup else { return all.sortedByPlace() }
        let severities = Severities(configuration.diagnostics, isStrict: false)
        let findings = KnownFindings(setup, severities, of: CheckedFiles(folder: folder))
        return severities.applied(to: findings.sparing(all))
    }

    private func problems(of parts: [Part]) -> [Diagnostic] {
        parts.flatMap { problems[$0] ?? [] }
    }

    // MARK: Scan and load

    /// Reads the configuration alone.
    mutating func prepare() throws {
        problems[.snippets] = nil
        try take(.configuration) { session in
            let (read, found) = try SiteConfiguration.load(session.folder, session.request)
            guard let read, !found.hasErrors else { return found }
            let setup = SnippetSetup(session.folder, read, baseline: session.baseline)
            session.problems[.snippets] = setup.diagnostics
            if setup.diagnostics.hasErrors, session.configuration != nil { return found }
            session.configuration = read
            session.setup = setup
            return found
        }
    }

    /// Reads what was touched. Throws for what was asked for on the command line and is impossible, as
    /// `--now tomorrow`, and a session that reads once for what the system refuses.
    ///
    /// - Returns: the texts whose bytes are other ones.
    @discardableResult
    mutating func update(_ touched: TouchedParts) async throws -> Set<SourcePath> {
        var touched = touched
        if touched.configuration || configuration == nil {
            try prepare()
            touched.theme = true
            touched.list = true
        }
        guard let configuration else { return [] }
        now = try Clock.instant(request.now, zone: configuration.site.zone)
        for asset in touched.assets { revisions[asset, default: 0] += 1 }
        let reader = FileReader(folder, configuration, now: now, isOnce: isOnce)
        var texts = touched.texts
        if touched.list || files.isOutdated(at: now) {
            isPlanOutdated = true
            try await readList(reader, configuration, touched)
        } else {
            let changes = try await files.reread(texts, assets: touched.assets, reader)
            texts = Set(changes.texts.map(\.path))
            if touched.theme || changes.areFactsOther || !replace(changes.texts) {
                isPlanOutdated = true
            }
        }
        problems[.texts] =
            files.textDiagnostics + files.unreadable.map { .unreadable($1, at: Place(file: $0)) }
        if isPlanOutdated {
            library = files.library(reader)
            problems[.assets] = files.assetDiagnostics(of: library, reader)
        }
        if isOnce { files = LoadedFiles() }
        if touched.theme { try readThemeFiles(configuration) }
        return texts
    }

    private mutating func readList(
        _ reader: FileReader, _ configuration: Configuration, _ touched: TouchedParts
    ) async throws {
        var list: SourceList?
        try take(.list) { session in
            let (read, found) = try scan(session.folder, configuration)
            // Without its folder the whole content would be gone: in a preview it stays until it is back.
            if session.isOnce || !found.contains(where: { $0.id == .noContentFolder }) {
                list = read
            }
            return found
        }
        guard let list else { return }
        let paths = touched.configuration ? nil : touched.texts.union(touched.assets)
        try await files.take(list, touched: paths, reader)
    }

    /// Puts changed texts in their places without a new plan, where it would be the same one.
    private mutating func replace(_ changed: [LoadedText]) -> Bool {
        guard var shown, problems(of: [.plan]).isEmpty else { return changed.isEmpty }
        guard let library = shown.library(replacing: changed) else { return false }
        shown.take(library, files)
        self.shown = shown
        self.library = library
        return true
    }

    private mutating func readThemeFiles(_ configuration: Configuration) throws {
        isThemeOutdated = true
        isPlanOutdated = true
        try take(.themeFiles) { session in
            let (files, found) = try ThemeFiles(
                folder: session.folder, configuration: configuration
            ).look()
            session.themeFiles = files
            return found
        }
    }

    /// Reads a part, and keeps what is wrong with it. What the system refuses is wrong with the part of a
    /// preview, and else thrown.
    private mutating func take(
        _ part: Part, _ read: (inout SiteSession) throws -> [Diagnostic]
    ) throws {
        do {
            problems[part] = try read(&self)
        } catch {
            if isOnce { throw error }
            problems[part] = [.failure(error)]
        }
    }

    // MARK: Plan

    /// Loads the theme and plans every URL, where something that they depend on was read since the last
    /// time.
    ///
    /// - Returns: whether links may lead elsewhere, or words of the theme be others, so that every text has
    ///   to be rendered again.
    @discardableResult
    mutating func plan() -> Bool {
        guard isPlanOutdated, let configuration else { return false }
        isPlanOutdated = false
        if isThemeOutdated { loadTheme(configuration) }
        if theme == nil, themeFileProblems.hasErrors { return false }
        var library = library
        let (plan, found) = Planning.plan(
            &library, configuration, themeAssets: theme?.assetPaths ?? [])
        problems[.plan] = found
        let severities = Severities(configuration.diagnostics, isStrict: false)
        isBlocked =
            severities.applied(to: problems(of: [.theme]) + plan.blockingDiagnostics).hasErrors
        guard let theme else { return false }
        let errors = severities.applied(to: found).filter { $0.severity == .error }
        let site = Site(
            configuration: configuration, library: library, plan: plan, theme: theme)
        let next = PlannedSite(
            site, files, errors: Set(errors.map { "\($0.id) \($0.summary)" }))
        if let shown, !next.errors.isSubset(of: shown.errors) {
            self.shown?.follow(files)
        } else {
            shown = next
        }
        return true
    }

    /// The session with its plan.
    func planned() -> SiteSession {
        var session = self
        session.plan()
        return session
    }

    private mutating func loadTheme(_ configuration: Configuration) {
        isThemeOutdated = false
        problems[.theme] = nil
        if themeFileProblems.hasErrors { return }
        let (read, found) = Theme.load(
            themeFiles, language: configuration.site.language,
            parameters: configuration.themeParameters, place: { configuration.places[$0] })
        problems[.theme] = found
        if let read { theme = read }
    }
}

extension Diagnostic {
    /// What kept a part of the site from being read at all.
    fileprivate static func failure(_ error: any Error) -> Diagnostic {
        if let error = error as? SiteFolderError { return .unreadable(error) }
        return .error(.previewUnreadable, "\(error)")
    }

    /// What the disk refused, while a preview goes on with what it had.
    fileprivate static func unreadable(
        _ error: SiteFolderError, at place: Place? = nil
    ) -> Diagnostic {
        .error(
            .previewUnreadable, "\(error)", at: place,
            explanation: "The preview shows what it read before.")
    }
}

extension Diagnostic.ID {
    static let previewUnreadable = Diagnostic.ID("preview/unreadable")
}
