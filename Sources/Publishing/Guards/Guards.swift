import Addresses
import Diagnostics
import Text

/// Checks a site and its publish plan, and refuses to publish drafts, secrets, localhost links, or
/// a site that lost a fifth of its files.
package struct Guards: Sendable {
    package let facts: SiteFacts
    let reading: SiteReading

    package init(_ facts: SiteFacts, _ reading: SiteReading) {
        self.facts = facts
        self.reading = reading
    }

    /// The share of its files that a target may lose, in percent.
    private static let most = 20
    /// The minimum of lost files for a shrunken site.
    private static let fewest = 10
    /// How many cases a refusal names.
    private static let named = 5

    /// The refusals caused by the site itself.
    package func refusalsOfSite() -> [Guard: [Diagnostic]] {
        var all: [Guard: [Diagnostic]] = [:]
        all[.emptySite] = emptySite()
        all[.localAddress] = localAddress()
        all[.foreignAddress] = foreignAddresses()
        all[.drafts] = drafts()
        all[.reloadClient] = reloadClient()
        all[.secrets] = secrets()
        all[.failedSnippets] = count(
            facts.failedSnippets, "snippet failed", "snippets failed", .failedSnippets,
            fix: "fix them, or accept them as known: galley check --write-baseline")
        all[.brokenLinks] = count(
            facts.brokenLinks, "link leads nowhere", "links lead nowhere", .brokenLinks,
            fix: "fix them, or accept them as known: galley check --write-baseline")
        return all
    }

    /// The refusals caused by the difference from the target.
    package func refusals(of plan: PublishPlan, _ state: TargetState) -> [Guard: [Diagnostic]] {
        [
            .shrunkenSite: shrunkenSite(plan), .lostHostFiles: lostHostFiles(plan),
            .vanishedURLs: vanishedURLs(plan), .foreignFiles: foreignFiles(plan, state),
        ]
    }

    private func emptySite() -> [Diagnostic] {
        let hasHome = reading.tree.files.contains { $0.path.string == "index.html" }
        if facts.texts > 0, hasHome { return [] }
        let what =
            facts.texts == 0 ? "the site has no post and no page" : "the site has no home page"
        return [
            Guard.emptySite.refusal(
                what, fix: "see what 'build' of galley.toml names as its content folder")
        ]
    }

    private func localAddress() -> [Diagnostic] {
        guard facts.address.isLocal else { return [] }
        return [
            Guard.localAddress.refusal(
                "the site would say that its address is '\(facts.address.permalink(.root))', "
                    + "which nobody else reaches",
                fix: "set 'site.url' in galley.toml to the published address")
        ]
    }

    private func foreignAddresses() -> [Diagnostic] {
        let pages = findings { !$0.foreign.isEmpty }
        guard let (path, first) = pages.first else { return [] }
        return [
            Guard.foreignAddress.refusal(
                "\(Self.files(pages.count)) would give an address of another site as its own, "
                    + "such as '\(first.foreign.first ?? "")' in '\(path)'",
                fix: "let the theme write 'permalink' there, and 'site.url' be right")
        ]
    }

    private func drafts() -> [Diagnostic] {
        facts.drafts.isEmpty
            ? []
            : [
                Guard.drafts.refusal(
                    "\(facts.drafts.count) \(facts.drafts.count == 1 ? "text is" : "texts are") "
                        + "a draft or of the future, and would be published",
                    notes: facts.drafts.prefix(Self.named).map { "'\($0)'" },
                    fix: "take 'drafts' and 'future' of [build] out of galley.toml")
            ]
    }

    private func reloadClient() -> [Diagnostic] {
        let pages = findings { $0.hasReloadClient }
        guard let (path, _) = pages.first else { return [] }
        return [
            Guard.reloadClient.refusal(
                "\(Self.files(pages.count)) would load the preview's reload client, such as '\(path)'",
                fix: "publish the output of 'galley build', not a copy from 'galley serve'")
        ]
    }

    private func secrets() -> [Diagnostic] {
        var seen: Set<String> = []
        return findings { !$0.secrets.isEmpty }.flatMap { path, found in
            found.secrets.compactMap { secret in
                // A post is in lists and feeds too: reported once, at its page if it has one.
                guard seen.insert(secret.digest).inserted else { return nil }
                let source = facts.sources[path].map { " (from '\($0)')" } ?? ""
                return Guard.secrets.refusal(
                    "line \(secret.line) of '\(path)'\(source) shows what looks like \(secret.kind)",
                    fix: "remove it and revoke it, or allow a false positive: "
                        + "[publish] secrets = [\"\(secret.digest)\"]")
            }
        }
    }

    private func count(
        _ count: Int, _ one: String, _ many: String, _ which: Guard, fix: String
    ) -> [Diagnostic] {
        count == 0
            ? [] : [which.refusal("\(count) \(count == 1 ? one : many)", fix: fix)]
    }

    /// Digest-named files come and go with each change, and do not count. Losing a few files is not
    /// shrinking: one post may be most of a small site.
    private func shrunkenSite(_ plan: PublishPlan) -> [Diagnostic] {
        func counted(_ entries: [PublishPlan.Entry]) -> [PublishPlan.Entry] {
            entries.filter { FileKind(OutputPath($0.path)) != .immutable }
        }
        let gone = counted(plan.delete)
        let before = gone.count + counted(plan.keep).count + counted(plan.change).count
        guard gone.count >= Self.fewest, gone.count * 100 > before * Self.most else { return [] }
        return [
            Guard.shrunkenSite.refusal(
                "\(gone.count) of the target's \(before) files would be deleted, not counting "
                    + "digest-named files: more than \(Self.most) percent",
                notes: gone.prefix(Self.named).map { "'\($0.path)'" },
                fix: "see whether this is the right target, and the whole site")
        ]
    }

    /// Files from somebody else, such as another generator's site, or another project.
    private func foreignFiles(_ plan: PublishPlan, _ state: TargetState) -> [Diagnostic] {
        let lost = (plan.change + plan.delete).filter {
            state.files[OutputPath($0.path)]?.isForeign == true
        }
        if lost.isEmpty { return [] }
        let which = lost.count == 1 ? "1 file that" : "\(lost.count) files that"
        return [
            Guard.foreignFiles.refusal(
                "\(which) galley did not publish would be overwritten or deleted",
                notes: lost.prefix(Self.named).map { "'\($0.path.printableLine)'" },
                fix: "see whether this is the right target, and keep what is needed elsewhere")
        ]
    }

    private func lostHostFiles(_ plan: PublishPlan) -> [Diagnostic] {
        plan.delete.filter { HostFiles.contain(OutputPath($0.path)) }.map {
            Guard.lostHostFiles.refusal(
                "'\($0.path)' would be deleted, which the host needs",
                fix: "put it into the site's 'static' folder")
        }
    }

    /// Addresses missing by the ledger, and pages of the target without a successor; a ledger
    /// without an address has released it.
    private func vanishedURLs(_ plan: PublishPlan) -> [Diagnostic] {
        let deleted = plan.delete.compactMap { entry -> URLPath? in
            guard entry.path.hasSuffix(".html"), entry.path != "404.html" else { return nil }
            return URLPath(entry.path).withoutIndexName
        }
        let missed = deleted.filter { path in
            if facts.ends.contains(path) { return false }
            return facts.ledger?.urls.contains(path) ?? !path.isLaterPage
        }
        let all = Set(missed).union(facts.gone).sorted()
        guard !all.isEmpty else { return [] }
        let (word, verb) = all.count == 1 ? ("address", "leads") : ("addresses", "lead")
        return [
            Guard.vanishedURLs.refusal(
                "\(all.count) published \(word) would no longer \(verb == "leads" ? "lead" : verb) "
                    + "anywhere",
                notes: all.prefix(Self.named).map { "'\($0)'" },
                fix: "give each an alias, or let them go: galley publish --accept")
        ]
    }

    /// The files with findings, pages of texts before lists and feeds, by path.
    private func findings(
        _ test: (FileFindings) -> Bool
    ) -> [(path: OutputPath, found: FileFindings)] {
        reading.findings.filter { test($0.value) }
            .sorted { a, b in
                let (x, y) = (facts.sources[a.key] == nil, facts.sources[b.key] == nil)
                return x == y ? a.key < b.key : !x
            }
            .map { ($0.key, $0.value) }
    }

    private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
}

extension URLPath {
    /// Whether it is a later page of a list, `/tags/go/page/2/`: they come and go.
    fileprivate var isLaterPage: Bool {
        let parts = string.split(separator: "/")
        return isFolder && parts.count >= 2 && parts[parts.count - 2] == "page"
            && parts[parts.count - 1].utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }
}
