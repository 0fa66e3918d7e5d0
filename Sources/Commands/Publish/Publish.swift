import Addresses
import Content
import Diagnostics
import Foundation
import Output
import Planning
import Publishing
import Rendering
import Synchronization

/// The flow after a strict build: read the output, compare it with the target, let the guards look
/// at both, and carry out the difference. All of it happens under the build's lock.
struct Publish: Sendable {
    let folder: SiteFolder
    let name: String
    let settings: PublishSettings.Target
    let request: PublishRequest
    /// Called with a line about waiting.
    let say: @Sendable (String) -> Void

    /// How often a target that others change meanwhile is compared again.
    private static let attempts = 5

    /// Throws only for errors of the system: disk, network, permissions. Then the target is as it was,
    /// or has more files.
    func run() async throws -> PublishOutcome {
        var build = BuildRequest()
        build.isStrict = true
        build.isUntrusted = request.isUntrusted
        build.now = request.now
        build.allowed = request.allowed
        build.url = settings.url?.permalink(.root).string
        let result = Mutex<PublishOutcome?>(nil)
        let say = say
        let flow = Build(
            folder: folder, request: build,
            whenBusy: { say("another build is running, waiting for it") },
            whileLocked: { outcome in
                let published = try await publish(outcome)
                result.withLock { $0 = published }
            })
        let outcome = try await flow.run()
        if let published = result.withLock({ $0 }) { return published }
        return PublishOutcome(
            diagnostics: (outcome.diagnostics + refusals(of: outcome)).sortedByPlace(), plan: nil,
            end: .refused)
    }

    /// What guards say of a build that stopped.
    private func refusals(of outcome: BuildOutcome) -> [Diagnostic] {
        let counts = FoundCounts(outcome.diagnostics.filter { $0.severity == .error })
        return counts.refusals(beyond: request.allowed)
    }

    private func publish(_ outcome: BuildOutcome) async throws -> PublishOutcome {
        guard let session = outcome.session?.planned(), let site = session.site else {
            return PublishOutcome(diagnostics: outcome.diagnostics, plan: nil, end: .refused)
        }
        if outcome.diagnostics.hasErrors {
            return PublishOutcome(diagnostics: outcome.diagnostics, plan: nil, end: .refused)
        }
        let environment = request.environment
        let facts = try await PublishedSite(site, session, outcome.diagnostics)
        let output = try OutputFolder(facts.outputPath)
        let carriedOver = facts.carriedOver
        let reading = try SiteReading(
            output, written: facts.written, site: facts.address,
            secrets: site.configuration.publish.secrets, environment: environment,
            leavingOut: carriedOver.contains)
        let source = await SourceCommit.of(
            folder.path, generated: generated(output.path), environment: environment)
        let factory = TargetFactory(
            folder: folder, name: name, settings: settings, environment: environment,
            isUntrusted: request.isUntrusted)
        try factory.check(output: output.path)
        let outputs = Set(reading.tree.files.map(\.path))
        let traces = SourceTraces(
            site: RepositoryFolder.of(folder.path), configuration: SiteFiles.configuration,
            texts: site.library.posts.map(\.source) + site.library.pages.map(\.source),
            repository: SourceRepository(folder.path, environment: environment),
            place: site.configuration.places["publish.\(name).branch"]
                ?? Place(file: SiteFiles.configuration), isOutput: outputs.contains)
        let target = try await factory.target(
            of: facts.address, source: source, traces: traces, isFirst: request.isFirst)
        let (hostFiles, hostProblems) = facts.hostFiles(for: settings, reading)
        var tree = reading.tree.adding(hostFiles)
        tree = tree.adding(target.additions(to: tree))
        let carry = PlanCarrying(
            guards: Guards(facts.facts, reading), tree: tree, target: target, name: name,
            source: source, request: request, place: Place(file: SiteFiles.configuration))
        var end = try await finish(carry)
        end.diagnostics =
            Severities(site.configuration.diagnostics, isStrict: true, allowed: request.allowed)
            .applied(to: outcome.diagnostics + hostProblems) + end.diagnostics
        end.diagnostics = end.diagnostics.sortedByPlace()
        return end
    }

    /// What is no source of the site: galley's state, and the output where it lies in the folder.
    private func generated(_ output: String) -> [SourcePath] {
        let below = folder.path + "/"
        return [SiteFiles.state]
            + (output.hasPrefix(below) ? [SourcePath(String(output.dropFirst(below.count)))] : [])
    }

    private func finish(_ carry: PlanCarrying) async throws -> PublishOutcome {
        let say = say
        if case .plan = request.mode {
            let outcome = try await carry.plan()
            guard let plan = outcome.plan, outcome.end != .refused else { return outcome }
            return PublishOutcome(
                diagnostics: outcome.diagnostics, plan: plan, end: .planned(try save(plan)))
        }
        return try await carry.target.locked(
            whenBusy: { say("another publish to this target is running, waiting for it") },
            { try await carry.carryOut(attempts: Self.attempts) })
    }

    /// Keeps a plan beside the caches.
    private func save(_ plan: PublishPlan) throws -> String {
        let path = SiteFiles.state.appending("publish").appending(name + ".plan.json")
        let url = URL(filePath: folder.absolute(path))
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(plan.json).write(to: url, options: .atomic)
        } catch {
            throw CannotRun("cannot write '\(url.path)': \(error.reason)")
        }
        return path.string
    }
}
