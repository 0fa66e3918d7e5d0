import Addresses
import Content
import Diagnostics
import Planning
import Rendering

/// The stages before any body is rendered: scan, load, plan, and the theme.
struct LoadedSite: Sendable {
    let folder: SiteFolder
    let configuration: Configuration
    let library: Library
    let themeFiles: [ThemeFile]
    let now: Int64
    /// Of scan, load and configuration: what is wrong with single posts.
    var diagnostics: [Diagnostic]
    /// What is wrong with the theme's files before any is read; with an error there is no theme.
    let themeProblems: [Diagnostic]

    /// Reads configuration, library and the files of the theme; nil if galley.toml has errors.
    static func load(
        _ folder: SiteFolder, _ request: BuildRequest
    ) async throws -> (LoadedSite?, [Diagnostic]) {
        let (read, problems) = try SiteConfiguration.load(folder, request)
        var diagnostics = problems
        guard let configuration = read, !problems.hasErrors else { return (nil, diagnostics) }
        let now = try Clock.instant(request.now, zone: configuration.site.zone)
        let (list, scanProblems) = try scan(folder, configuration)
        let (library, loadProblems) = try await Content.load(
            list, from: folder, configuration, now: now)
        let (files, themeProblems) = try ThemeFiles(folder: folder, configuration: configuration)
            .look()
        diagnostics += scanProblems + loadProblems + themeProblems
        let site = LoadedSite(
            folder: folder, configuration: configuration, library: library, themeFiles: files,
            now: now, diagnostics: diagnostics, themeProblems: themeProblems)
        return (site, diagnostics)
    }

    /// Plans every URL and loads the theme; nil if an error of the theme or of an address pattern
    /// affects every page. Errors that `[diagnostics]` lowers or turns off do not count.
    func planned() -> (Site?, [Diagnostic]) {
        if themeProblems.hasErrors { return (nil, []) }
        let severities = Severities(configuration.diagnostics, isStrict: false)
        let (theme, themeProblems) = Theme.load(
            themeFiles, language: configuration.site.language,
            parameters: configuration.themeParameters, place: { configuration.places[$0] })
        var library = library
        let (plan, planProblems) = Planning.plan(
            &library, configuration, themeAssets: theme?.assetPaths ?? [])
        let diagnostics = themeProblems + planProblems
        let blocking = severities.applied(to: themeProblems + plan.blockingDiagnostics)
        guard let theme, !blocking.hasErrors else {
            return (nil, diagnostics)
        }
        let site = Site(
            configuration: configuration, library: library, plan: plan, theme: theme)
        return (site, diagnostics)
    }

    /// One digest over everything that the output is made from.
    func digest(_ request: BuildRequest, _ setup: SnippetSetup) throws -> String {
        var digest = library.inputDigest
        digest.absorb(setup.identity(of: folder))
        digest.absorb(try folder.read(SiteFiles.configuration))
        // A strict build compares with it.
        if request.isStrict { digest.absorb((try? folder.read(SiteFiles.ledger)) ?? []) }
        for file in themeFiles {
            digest.absorb(file.source.string)
            digest.absorb(file.bytes)
        }
        // An original that the site overrides is not an input, but the warning that it changed is.
        for problem in themeProblems { digest.absorb(problem.summary) }
        let request = [
            Galley.version, ProgramIdentity.string, request.url ?? "", request.output ?? "",
            "\(request.drafts) \(request.future) \(request.isStrict) \(request.checks)",
            "\(request.isUntrusted)",
            request.allowed.map(\.rawValue).sorted().joined(separator: " "),
        ]
        for part in request { digest.absorb(part) }
        return digest.description
    }
}
