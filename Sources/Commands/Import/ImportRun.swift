import Addresses
import Content
import Diagnostics
import Foundation
import Import
import Rendering

/// The steps of `galley import`: configuration, redirects, a build into a scratch folder, the report.
struct ImportRun: Sendable {
    let folder: SiteFolder
    let site: ImportedSite
    let files: OldFiles
    let now: String?
    /// From the old generator's output.
    let found: [OldAddress]
    let sitemap: [UInt8]?
    /// Whether galley.toml stays as it is.
    let isCheck: Bool

    /// Throws only for errors of the system.
    func report() async throws -> ImportReport {
        let isThere = folder.kind(of: SiteFiles.configuration) == .file
        if isCheck, !isThere {
            throw CannotRun("there is no galley.toml to check", hint: "run 'galley import' first")
        }
        var report = ImportReport(generator: site.generator, notes: site.notes)
        if !isThere {
            // A link that leads nowhere is not followed.
            try write(site.configuration(), .withoutOverwriting)
            let redirects = try await comparison()?.redirects ?? []
            if !redirects.isEmpty { try write(site.configuration(redirects: redirects)) }
            report.configuration = .written(redirects: redirects.count)
        }
        let (outcome, compared) = try await built()
        report.isBuilt = outcome.state != .stopped
        report.errors = outcome.diagnostics.filter { $0.severity == .error }
        if let compared { add(compared, to: &report) }
        if isThere, !isCheck, let compared {
            report.configuration = .kept(difference: try difference(compared))
        }
        var scan = FeatureScan()
        for source in site.texts.sorted() {
            if let bytes = try? folder.read(source) { scan.add(bytes, of: source) }
        }
        report.features = scan.found
        return report
    }

    private func write(_ text: String, _ options: Data.WritingOptions = []) throws {
        let path = folder.absolute(SiteFiles.configuration)
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: options)
        } catch {
            throw CannotRun("cannot write '\(path)': \(error.reason)")
        }
    }

    private var request: BuildRequest {
        var request = BuildRequest()
        request.now = now
        return request
    }

    /// The site as planned; nil if it cannot be.
    private func planned() async throws -> (site: Site, now: Int64, problems: [Diagnostic])? {
        var session = try await SiteSession.read(folder, request)
        session.plan()
        return session.site.map { ($0, session.now, session.found + session.planProblems) }
    }

    private func comparison() async throws -> AddressComparison? {
        guard let (site, now, diagnostics) = try await planned() else { return nil }
        return compare(site, now: now, diagnostics)
    }

    private func compare(
        _ site: Site, now: Int64, _ diagnostics: [Diagnostic]
    ) -> AddressComparison {
        var old = self.site.addresses(now: now)
        let known = Set(old.map(\.path))
        let address = site.configuration.site.address
        let others = found + (sitemap.map { FoundAddresses.ofSitemap($0, address) } ?? [])
        old += others.filter { !known.contains($0.path) }
        return AddressComparison(old, with: NewSite(site, diagnostics))
    }

    private struct Compared {
        let site: Site
        let new: NewSite
        let addresses: AddressComparison
    }

    /// The build into a folder that is removed again, and its plan.
    private func built() async throws -> (BuildOutcome, Compared?) {
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "galley-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        var request = request
        request.output = scratch.appending(path: "site").path
        let outcome = try await Build(folder: folder, request: request) {}.run()
        guard let (site, now, diagnostics) = try await planned() else { return (outcome, nil) }
        let addresses = compare(site, now: now, diagnostics)
        return (
            outcome, Compared(site: site, new: NewSite(site, diagnostics), addresses: addresses)
        )
    }

    private func add(_ compared: Compared, to report: inout ImportReport) {
        report.addresses = compared.addresses
        let texts = Set(site.texts)
        report.textsIn = texts.count
        let shown = texts.filter { compared.new.sources[$0] != nil }
        report.textsOut = shown.count
        report.missingTexts = texts.subtracting(shown).sorted().map {
            ImportReport.MissingText(source: $0, reason: compared.new.hidden[$0] ?? reason($0))
        }
    }

    private func reason(_ source: SourcePath) -> String {
        source.stem.hasPrefix("_index")
            ? "is the text of a list that galley does not have"
            : "gives way to a page of galley's own, or is not content"
    }

    /// What the import would change in the galley.toml that is there.
    private func difference(_ compared: Compared) throws -> [String] {
        let old = String(decoding: try folder.read(SiteFiles.configuration), as: UTF8.self)
        let kept = compared.site.configuration.redirects.map {
            Redirect(from: URLPath($0.key), to: URLPath($0.value), origin: "as it is")
        }
        let redirects = (kept + compared.addresses.redirects).sorted { $0.from < $1.from }
        let new = site.configuration(redirects: redirects)
        return LineDifference(from: old, to: new).lines
    }
}
