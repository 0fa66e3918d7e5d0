import Diagnostics
import Publishing

/// Makes the plan for one target, lets the guards examine it, and carries it out.
struct PlanCarrying: Sendable {
    let guards: Guards
    let tree: SiteTree
    let target: any PublishTarget
    let name: String
    let source: SourceCommit?
    let request: PublishRequest
    /// Where refusals are shown: galley.toml.
    let place: Place

    /// The plan as the target is now, judged.
    func plan() async throws -> PublishOutcome {
        let state = try await target.state()
        let plan = PublishPlan(
            tree, to: state, target: name, type: target.type, source: source?.id,
            galley: Galley.version)
        if let refusal = state.refusal ?? notFirst(state) {
            return PublishOutcome(diagnostics: [refusal], plan: plan, end: .refused)
        }
        let all = guards.refusalsOfSite().merging(guards.refusals(of: plan, state)) { $0 + $1 }
        let refusals = all.filter { !request.allowed.contains($0.key) }
            .sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
        return PublishOutcome(
            diagnostics: refusals, plan: plan,
            end: !refusals.isEmpty ? .refused : plan.isEmpty ? .nothingToDo : .planned(""))
    }

    /// Plans and does it; again where others changed the target meanwhile.
    func carryOut(attempts: Int) async throws -> PublishOutcome {
        for _ in 0..<attempts {
            var outcome = try await plan()
            guard let plan = outcome.plan, outcome.end != .refused else { return outcome }
            if case .apply(let wanted) = request.mode, let outdated = outdated(wanted, plan) {
                return PublishOutcome(
                    diagnostics: outcome.diagnostics + [outdated], plan: plan, end: .refused)
            }
            if plan.isEmpty { return outcome }
            switch try await target.apply(plan, tree) {
            case .done(let word):
                outcome.end = .published(word)
                return outcome
            case .moved: continue
            }
        }
        throw PublishError(
            "others keep changing the target; \(attempts) times it was not what it had been",
            hint: "let them end, then publish again")
    }

    /// Why the user is wrong in that this is the first publish.
    private func notFirst(_ state: TargetState) -> Diagnostic? {
        guard request.isFirst else { return nil }
        let known = guards.facts.ledger?.urls.count ?? 0
        guard known > 0 || state.identity != TargetState.empty.identity else { return nil }
        return .error(
            .publishNotFirst,
            "this is not the first publish: "
                + (known > 0
                    ? "'\(SiteFiles.ledger)' has \(known) published addresses"
                    : "the target holds \(state.files.count) files"),
            at: place,
            fixes: [.init("publish without --first, so that guards can compare")])
    }

    /// Why a plan that was made before is void.
    private func outdated(_ wanted: PublishPlan, _ now: PublishPlan) -> Diagnostic? {
        let reason: String
        if wanted.target != now.target || wanted.type != now.type {
            reason = "it was made for the target '\(wanted.target)' (\(wanted.type))"
        } else if wanted.digest != now.digest {
            reason = "the site has changed: its digest is \(now.digest), not \(wanted.digest)"
        } else if wanted.state != now.state {
            reason = "the target has changed since"
        } else {
            return nil
        }
        return .error(
            .publishPlanOutdated, "the plan no longer fits: \(reason)",
            fixes: [.init("make a new one with --plan, and look at it again")])
    }
}

extension Diagnostic.ID {
    static let publishNotFirst = Diagnostic.ID("publish/not-first")
    static let publishPlanOutdated = Diagnostic.ID("publish/plan-outdated")
}
