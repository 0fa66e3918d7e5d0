import Articles
import Content
import Diagnostics
import Output
import Rendering
import Snippets

/// The whole flow: scan, load, plan, then per post parse, check, render and write; then the lists.
struct Build: Sendable {
    let folder: SiteFolder
    let request: BuildRequest
    /// Called when another build has the lock.
    let whenBusy: @Sendable () -> Void
    /// Called with the outcome while no other build can exchange the output.
    var whileLocked: @Sendable (BuildOutcome) async throws -> Void = { _ in }

    /// Runs the flow. Throws only for errors of the system: disk, permissions. Then, as after errors of
    /// the plan, the output is as it was.
    func run() async throws -> BuildOutcome {
        var session = try await SiteSession.read(folder, request)
        let found = session.found
        guard let configuration = session.configuration, let setup = session.setup else {
            return .stopped(found)
        }
        let severities = Severities(
            configuration.diagnostics, isStrict: request.isStrict, allowed: request.allowed)
        // Without content an empty site would take the place of the old one.
        if found.contains(where: { $0.id == .noContentFolder }) { return .stopped(found) }
        let buildOutput = BuildOutput(site: folder, configuration: configuration)
        let (output, danger) = try buildOutput.folder()
        if let danger { return .stopped(found + [danger]) }
        let problems = found + setup.diagnostics
        if setup.diagnostics.hasErrors { return .stopped(problems) }
        let lock = try BuildLock(for: output, whenBusy: whenBusy)
        let last = BuildState<BuildReport>.load(from: folder.path)
        if let refusal = try buildOutput.refusal(
            of: output, last: last?.output, isAdopted: request.adoptsOutput)
        {
            return .stopped(problems + [refusal])
        }
        let digest = try session.digest(setup)
        if let state = last,
            state.holds(inputs: digest, now: session.now, output: output)
        {
            let outcome = BuildOutcome(
                diagnostics: state.diagnostics, report: state.report, state: .unchanged,
                session: session)
            try await whileLocked(outcome)
            lock.release()
            return outcome
        }
        session.plan()
        let planProblems = session.planProblems
        // Errors that prevent a build keep their severity, whatever the configuration says.
        guard let site = session.site else { return .stopped(problems + planProblems) }

        let tree = try StagedTree(under: lock)
        let (pages, full) = try await write(site, setup, tree)
        let ledgerProblems =
            request.isStrict ? try await SiteLedger(site, of: folder).problems(of: session) : []
        let others =
            problems + (full?.diagnostics ?? []) + planProblems + ledgerProblems
            + pages.findings.diagnostics
        let findings = KnownFindings(
            setup, severities, of: CheckedFiles(folder: folder))
        var left = findings.sparing(others)
        if let full {
            left += findings.outdated(
                by: findings.found(others, full), full, rendered: site.library.texts)
        }
        let diagnostics = severities.applied(
            to: left + pages.findings.snippets.flatMap(\.diagnostics))
        if request.isStrict, diagnostics.hasErrors {
            tree.abandon()
            return .stopped(diagnostics)
        }
        let summary = try tree.commit(isMarked: true)
        let report = BuildReport(site, pages, summary, configured: configuration)
        // A strict build has filled the cache of verdicts, which is an input; another one has used
        // what was there when it began.
        let inputs = request.isStrict ? try session.digest(setup) : digest
        let unsaved = save(inputs, session, output, diagnostics, report)
        let outcome = BuildOutcome(
            diagnostics: severities.applied(to: diagnostics + unsaved), report: report,
            state: .swapped, session: session)
        try await whileLocked(outcome)
        lock.release()
        return outcome
    }

    /// The stages from parse to write. A strict build asks the tools about code; any other takes what
    /// they said before.
    private func write(
        _ site: Site, _ setup: SnippetSetup, _ tree: StagedTree
    ) async throws -> (SitePages.Result, FullCheck.Result?) {
        guard request.checks, request.isStrict else {
            let verdicts = request.checks ? SnippetChecker(setup, of: folder).verdicts : .off
            let stages = ArticleStages(site, verdicts)
            return (try await SitePages(site, folder, tree, stages).write(), nil)
        }
        let stages = ArticleStages(site)
        let pages = SitePages(site, folder, tree, stages)
        let (full, texts) = try await FullCheck(of: site, in: folder, setup, stages).run {
            role, parsed, snippets in
            try pages.write(
                role, stages.check(parsed, at: site.path(of: role), snippets: snippets))
        }
        return (try await pages.writeLists(of: texts), full)
    }

    /// Keeps what the next build has to know. The site is swapped already, so a failure costs that
    /// build its time and no more: a warning.
    private func save(
        _ digest: String, _ session: SiteSession, _ output: OutputFolder,
        _ diagnostics: [Diagnostic], _ report: BuildReport
    ) -> [Diagnostic] {
        guard let fingerprint = OutputFingerprint.of(output) else { return [] }
        // Before `now` another post may have been a future one, so the span begins here.
        let state = BuildState(
            inputs: digest, validFrom: session.now, validUntil: session.library.decidedUntil,
            output: fingerprint, diagnostics: diagnostics, report: report)
        do {
            try state.save(to: folder.path)
            return []
        } catch {
            return [
                .warning(
                    .stateNotKept, "the next build will do everything again: \(error)",
                    fixes: [Diagnostic.Fix("make '.galley' a folder that can be written to")])
            ]
        }
    }
}

extension Diagnostic.ID {
    static let stateNotKept = Diagnostic.ID("output/state-not-kept")
}
