import Diagnostics
import Publishing
import Snippets

/// How much a build found of what guards watch over.
struct FoundCounts {
    let brokenLinks: Int
    let failedSnippets: Int
    let goneURLs: Int

    init(_ diagnostics: [Diagnostic]) {
        brokenLinks = diagnostics.count { $0.id.string.hasPrefix("link/") }
        failedSnippets = diagnostics.count { Verdict.isFailure($0.id.string) }
        goneURLs = diagnostics.count { $0.id == .ledgerURLGone }
    }

    /// The refusals that go with errors, which are reported each by itself.
    func refusals(beyond allowed: Set<Guard>) -> [Diagnostic] {
        func words(_ count: Int, _ one: String, _ many: String) -> String {
            "\(count) \(count == 1 ? one : many)"
        }
        var refusals: [(Guard, Diagnostic)] = []
        if brokenLinks > 0 {
            refusals.append(
                (
                    .brokenLinks,
                    Guard.brokenLinks.refusal(
                        words(brokenLinks, "link leads", "links lead") + " nowhere",
                        fix: "fix them, or accept them as known: galley check --write-baseline")
                ))
        }
        if failedSnippets > 0 {
            refusals.append(
                (
                    .failedSnippets,
                    Guard.failedSnippets.refusal(
                        words(failedSnippets, "snippet", "snippets") + " failed",
                        fix: "fix them, or accept them as known: galley check --write-baseline")
                ))
        }
        if goneURLs > 0 {
            refusals.append(
                (
                    .vanishedURLs,
                    Guard.vanishedURLs.refusal(
                        words(goneURLs, "published address leads", "published addresses lead")
                            + " nowhere any more",
                        fix: "give each an alias, or let them go: galley publish --accept")
                ))
        }
        return refusals.filter { !allowed.contains($0.0) }.map(\.1)
    }
}
