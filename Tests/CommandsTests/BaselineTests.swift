import Addresses
import Content
import Diagnostics
import Foundation
import Publishing
import Snippets
import TestSupport
import Testing

@testable import Commands

/// An old archive is adopted by one command: what is known passes, what is new fails.
struct BaselineTests {
    private static let old = """
        -- content/posts/a.md
        ---
        title: A
        date: 2021-01-02
        tagz: [x]
        ---

        A [link](/gone/) and [another](/gone/).

        A [link](#nowhere), ![picture](missing.png) and **bold **text.

        ```json
        {"a": 1,,}
        ```

        ```
        for x in [1, 2]:
            print(x)
        ```

        ```go check=skip
        package a
        ```
        -- content/posts/b.md
        ---
        title: B
        date: 2021-01-03
        ---

        See [^1] and <blink>x</blink>.

        """

    private static let draft = """
        -- content/posts/c.md
        ---
        title: C
        date: 2021-01-04
        draft: true
        ---

        [gone](/gone/)

        """

    private func site(_ configuration: String = "", _ content: String = old) throws -> BuiltSite {
        try BuiltSite(BuiltSite.configuration + configuration + "\n" + content)
    }

    private func check(
        _ site: BuiltSite, drafts: Bool = false, _ change: (inout Check) -> Void = { _ in }
    ) async throws -> CheckOutcome {
        defer { withExtendedLifetime(site.text) {} }
        var request = BuildRequest()
        request.now = "2022-01-01"
        request.isStrict = true
        request.drafts = drafts
        var check = Check(folder: SiteFolder(path: site.text.path), request: request)
        change(&check)
        return try await check.run()
    }

    private func adopt(_ site: BuiltSite) async throws {
        #expect(try await check(site) { $0.writesBaseline = true }.all == [])
    }

    /// Replaces the first such part of a post.
    private func edit(_ site: BuiltSite, _ old: String, _ new: String) throws {
        let text = try #require(site.text.text("content/posts/a.md"))
        let range = try #require(text.range(of: old))
        try site.write("content/posts/a.md", text.replacingCharacters(in: range, with: new))
    }

    private func lines(_ site: BuiltSite, _ file: String = "galley.baseline.json") -> [Substring] {
        (site.text.text(file) ?? "").split(separator: "\n")
    }

    // MARK: Adoption

    @Test func oneCommandAdoptsWarningsAndErrorsOfAllKinds() async throws {
        let site = try site()
        let before = try await check(site).all
        #expect(before.hasErrors)
        #expect(Set(before.map { $0.id.string.split(separator: "/")[0] }).count >= 3)
        try await adopt(site)
        let after = try await check(site)
        #expect(after.all == [])
        #expect(after.snippets.map(\.verdict.name).contains("failed") == false)
    }

    @Test func aStrictBuildAndAPreviewsBuildPassThen() async throws {
        let site = try site()
        #expect(try await site.build { $0.isStrict = true }.state == .stopped)
        try await adopt(site)
        let strict = try await site.build { $0.isStrict = true }
        #expect(strict.ids == [])
        #expect(strict.state == .swapped)
        #expect(try await site.build().ids == [])
    }

    @Test func publishPassesThenAndItsGuardsToo() async throws {
        let target = "[publish.www]\ntype = \"directory\"\npath = \"www\"\n"
        let site = try site(target)
        func publish() async throws -> PublishOutcome {
            let folder = SiteFolder(path: site.text.path)
            let configuration = try #require(
                SiteConfiguration.load(folder, BuildRequest()).0?.publish.targets["www"])
            var request = PublishRequest()
            request.now = "2022-01-01"
            request.isFirst = true
            return try await Publish(
                folder: folder, name: "www", settings: configuration, request: request
            ) { _ in }.run()
        }
        let refused = try await publish()
        #expect(refused.diagnostics.map(\.id).contains(.publishBrokenLinks))
        #expect(refused.diagnostics.map(\.id).contains(.publishFailedSnippets))
        try await adopt(site)
        let published = try await publish()
        #expect(!published.diagnostics.hasErrors)
        try edit(site, "A [link](/gone/)", "A new [link](/gone/)")
        #expect(try await publish().diagnostics.map(\.id).contains(.publishBrokenLinks))
    }

    // MARK: What is new

    @Test func anEditElsewhereInTheFileMakesNothingNew() async throws {
        let site = try site()
        try await adopt(site)
        try edit(site, "A [link](/gone/)", "New words.\n\n```json\n{}\n```\n\nA [link](/gone/)")
        #expect(try await check(site).all == [])
    }

    @Test func whatIsNewFails() async throws {
        let site = try site()
        try await adopt(site)
        try edit(site, "```json", "[new](/new/)\n\n```json\n[1 2]\n```\n\n```json")
        let outcome = try await check(site)
        #expect(
            outcome.all.map { "\($0.severity.rawValue) \($0.id)" } == [
                "error link/broken", "error snippet/json/parse",
            ])
        #expect(outcome.snippets.filter { $0.verdict.name == "failed" }.count == 1)
        #expect(try await site.build { $0.isStrict = true }.state == .stopped)
    }

    @Test func oneMoreOfTheSameIsNew() async throws {
        let site = try site()
        try await adopt(site)
        try edit(site, "```json", "A [link](/gone/) and [another](/gone/).\n\n```json")
        #expect(try await check(site).all.map(\.id.string) == ["link/broken", "link/broken"])
    }

    @Test func aBlockThatIsTouchedIsNew() async throws {
        let site = try site()
        try await adopt(site)
        try edit(site, "{\"a\": 1,,}", "{\"a\": 2,,}")
        let all = try await check(site).all
        #expect(all.map(\.id.string) == ["snippet/json/parse", "baseline/outdated"])
    }

    // MARK: What is never spared

    @Test func aTextThatIsLeftOutIsNeverSpared() async throws {
        let broken = "-- content/posts/d.md\n---\ntitle: D\n---\n"
        let site = try site("", Self.old + broken)
        let adopted = try await check(site) { $0.writesBaseline = true }
        #expect(adopted.all.map(\.id.string) == ["content/no-date"])
        #expect(try await check(site).all.map(\.id.string) == ["content/no-date"])
        let softened = try self.site(
            "[diagnostics]\nwarn = [\"content/no-date\"]\n", Self.old + broken)
        _ = try await check(softened) { $0.writesBaseline = true }
        #expect(try await check(softened).all.map(\.id.string) == ["content/no-date"])
    }

    @Test func anErrorOfThePlanIsNeverSpared() async throws {
        let twin = "-- content/posts/e.md\n---\ntitle: E\ndate: 2021-01-02\nslug: a\n---\n"
        let site = try site("", Self.old + twin)
        let adopted = try await check(site) { $0.writesBaseline = true }
        #expect(adopted.all.map(\.id.string) == ["plan/collision"])
        #expect(try await check(site).all.map(\.id.string) == ["plan/collision"])
    }

    @Test func nothingIsWrittenForASiteThatCannotBeBuilt() async throws {
        let site = try site("[build]\ntheme = \"none\"\n")
        let outcome = try await check(site) { $0.writesBaseline = true }
        #expect(outcome.all.hasErrors)
        #expect(site.text.text("galley.baseline.json") == nil)
    }

    @Test func anAddressThatIsGoneIsNeverSpared() async throws {
        let site = try site("", Self.old + "-- galley.lock\nurl /2020/01/01/gone/\n")
        let before = Set(try await check(site).all.map(\.id.string))
        let ledger = before.filter { $0.hasPrefix("ledger/") }
        #expect(!ledger.isEmpty)
        _ = try await check(site) { $0.writesBaseline = true }
        #expect(Set(try await check(site).all.map(\.id.string)) == ledger)
    }

    // MARK: What is fixed

    @Test func whatIsFixedIsReportedAndLeavesWithTheNextBaseline() async throws {
        let site = try site()
        try await adopt(site)
        let before = lines(site).count
        try edit(site, "{\"a\": 1,,}", "{\"a\": 1}")
        try edit(site, "A [link](/gone/) and [another](/gone/).", "Nothing.")
        let outcome = try await check(site)
        #expect(!outcome.all.hasErrors)
        #expect(
            outcome.all.map(\.summary) == [
                "2 of 2 'link/broken' in 'content/posts/a.md' are no longer found",
                "'snippet/json/parse' in 'content/posts/a.md' is no longer found",
            ])
        #expect(outcome.all.allSatisfy { $0.id == .baselineOutdated })
        let text = try #require(site.text.text("galley.baseline.json"))
        for (diagnostic, id) in zip(outcome.all, ["link/broken", "snippet/json/parse"]) {
            let range = try #require(diagnostic.place?.range)
            #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self).contains(id))
        }
        #expect(try await site.build { $0.isStrict = true }.ids.count == 2)
        #expect(try await check(site) { $0.writesBaseline = true }.all == [])
        #expect(lines(site).count == before - 2)
        #expect(try await check(site).all == [])
    }

    @Test func whatIsTurnedOffIsNotInTheBaseline() async throws {
        let site = try site("[diagnostics]\noff = [\"link/broken\", \"snippet/json/parse\"]\n")
        try await adopt(site)
        let text = lines(site).joined()
        #expect(!text.contains("link/broken") && !text.contains("snippet/json/parse"))
        #expect(text.contains("link/missing-anchor"))
    }

    @Test func entriesOfADraftStayWhileItIsNotBuilt() async throws {
        let site = try site("", Self.old + Self.draft)
        _ = try await check(site, drafts: true) { $0.writesBaseline = true }
        let before = lines(site)
        #expect(before.contains { $0.contains("posts/c.md") })
        #expect(try await check(site).all == [])
        try await adopt(site)
        #expect(lines(site) == before)
        #expect(try await check(site, drafts: true).all == [])
    }

    @Test func aShardReportsTheEntriesOfItsTextsAlone() async throws {
        let site = try site()
        try await adopt(site)
        try edit(site, "A [link](/gone/) and [another](/gone/).", "Nothing.")
        var outdated = 0
        for index in 1...3 {
            let outcome = try await check(site) {
                $0.scope.shard = Shard(argument: "\(index)/3")
            }
            outdated += outcome.all.count
        }
        #expect(outdated == 1)
    }

    @Test func anEntryStaysWhileNothingCanTellWhetherItsBlockFails() async throws {
        let configuration = "[snippets.tools]\ncc = [\"galley-no-such-compiler\"]\n"
        let site = try site(
            configuration,
            "-- content/posts/a.md\n---\ntitle: A\ndate: 2021-01-02\n---\n```c check=types\nint a = 1;\n```\n"
        )
        let document = try await check(site).snippets
        #expect(document.map(\.verdict.name) == ["unchecked"])
        let known =
            "{\"version\": 1, \"failures\": [\n"
            + "  {\"digest\":\"\(document[0].digest)\",\"file\":\"content/posts/a.md\","
            + "\"language\":\"c\",\"line\":5}\n]}\n"
        try site.write("galley.baseline.json", known)
        #expect(try await check(site).all.filter { $0.id == .baselineOutdated } == [])
        try await adopt(site)
        #expect(lines(site).contains { $0.contains(document[0].digest) })
    }

    // MARK: The file

    @Test func theFileOfVersionOneSparesItsFailuresAndIsWrittenInTheNewForm() async throws {
        let site = try site(
            "[snippets]\nbaseline = \"known.json\"\n",
            "-- content/posts/a.md\n---\ntitle: A\ndate: 2021-01-02\n---\n[a](/gone/)\n\n"
                + "```json\n{\"a\": 1,,}\n```\n")
        let digest = try #require(try await check(site).snippets.first?.digest)
        try site.write(
            "known.json",
            "{\"version\": 1, \"failures\": [\n  {\"digest\":\"\(digest)\","
                + "\"file\":\"content/posts/a.md\",\"language\":\"json\",\"line\":8}\n]}\n")
        let outcome = try await check(site)
        #expect(outcome.all.map(\.id.string) == ["link/broken"])
        #expect(outcome.snippets.map(\.verdict.name) == ["skipped"])
        try await adopt(site)
        #expect(lines(site, "known.json").count == 4)
        #expect(lines(site, "known.json").first == "{\"version\": 2, \"known\": [")
        #expect(try await check(site).all == [])
    }

    @Test func aFileIsNamedByEitherTableOrTheCommandLine() async throws {
        for table in ["diagnostics", "snippets"] {
            let site = try site("[\(table)]\nbaseline = \"known.json\"\n")
            try await adopt(site)
            #expect(lines(site).isEmpty && !lines(site, "known.json").isEmpty)
            #expect(try await check(site).all == [])
            #expect(try await check(site) { $0.baseline = "known.json" }.all == [])
        }
        let site = try site()
        await #expect(throws: CannotRun.self) {
            try await check(site) { $0.baseline = "gone.json" }
        }
    }

    @Test(arguments: ["[]\n", "# My notes\n", "{\"version\": 7, \"known\": []}\n"])
    func aFileThatIsNotABaselineIsRefusedAndKept(content: String) async throws {
        let site = try site(
            "[diagnostics]\nbaseline = \"known.json\"\n", Self.old + "-- known.json\n" + content)
        for writes in [false, true] {
            let outcome = try await check(site) { $0.writesBaseline = writes }
            #expect(outcome.all.map(\.id) == [.baselineUnreadable])
            #expect(outcome.all.hasErrors)
            #expect(outcome.all.first?.fixes.count == 2)
        }
        #expect(site.text.text("known.json") == content)
    }

    @Test func theFileIsNotPublishedWhereAllOfTheSiteIsContent() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "[build]\ncontent = \".\"\n\n-- posts/a.md\n"
                + "---\ntitle: A\ndate: 2021-01-02\n---\n[a](/gone/)\n")
        try await adopt(site)
        try await site.build()
        #expect(!lines(site).isEmpty)
        #expect(try !site.files().contains("galley.baseline.json"))
    }

    @Test func writingItTwiceChangesNothing() async throws {
        let site = try site()
        try await adopt(site)
        let first = lines(site)
        try await adopt(site)
        #expect(lines(site) == first)
        #expect(first.count > 8)
    }
}
