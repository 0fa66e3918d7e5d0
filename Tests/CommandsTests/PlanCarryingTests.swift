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
        private let refusal: Diagnostic?
        private let count = Mutex((planned: 0, applied: 0))

        init(moves: Int, refusal: Diagnostic? = nil) {
            self.moves = moves
            self.refusal = refusal
        }

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
                return TargetState(
                    files: [:], identity: "state \($0.planned)", refusal: refusal)
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
        _ target: any PublishTarget, mode: PublishRequest.Mode = .publish, isFirst: Bool = false,
        ledger: Ledger? = nil
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
        request.isFirst = isFirst
        return PlanCarrying(
            guards: Guards(SiteFacts(address: address, texts: 1, ledger: ledger), reading),
            tree: reading.tree,
            target: target, name: "t", source: nil, request: request,
            place: Place(file: SiteFiles.configuration))
    }

    @Test func isRefusedByTheTargetWhateverIsAllowed() async throws {
        let refusal = Diagnostic.error(.publishSourceBranch, "branch 'main' holds 'galley.toml'")
        let target = MovingTarget(moves: 0, refusal: refusal)
        let outcome = try await carry(target).carryOut(attempts: 5)
        #expect(outcome.end == .refused)
        #expect(outcome.diagnostics == [refusal])
        #expect(target.applied == 0)
    }

    @Test func takesNoSecondPublishForTheFirst() async throws {
        let target = MovingTarget(moves: 0)
        let outcome = try await carry(target, isFirst: true).carryOut(attempts: 5)
        #expect(outcome.end == .refused)
        #expect(outcome.diagnostics.map(\.id.string) == ["publish/not-first"])
        #expect(target.applied == 0)
    }

    @Test func takesASiteWithALedgerForPublished() async throws {
        let text = try SiteText("-- x\n")
        let empty = DirectoryTarget(path: text.absolute("www"), keep: 1)
        let first = try await carry(empty, isFirst: true, ledger: Ledger()).plan()
        #expect(first.diagnostics.isEmpty)
        let ledger = Ledger(urls: [URLPath("/a/")])
        let later = try await carry(empty, isFirst: true, ledger: ledger).plan()
        #expect(later.diagnostics.map(\.id.string) == ["publish/not-first"])
        #expect(
            later.diagnostics.first?.summary
                == "this is not the first publish: 'galley.lock' has 1 published addresses")
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
