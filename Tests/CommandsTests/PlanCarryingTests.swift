import Addresses
import Diagnostics
import Foundation
import Output
import Publishing
import Synchronization
import TestSupport
import Testing

@testable import Commands

/// What becomes of a plan whose target others change meanwhile.
struct PlanCarryingTests {
    /// A target that moves under every plan, so many times.
    private final class MovingTarget: PublishTarget {
        let type = "moving"
        private let moves: Int
        private let count = Mutex((planned: 0, applied: 0))

        init(moves: Int) { self.moves = moves }

        var applied: Int { count.withLock { $0.applied } }

        func additions(to tree: SiteTree) -> [SiteFile] { [] }

        func locked<Result: Sendable>(
            whenBusy: @Sendable () -> Void, _ body: @Sendable () async throws -> Result
        ) async throws -> Result {
            try await body()
        }

        func state() async throws(PublishError) -> TargetState {
            count.withLock {
                $0.planned += 1
                return TargetState(files: [:], identity: "state \($0.planned)")
            }
        }

        func apply(
            _ plan: PublishPlan, _ tree: SiteTree
        ) async throws(PublishError) -> PublishResult {
            count.withLock {
                $0.applied += 1
                return $0.applied <= moves ? .moved : .done(plan.state)
            }
        }
    }

    private func carry(
        _ target: MovingTarget, mode: PublishRequest.Mode = .publish
    ) throws -> PlanCarrying {
        let text = try SiteText("-- public/index.html\nhome\n")
        defer { withExtendedLifetime(text) {} }
        let address = try #require(SiteAddress("https://example.org/"))
        let reading = try SiteReading(
            OutputFolder(text.absolute("public")), written: [:], site: address, secrets: [],
            environment: [:])
        var request = PublishRequest()
        request.mode = mode
        request.allowed = Set(Guard.allCases)
        return PlanCarrying(
            guards: Guards(SiteFacts(address: address, texts: 1), reading), tree: reading.tree,
            target: target, name: "t", source: nil, request: request,
            place: Place(file: SiteFiles.configuration))
    }

    @Test func comparesAnewWhereTheTargetMoved() async throws {
        let target = MovingTarget(moves: 2)
        let outcome = try await carry(target).carryOut(attempts: 5)
        #expect(outcome.end == .published("state 3"))
        #expect(target.applied == 3)
    }

    @Test func givesUpWhereItNeverStandsStill() async throws {
        let target = MovingTarget(moves: .max)
        let carry = try carry(target)
        let error = await #expect(throws: PublishError.self) {
            try await carry.carryOut(attempts: 5)
        }
        #expect(error?.message.hasPrefix("others keep changing the target; 5 times") == true)
        #expect(target.applied == 5)
    }

    @Test func doesNotMakeAnotherPlanOfOneThatWasGiven() async throws {
        let target = MovingTarget(moves: 1)
        let plan = try #require(try await carry(target).plan().plan)
        // The state that it was made for is gone already.
        let outcome = try await carry(target, mode: .apply(plan)).carryOut(attempts: 5)
        #expect(outcome.end == .refused)
        #expect(outcome.diagnostics.map(\.id.string) == ["publish/plan-outdated"])
        #expect(target.applied == 0)
    }
}
