import Addresses
import Articles
import Content
import Diagnostics
import Foundation
import Rendering
import Snippets

/// The flow without its end: scan, load, plan, parse and check with every tool. Nothing is rendered.
///
/// Whatever is wrong with the site, every text that can be read as Markdown gets its verdicts.
struct Check: Sendable {
    let folder: SiteFolder
    let request: BuildRequest
    /// The file that `--baseline` names, under the site's folder, over the configured one.
    var baseline: String?
    /// Whether the findings that there are now become the baseline.
    var writesBaseline = false
    /// The texts that are checked.
    var scope = CheckScope()
    /// Texts other than those that the site publishes; their code alone is checked.
    var others: [SourcePath] = []
    /// Those of ``others`` that are checked though the site keeps them back, as a draft.
    var insisted: Set<SourcePath> = []
    /// Texts that are not as on the disk.
    var replaced: [SourcePath: [UInt8]] = [:]

    /// Throws only for errors of the system: disk, permissions.
    func run() async throws -> CheckOutcome {
        var session = try await SiteSession.read(folder, request, baseline: baseline)
        let found = session.found
        guard let configuration = session.configuration, let setup = session.setup else {
            return try await codeAlone(found)
        }
        try require(setup)
        // A file that is not a baseline may be anything, and is not overwritten.
        if setup.baseline.diagnostics.hasErrors { return CheckOutcome(found + setup.diagnostics) }
        session.plan()
        var others = found + setup.diagnostics + session.planProblems
        let full: FullCheck.Result
        if let site = session.site {
            let (checked, findings) = try await check(site, setup)
            full = checked
            others += findings.diagnostics
            others += try await SiteLedger(site, of: folder).problems(of: session)
        } else {
            full = try await checkCode(configuration, session.library, setup)
        }
        let severities = Severities(configuration.diagnostics, isStrict: true)
        return try findings(setup, severities).outcome(
            full, others, rendered: session.site?.library.texts, writesBaseline: writesBaseline)
    }

    /// The stages parse and check of all texts, and the verdicts of those that are checked.
    private func check(
        _ site: Site, _ setup: SnippetSetup
    ) async throws -> (FullCheck.Result, SiteFindings) {
        let stages = ArticleStages(site)
        var sources = sources(CodeSource.all(of: site.library, on: site), site.library)
        for index in sources.indices {
            sources[index].isExamined = scope.holds(sources[index].file)
        }
        let (full, texts) = try await FullCheck(
            files, site.configuration, setup, sources, stages.parser
        ).run(acceptsAll: writesBaseline) { role, parsed, snippets in
            stages.check(parsed, at: site.path(of: role), snippets: snippets).findings
        }
        return (full, SiteFindings(texts))
    }

    /// The verdicts alone, where the addresses of the site are not known.
    private func checkCode(
        _ configuration: Configuration, _ library: Library, _ setup: SnippetSetup
    ) async throws -> FullCheck.Result {
        let sources = sources(CodeSource.all(of: library), library)
        return try await FullCheck(
            files, configuration, setup, sources.filter { scope.holds($0.file) }
        ).run(acceptsAll: writesBaseline)
    }

    private var files: CheckedFiles { CheckedFiles(folder: folder, replaced: replaced) }

    private func findings(_ setup: SnippetSetup, _ severities: Severities) -> KnownFindings {
        KnownFindings(
            setup, severities, of: files, scope)
    }

    /// The verdicts where galley.toml has errors: the addresses that it would give are not known, so
    /// that links are left alone.
    private func codeAlone(_ found: [Diagnostic]) async throws -> CheckOutcome {
        let read = try SiteConfiguration.load(folder, request).0
        guard let configuration = read ?? .withoutSite else { return CheckOutcome(found) }
        let now = try Clock.instant(request.now, zone: configuration.site.zone)
        let (list, _) = try scan(folder, configuration)
        let (library, _) = try await Content.load(list, from: folder, configuration, now: now)
        let setup = SnippetSetup(folder, configuration, baseline: baseline)
        try require(setup)
        let problems = found + setup.diagnostics
        if setup.baseline.diagnostics.hasErrors { return CheckOutcome(problems) }
        let full = try await checkCode(configuration, library, setup)
        let severities = Severities(configuration.diagnostics, isStrict: true)
        return try findings(setup, severities).outcome(
            full, problems, rendered: nil, writesBaseline: false)
    }

    /// Throws where a baseline that was named is not there.
    private func require(_ setup: SnippetSetup) throws {
        if baseline != nil, !writesBaseline { try setup.baseline.require() }
    }

    /// The site's texts and the others.
    private func sources(_ ofSite: [CodeSource], _ library: Library) -> [CodeSource] {
        var known = Set(ofSite.map(\.file))
        known.formUnion(library.hidden.map(\.source).filter { !insisted.contains($0) })
        return ofSite + others.filter { !known.contains($0) }.map { CodeSource(file: $0) }
    }
}

extension Configuration {
    /// That of texts which no galley.toml is of: every default.
    static let withoutSite: Configuration? = SiteAddress("https://localhost/").map {
        Configuration(site: Site(title: "", address: $0))
    }
}
