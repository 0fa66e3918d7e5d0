import ArgumentParser
import Content
import Diagnostics
import Foundation
import Publishing
import Text

/// `galley publish`: a strict build, and exactly the difference to what a target has.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Build strictly, check everything, and publish the difference.",
        discussion: """
            Exits with 0 when the target holds the site, 1 when the site has errors or a guard \
            refused, 2 when something outside stood in the way. Guards: \
            \(Guard.allCases.map(\.rawValue).joined(separator: ", ")).
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The name of [publish.NAME] in galley.toml (default: the only one).")
    var target: String?

    @OptionGroup var site: SiteOption

    @OptionGroup var trust: TrustOption

    @Flag(help: "Say what would be done, and keep it as a plan.")
    var plan = false

    @Option(help: ArgumentHelp("Do what a plan says and nothing else.", valueName: "PLANFILE"))
    var apply: String?

    @Flag(help: "Switch a directory back to the release before.")
    var rollback = false

    @Flag(help: "Write galley.lock: the addresses that the site is published with.")
    var accept = false

    @Flag(help: "Treat this as the first publish, even if the live site has no readable manifest.")
    var first = false

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A guard that is not to refuse.", valueName: "GUARD"))
    var allow: [Guard] = []

    @Option(help: "The time that decides which posts are future or expired (default: the clock).")
    var now: String?

    @Option(help: "How the plan is given: text or json.")
    var format = Format.text

    func validate() throws {
        let modes = [plan, apply != nil, rollback, accept]
        if modes.count(where: { $0 }) > 1 {
            throw ValidationError("--plan, --apply, --rollback and --accept exclude one another.")
        }
        if accept, trust.untrusted {
            throw ValidationError("--accept and --untrusted exclude one another.")
        }
        if first, rollback || accept {
            throw ValidationError("--first goes with a publish, a --plan or an --apply alone.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let folder = try site.siteFolder()
            if accept { return try await acceptLedger(folder, terminal) }
            let configuration = try SiteConfiguration.read(
                folder, terminal, isUntrusted: trust.untrusted)
            let (name, settings) = try chosen(configuration.publish)
            if trust.untrusted { try refuse(name, settings, configuration, folder, terminal) }
            if rollback { return try await rollBack(folder, name, settings, terminal) }
            try await publish(folder, name, settings, terminal)
        }
    }

    private func publish(
        _ folder: SiteFolder, _ name: String, _ settings: PublishSettings.Target,
        _ terminal: Terminal
    ) async throws {
        var request = PublishRequest()
        request.allowed = Set(allow)
        request.isFirst = first
        request.now = now
        request.isUntrusted = trust.untrusted
        request.environment = ProcessInfo.processInfo.environment
        if plan { request.mode = .plan }
        if let apply { request.mode = .apply(try read(apply)) }
        let flow = Publish(folder: folder, name: name, settings: settings, request: request) {
            terminal.say($0)
        }
        let outcome = try await terminal.showingProgress("publishing") { try await flow.run() }
        try PublishReport(outcome, of: folder, isPlan: plan, isJSON: format == .json)
            .write(to: terminal)
        if outcome.end == .refused { throw ExitStatus.siteHasErrors }
    }

    /// Ends the command where the target of an untrusted galley.toml reaches beyond the site.
    private func refuse(
        _ name: String, _ settings: PublishSettings.Target, _ configuration: Configuration,
        _ folder: SiteFolder, _ terminal: Terminal
    ) throws {
        let flaws = settings.untrustedFlaws
        if flaws.isEmpty { return }
        let diagnostics = flaws.map { flaw in
            Diagnostic.error(
                .publishUntrusted, "'publish.\(name).\(flaw.key)' \(flaw.reason)",
                at: configuration.places["publish.\(name).\(flaw.key)"],
                explanation: "With --untrusted, nothing is published to such a target.")
        }
        terminal.report(diagnostics) { DiagnosticSources(folder).bytes($0) }
        terminal.say("nothing was published: the target is as it was")
        throw ExitStatus.siteHasErrors
    }

    private func chosen(
        _ settings: PublishSettings
    ) throws -> (String, PublishSettings.Target) {
        let names = settings.targets.keys.sorted()
        guard let name = target ?? (names.count == 1 ? names.first : nil) else {
            throw CannotRun(
                names.isEmpty
                    ? "galley.toml names no target" : "galley.toml names several targets",
                hint: names.isEmpty
                    ? "add a table such as [publish.pages] with 'type', see docs/publishing.md"
                    : "name one: \(names.joined(separator: ", "))")
        }
        guard let target = settings.targets[name] else {
            let near =
                nearestName(to: name, in: names)
                .map { "did you mean '\($0)'? the targets are: " } ?? "name one: "
            throw CannotRun(
                "galley.toml has no [publish.\(name)]",
                hint: names.isEmpty
                    ? "add a table such as [publish.pages] with 'type', see docs/publishing.md"
                    : near + names.joined(separator: ", "))
        }
        return (name, target)
    }

    private func read(_ file: String) throws -> PublishPlan {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CannotRun("there is no plan '\(file)'", hint: "make one with --plan")
        }
        return try PublishPlan(reading: Array(bytes), from: file)
    }

    private func rollBack(
        _ folder: SiteFolder, _ name: String, _ settings: PublishSettings.Target,
        _ terminal: Terminal
    ) async throws {
        let factory = TargetFactory(
            folder: folder, name: name, settings: settings, environment: [:])
        guard let target = factory.directory else {
            throw CannotRun(
                "only a directory can be rolled back, and '\(name)' is of type "
                    + settings.type.rawValue,
                hint: "publish an older commit of the site")
        }
        let release = try await target.locked(
            whenBusy: { terminal.say("another publish to this target is running, waiting for it") },
            { try target.rollback() })
        terminal.say("current   \(release)")
    }

    private func acceptLedger(_ folder: SiteFolder, _ terminal: Terminal) async throws {
        let environment = ProcessInfo.processInfo.environment
        if let ci = environment["CI"], !ci.isEmpty, ci != "false" {
            throw CannotRun(
                "--accept is a person's decision, and this is a CI run",
                hint: "run it where the site is written, and commit galley.lock")
        }
        let acceptance = LedgerAcceptance(folder: folder, now: now, allowed: Set(allow)) {
            terminal.say("another build is running, waiting for it")
        }
        let outcome = try await terminal.showingProgress("building") { try await acceptance.run() }
        terminal.report(outcome.diagnostics) { DiagnosticSources(folder).bytes($0) }
        guard let lines = outcome.lines else {
            terminal.say("nothing was written: galley.lock is as it was")
            throw ExitStatus.siteHasErrors
        }
        for line in lines { terminal.say(line) }
    }
}

extension Guard: ExpressibleByArgument {}

extension Diagnostic.ID {
    static let publishUntrusted = Diagnostic.ID("publish/untrusted")
}
