import Addresses
import Content
import Diagnostics
import Foundation
import Snippets
import TestSupport
import Testing

@testable import Commands

/// `galley check`, and what a build does with the same verdicts.
struct CheckTests {
    private static let head = "---\ntitle: A\ndate: 2021-01-02\n---\n"

    private func site(_ post: String, _ more: String = "") throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration + more + "-- content/posts/a.md\n" + Self.head + post)
    }

    private func check(
        _ site: BuiltSite, _ change: (inout Check) -> Void = { _ in }
    ) async throws -> CheckOutcome {
        defer { withExtendedLifetime(site.text) {} }
        var request = BuildRequest()
        request.now = "2022-01-01"
        request.isStrict = true
        var check = Check(folder: SiteFolder(path: site.text.path), request: request)
        change(&check)
        return try await check.run()
    }

    private let broken = "```json\n{\"a\": 1,,}\n```\n"

    @Test func failsWhereABlockIsBrokenAndSaysWhere() async throws {
        let outcome = try await check(site("- 列表：\n\n  ```json\n  {\"键\": 1 2}\n  ```\n"))
        #expect(outcome.snippets.map(\.verdict.name) == ["failed"])
        let diagnostic = try #require(outcome.all.first)
        #expect(outcome.all.count == 1)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.id.string == "snippet/json/parse")
        let source = Array((Self.head + "- 列表：\n\n  ```json\n  {\"键\": 1 2}\n").utf8)
        let position = LineTable(source).position(
            of: try #require(diagnostic.place).range.lowerBound)
        #expect(position.line == 8 && position.column == 11)
    }

    @Test func reportsLinksAnchorsAndImagesToo() async throws {
        let outcome = try await check(site("[a](/b/) [c](#d) ![e](f.png)\n\n# T\n"))
        #expect(
            outcome.all.map(\.id.string).sorted()
                == ["link/broken", "link/missing-anchor", "link/missing-image"])
        #expect(outcome.all.hasErrors)
    }

    @Test func writesNothingButItsCache() async throws {
        let site = try site(broken)
        _ = try await check(site)
        let files = try site.files(below: ".").filter { !$0.hasPrefix(".galley/") }
        #expect(files == ["content/posts/a.md", "galley.toml"])
    }

    @Test func aBuildWarnsOfWhatACheckRefuses() async throws {
        let outcome = try await site(broken).build()
        #expect(outcome.ids == ["warning snippet/json/parse"])
        #expect(outcome.state == .swapped)
        #expect(outcome.report?.snippets.line == "snippets  1: 1 failed")
    }

    @Test func aStrictBuildWritesNothingWhenABlockFails() async throws {
        let site = try site(broken)
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.ids == ["error snippet/json/parse"])
        #expect(outcome.state == .stopped)
        #expect(try site.files() == [])
    }

    @Test func aBuildCanLeaveBlocksAlone() async throws {
        let outcome = try await site(broken).build { $0.checks = false }
        #expect(outcome.ids == [])
        #expect(outcome.report?.snippets.summary.total == 0)
    }

    @Test func tellsTheCoverageOfAnUnchangedBuildToo() async throws {
        let site = try site("```json\n{}\n```\n")
        let first = try await site.build()
        let second = try await site.build()
        #expect(second.state == .unchanged)
        #expect(second.report?.snippets == first.report?.snippets)
        #expect(second.report?.snippets.line == "snippets  1: 1 parsed")
    }

    // MARK: Sites with errors

    private static let post = "-- content/posts/a.md\n" + head + "```json\n{\"a\": 1,,}\n```\n"

    @Test(arguments: [
        // One address twice.
        "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://e.org/\"\n" + post
            + "-- content/posts/b.md\n---\ntitle: B\nslug: a\ndate: 2021-01-02\n---\n",
        // Keys and values that are not known.
        "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://e.org/\"\nx = 1\n" + post,
        "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://e.org/\"\n[posts]\n"
            + "permalink = \":never\"\n" + post,
        "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://e.org/\"\n[snippets.goo]\n"
            + "level = \"shape\"\n" + post,
        "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://e.org/\"\n[build]\n"
            + "theme = \"gone\"\n" + post,
        "-- galley.toml\n[site]\n" + post, "-- galley.toml\nx = [\n" + post,
        // Texts that make no page.
        "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://e.org/\"\n"
            + "-- content/posts/a.md\n---\ntitle: A\n---\n```json\n{\"a\": 1,,}\n```\n",
        "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://e.org/\"\n"
            + "-- content/posts/a.md\n---\ntitle: [\n---\n```json\n{\"a\": 1,,}\n```\n",
    ])
    func anErrorOfTheSiteHidesNoVerdict(text: String) async throws {
        let outcome = try await check(BuiltSite(text))
        #expect(outcome.snippets.filter { $0.verdict.name == "failed" }.count == 1)
        let others = outcome.diagnostics.filter { $0.severity == .error }
        #expect(!others.isEmpty)
        #expect(outcome.all.contains { $0.id.string == "snippet/json/parse" })
    }

    @Test func draftsStayOutWhereTheConfigurationIsBroken() async throws {
        let outcome = try await check(
            BuiltSite(
                "-- galley.toml\nx = [\n-- content/posts/a.md\n---\ntitle: A\ndraft: true\n"
                    + "---\n```json\n{\n```\n"))
        #expect(outcome.snippets == [])
    }

    @Test func knowsWhatIDsBeginWith() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs/diagnostics.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let documented = Set(text.matches(of: /\n### `([a-z-]+)\//).map(\.output.1))
        #expect(Set(FindingFilter.families) == documented)
    }

    // MARK: Tools

    private static let noCompiler = "[snippets.tools]\ncc = [\"galley-no-such-compiler\"]\n"
    private static let typed = "```c check=types\nint a = 1;\n```\n"

    @Test func aToolThatIsMissingLeavesABlockUnchecked() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.noCompiler + "-- content/posts/a.md\n" + Self.head
                + Self.typed)
        let outcome = try await check(site)
        #expect(outcome.snippets.map(\.verdict) == [.unchecked("cc not found")])
        #expect(!outcome.all.hasErrors)
    }

    @Test func aToolThatIsRequiredMustBeThere() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "[snippets]\nrequire = [\"h\"]\n" + Self.noCompiler
                + "-- content/posts/a.md\n" + Self.head + Self.typed)
        let outcome = try await check(site)
        #expect(outcome.all.map(\.id) == [.snippetToolMissing])
        #expect(outcome.all.hasErrors)
        let line = outcome.all.first?.place.map {
            LineTable(
                (try? Data(contentsOf: URL(filePath: site.text.absolute("galley.toml"))))
                    .map(Array.init) ?? []
            ).position(of: $0.range.lowerBound).line
        }
        #expect(line == 6)
    }

    @Test func aSecondCheckAsksNoTool() async throws {
        let site = try site("```c check=types\nint a = 1;\n```\n")
        let first = try await check(site)
        guard case .passed = first.snippets[0].verdict else {
            print("skipped: no C compiler")
            return
        }
        #expect(first.asked == 1)
        let second = try await check(site)
        #expect(second.asked == 0)
        #expect(second.snippets == first.snippets)
    }

    @Test func aBuildTakesWhatACheckFound() async throws {
        let site = try site("```c check=types\nint a = b;\n```\n")
        let before = try await site.build()
        guard try await check(site).snippets[0].verdict.name == "failed" else {
            print("skipped: no C compiler")
            return
        }
        let after = try await site.build()
        #expect(before.report?.snippets.summary.unchecked == 1)
        #expect(after.ids == ["warning snippet/c/types"])
        // The verdicts are an input of the build.
        #expect(after.state == .swapped)
    }

    // MARK: What authors and sites say

    @Test func theNearestWishWins() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + "[snippets]\nlevel = \"skip\"\nreason = \"site\"\n"
                + "-- content/posts/a.md\n---\ntitle: A\ndate: 2021-01-02\n"
                + "snippets: {toml: {level: skip, reason: article}, JSON: {level: parse}}\n---\n"
                + "```toml\n=\n```\n```ini\n[\n```\n```json\n{}\n```\n"
                + "```json check=skip reason=\"block\"\n{\n```\n")
        let outcome = try await check(site)
        #expect(
            outcome.snippets.map(\.verdict) == [
                .skipped("article"), .skipped("site"), .passed(.init(level: .parse)),
                .skipped("block"),
            ])
    }

    @Test func refusesNamesOfNoLanguageAndNoTool() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + "[snippets]\nrequire = [\"goo\"]\n[snippets.pyton]\nlevel = \"shape\"\n"
                + "[snippets.tools]\nccc = [\"x\"]\n"
                + "-- content/posts/a.md\n" + Self.head)
        let outcome = try await check(site)
        #expect(outcome.all.map(\.id) == Array(repeating: .configurationBadValue, count: 3))
        #expect(
            outcome.all.flatMap { $0.fixes.map(\.text) }.sorted() == [
                "did you mean 'cc'?", "did you mean 'go'?", "did you mean 'python'?",
            ])
    }

    @Test func warnsOfAToolThatIsAskedNoMore() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "[snippets.tools]\ngofmt = [\"x\"]\n"
                + "-- content/posts/a.md\n" + Self.head + "```go\nx := 1\n```\n")
        let outcome = try await check(site)
        #expect(outcome.all.map(\.id) == [.configurationBadValue])
        #expect(!outcome.all.hasErrors)
        #expect(outcome.snippets.map(\.verdict) == [.passed(.init(level: .parse))])
    }

    @Test func leavesToACompilerWhatAGrammarCannotTell() async throws {
        let site = try site("```go fails=\"undefined: y\"\nx := y\n```\n")
        let outcome = try await check(site)
        #expect(outcome.snippets.map(\.verdict.name) == ["unchecked"])
        #expect(outcome.all == [])
    }

    @Test func tellsTheNameOfNoLanguageInFrontMatter() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + "-- content/posts/a.md\n---\ntitle: A\ndate: 2021-01-02\n"
                + "snippets: {pyton: {level: shape}}\n---\n")
        #expect(try await check(site).all.map(\.id) == [.snippetUnknownDefault])
    }

    @Test func codeThatIsMeantToFailMustFailAsItSays() async throws {
        let outcome = try await check(
            site(
                "```json fails=\"no such word\"\n[1 2]\n```\n"
                    + "```json fails=\"anything\"\n[1]\n```\n"))
        #expect(outcome.snippets.map(\.verdict.name) == ["failed", "failed"])
        #expect(
            outcome.all.map(\.id) == [.snippetOtherFailure, .snippetUnexpectedPass])
        let message = try #require(outcome.all.first?.explanation)
        let expected = try await check(
            site("```json fails=\"\(message.prefix(8).uppercased())\"\n[1 2]\n```\n"))
        #expect(expected.snippets.map(\.verdict.name) == ["expected"])
        #expect(expected.all == [])
    }
}
