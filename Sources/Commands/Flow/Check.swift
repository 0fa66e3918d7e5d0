import Addresses
import Content
import Diagnostics
import Foundation
import Output
import Rendering
import Snippets

/// The flow without its end: scan, load, plan, parse and check with every tool, and nothing written.
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
    /// Texts beside those that the site publishes, of which code alone is checked.
    var others: [SourcePath] = []
    /// Those of ``others`` that are checked though the site keeps them back, as a draft.
    var insisted: Set<SourcePath> = []
    /// Texts that are not as on the disk.
    var replaced: [SourcePath: [UInt8]] = [:]

    /// Runs it. Throws for the world only.
    func run() async throws -> CheckOutcome {
        let (loaded, found) = try await LoadedSite.load(folder, request)
        guard let loaded else { return try await codeAlone(found) }
        let severities = Severities(loaded.configuration.diagnostics, isStrict: true)
        let (setup, proof) = try await proof(loaded.configuration, loaded.library)
        let problems = found + setup.diagnostics
        guard let proof else { return CheckOutcome(problems) }
        let (site, planProblems) = loaded.planned(.known(proof.snippets))
        var others = problems + planProblems
        if let site {
            others += try await SitePages(
                site: site, folder: folder, tree: nil, replaced: replaced
            ).write().otherDiagnostics
            others += try await SiteLedger(site, of: folder).problems(of: loaded)
        }
        return try findings(setup, severities).outcome(
            proof, others, rendered: site?.library.texts, writesBaseline: writesBaseline)
    }

    private func findings(_ setup: SnippetSetup, _ severities: Severities) -> KnownFindings {
        KnownFindings(
            setup, severities, of: CheckedFiles(folder: folder, replaced: replaced), scope)
    }

    /// The verdicts where galley.toml has errors: the addresses that it would give are not known, so
    /// that links are left alone.
    private func codeAlone(_ found: [Diagnostic]) async throws -> CheckOutcome {
        let read = try SiteConfiguration.load(folder, request).0
        guard let configuration = read ?? .withoutSite else { return CheckOutcome(found) }
        let now = try Clock.instant(request.now, zone: configuration.site.zone)
        let (list, _) = try scan(folder, configuration)
        let (library, _) = try await Content.load(list, from: folder, configuration, now: now)
        let (setup, proof) = try await proof(configuration, library)
        guard let proof else { return CheckOutcome(found + setup.diagnostics) }
        let severities = Severities(configuration.diagnostics, isStrict: true)
        return try findings(setup, severities).outcome(
            proof, found + setup.diagnostics, rendered: nil, writesBaseline: false)
    }

    /// The verdicts of the site's texts and of the others; nil where the baseline cannot be read.
    private func proof(
        _ configuration: Configuration, _ library: Library
    ) async throws -> (SnippetSetup, Proof.Result?) {
        let setup = SnippetSetup(folder, configuration, baseline: baseline)
        if baseline != nil, !writesBaseline { try setup.baseline.require() }
        // A file that is not a baseline may be anything, and is not overwritten.
        if setup.baseline.diagnostics.hasErrors { return (setup, nil) }
        let ofSite = CodeSource.all(of: library)
        var known = Set(ofSite.map(\.file))
        known.formUnion(library.hidden.map(\.source).filter { !insisted.contains($0) })
        let sources = ofSite + others.filter { !known.contains($0) }.map { CodeSource(file: $0) }
        let proof = Proof(
            CheckedFiles(folder: folder, replaced: replaced), configuration, setup,
            sources.filter { scope.holds($0.file) })
        return (setup, try await proof.run(acceptsAll: writesBaseline))
    }
}

extension Configuration {
    /// That of texts which no galley.toml is of: every default.
    static let withoutSite: Configuration? = SiteAddress("https://localhost/").map {
        Configuration(site: Site(title: "", address: $0))
    }
}
