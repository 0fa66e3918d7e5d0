import Content
import Diagnostics
import Foundation
import Output
import Publishing
import Synchronization

/// `galley publish --accept`: what a person takes as the new promise. The only writer of galley.lock.
struct LedgerAcceptance: Sendable {
    let folder: SiteFolder
    let now: String?
    let allowed: Set<Guard>
    let whenBusy: @Sendable () -> Void

    struct Outcome: Sendable {
        var diagnostics: [Diagnostic]
        /// nil: the build stopped, and nothing was written.
        var lines: [String]?
    }

    /// Builds strictly, so that no half site becomes a promise; then writes the ledger.
    func run() async throws -> Outcome {
        var request = BuildRequest()
        request.isStrict = true
        request.now = now
        request.allowed = allowed.union([.vanishedURLs])
        let written = Mutex<[String]?>(nil)
        let build = Build(
            folder: folder, request: request, whenBusy: whenBusy,
            whileLocked: { outcome in
                guard let site = outcome.session?.planned().site else { return }
                let lines = try write(SiteLedger(site, of: folder))
                written.withLock { $0 = lines }
            })
        let outcome = try await build.run()
        let lines = written.withLock { $0 }
        // What is accepted now is no fault any more.
        let diagnostics =
            lines == nil
            ? outcome.diagnostics
            : outcome.diagnostics.filter { !$0.id.string.hasPrefix("ledger/") }
        return Outcome(diagnostics: diagnostics, lines: lines)
    }

    private func write(_ ledger: SiteLedger) throws -> [String] {
        let path = folder.absolute(SiteFiles.ledger)
        do {
            try Data(ledger.current.bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CannotRun("cannot write '\(path)': \(error.reason)")
        }
        let comparison = ledger.comparison(.none)
        let gone = comparison?.gone ?? []
        let count = comparison?.new.count ?? ledger.current.urls.count
        return gone.map { "let go    \($0)" } + [
            "accepted  \(ledger.current.urls.count) addresses (\(count) new, \(gone.count) let go); "
                + "commit '\(SiteFiles.ledger)'"
        ]
    }
}
