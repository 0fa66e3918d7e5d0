import Addresses
import Content
import Diagnostics
import Planning
import Preview
import Rendering
import Snippets

/// The stages scan, load and plan of a site that is being edited: each part is read again when a
/// file of it was touched, and stays as it last was sound while it is broken.
///
/// A new error of the plan, such as two files with one address, keeps all of ``shown`` as it was, for
/// the parts fit only one another; edits inside of texts are shown all the same.
struct LiveParts: Sendable {
    let folder: SiteFolder
    let request: BuildRequest

    private(set) var configuration: Configuration?
    private(set) var setup: SnippetSetup?
    private(set) var texts = LiveTexts()
    private(set) var theme: Theme?
    /// As it was read last.
    private(set) var library = Library()
    /// What pages are made from; nil until there was a plan.
    private(set) var shown: ShownParts?
    /// Counts the changes of assets, by file: their addresses do not tell that they have other bytes.
    private(set) var revisions: [SourcePath: Int] = [:]
    private(set) var now: Int64 = 0
    /// What is known of the files that are copied.
    private var facts: [SourcePath: AssetFacts] = [:]

    /// What is wrong, by the part that it was found in.
    private var problems: [Part: [Diagnostic]] = [:]
    private enum Part { case configuration, list, theme, plan }

    init(_ folder: SiteFolder, _ request: BuildRequest) {
        self.folder = folder
        self.request = request
    }

    /// What an update did.
    struct Update: Sendable {
        /// Texts whose bytes are other ones.
        var texts: Set<SourcePath> = []
        /// Whether links may lead elsewhere, or words of the theme be others, so that every text has
        /// to be written anew.
        var isNewGeneration = false
    }

    /// All that is wrong, with the severities that the site wants, sorted by place.
    var diagnostics: [Diagnostic] {
        let all = problems.values.flatMap { $0 } + texts.diagnostics
        guard let configuration, let setup else { return all.sortedByPlace() }
        let severities = Severities(configuration.diagnostics, isStrict: false)
        let findings = KnownFindings(
            setup, severities, of: CheckedFiles(folder: folder))
        return severities.applied(to: findings.sparing(all))
    }

    /// Where the watcher has to look.
    var watched: WatchedFolders {
        guard let configuration else {
            return WatchedFolders(
                roots: [SourcePath("content"), SiteFiles.themeOverrides],
                linked: [SiteFiles.themeOverrides])
        }
        let roots = [
            configuration.build.content, SourcePath("static"), SiteFiles.themes,
            SiteFiles.themeOverrides,
        ]
        var excluded: Set<SourcePath> = []
        if !configuration.build.output.hasPrefix("/") {
            excluded.insert(SourcePath(configuration.build.output))
        }
        return WatchedFolders(
            roots: roots, excluded: excluded,
            linked: [SiteFiles.themes, SiteFiles.themeOverrides])
    }

    /// Reads the configuration alone.
    mutating func prepare() { readConfiguration() }

    /// Reads again what was touched.
    mutating func update(_ touched: TouchedParts) async throws -> Update {
        var touched = touched
        var update = Update()
        if touched.configuration || configuration == nil {
            readConfiguration()
            touched.theme = true
            touched.list = true
        }
        guard let configuration else { return update }
        now = try Clock.instant(request.now, zone: configuration.site.zone)
        if touched.theme { update.isNewGeneration = readTheme(configuration) }
        for asset in touched.assets { revisions[asset, default: 0] += 1 }
        let reader = LiveTexts.Reader(folder: folder, configuration: configuration, now: now)
        if touched.list || texts.isOutdated(at: now) {
            let all = touched.configuration ? nil : touched.texts
            try await readList(reader, touched: all)
            update.texts = touched.texts
            facts = LoadedAsset.facts(
                of: texts.list.assets + texts.list.statics, from: folder)
        } else {
            if readFacts(of: touched.assets) { update.isNewGeneration = true }
            let changed = try await texts.reread(touched.texts, reader)
            update.texts = Set(changed.map(\.path))
            if !update.isNewGeneration, replace(changed, configuration) { return update }
        }
        library = Library(
            texts.list, texts.shown(configuration, folder), facts: facts, configuration, folder)
        if let theme {
            makePlan(configuration, theme)
            update.isNewGeneration = true
        }
        return update
    }

    /// Whether a picture has another size now, or a file became a template.
    private mutating func readFacts(of assets: Set<SourcePath>) -> Bool {
        let new = LoadedAsset.facts(of: Array(assets), from: folder)
        let isOther = assets.contains { new[$0] != facts[$0] }
        for asset in assets { facts[asset] = new[asset] }
        return isOther
    }

    /// Puts changed texts in their places without a new plan, where it would be the same one.
    private mutating func replace(_ changed: [LoadedText], _ configuration: Configuration) -> Bool {
        guard shown != nil, problems[.plan, default: []].isEmpty else { return changed.isEmpty }
        var library = library
        for text in changed {
            guard let replacement = library.replace(text),
                SitePlan.holds(after: replacement, in: library, configuration)
            else { return false }
        }
        self.library = library
        shown?.library = library
        shown?.texts = texts
        return true
    }

    private mutating func readConfiguration() {
        do {
            let (read, found) = try SiteConfiguration.load(folder, request)
            problems[.configuration] = found
            guard let read, !found.hasErrors else { return }
            let setup = SnippetSetup(folder, read)
            problems[.configuration] = found + setup.diagnostics
            if setup.diagnostics.hasErrors, configuration != nil { return }
            configuration = read
            self.setup = setup
        } catch {
            problems[.configuration] = [.failure(error)]
        }
    }

    /// Whether there is a theme now.
    private mutating func readTheme(_ configuration: Configuration) -> Bool {
        do {
            let (files, missing) = try ThemeFiles(folder: folder, configuration: configuration)
                .look()
            problems[.theme] = missing
            if missing.hasErrors { return theme != nil }
            let (read, found) = Theme.load(
                files, language: configuration.site.language,
                parameters: configuration.themeParameters,
                place: { configuration.places[$0] })
            problems[.theme] = missing + found
            if let read { theme = read }
        } catch {
            problems[.theme] = [.failure(error)]
        }
        return theme != nil
    }

    private mutating func readList(
        _ reader: LiveTexts.Reader, touched: Set<SourcePath>?
    ) async throws {
        do {
            let (list, found) = try scan(folder, reader.configuration)
            problems[.list] = found
            // Without its folder the whole content would be gone: it stays until it is back.
            if found.contains(where: { $0.id == .noContentFolder }) { return }
            try await texts.take(list, touched: touched, reader)
        } catch let error as SiteFolderError {
            problems[.list] = [.unreadable(error)]
        }
    }

    private mutating func makePlan(_ configuration: Configuration, _ theme: Theme) {
        let (plan, found) = Planning.plan(&library, configuration, themeAssets: theme.assetPaths)
        problems[.plan] = found
        let severities = Severities(configuration.diagnostics, isStrict: false)
        let errors = severities.applied(to: found).filter { $0.severity == .error }
        let next = ShownParts(
            configuration: configuration, theme: theme, library: library, plan: plan, texts: texts,
            errors: Set(errors.map { "\($0.id) \($0.summary)" }))
        if let shown, !next.errors.isSubset(of: shown.errors) {
            self.shown?.follow(texts)
        } else {
            shown = next
        }
    }
}

extension Diagnostic {
    /// What kept a part of the site from being read at all.
    fileprivate static func failure(_ error: any Error) -> Diagnostic {
        if let error = error as? SiteFolderError { return .unreadable(error) }
        return .error(.previewUnreadable, "\(error)")
    }
}
