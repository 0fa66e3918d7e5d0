import Addresses
import Foundation
import TestSupport
import Testing

@testable import Commands

/// `check --shard I/N` and `report merge`.
struct PublishShardTests {
    @Test func readsAPartAndNothingElse() {
        #expect(Shard(argument: "2/4").map { [$0.index, $0.count] } == [2, 4])
        for text in ["0/4", "5/4", "1", "1/0", "a/b", "-1/2", "1/2/3", ""] {
            #expect(Shard(argument: text) == nil, "\(text)")
        }
    }

    @Test func everyTextIsInExactlyOnePart() async throws {
        let parts = try (1...7).map { try #require(Shard(argument: "\($0)/7")) }
        var sizes = Array(repeating: 0, count: 7)
        for number in 0..<700 {
            let file = SourcePath("content/posts/文章 \(number).md")
            let holders = parts.filter { $0.holds(file) }
            #expect(holders.count == 1)
            if let holder = holders.first { sizes[holder.index - 1] += 1 }
        }
        #expect(sizes.allSatisfy { (60...140).contains($0) }, "\(sizes)")
    }

    private func report(_ shard: String, _ body: String) throws -> ReportPart {
        try ReportPart(
            Array(
                """
                {"version": 1, "shard": "\(shard)",
                "summary": {"total": 1, "passed": 1, "failed": 0, "expected": 0, "skipped": 0, \
                "unchecked": 0},
                \(body)}
                """.utf8), file: shard)
    }

    @Test func refusesNumbersThatNoReportHas() {
        for total in ["9223372036854775807", "-1", "1000000001", "1e30"] {
            let text = """
                {"version": 1, "shard": "1/1",
                "summary": {"total": \(total), "passed": 1, "failed": 0, "expected": 0, \
                "skipped": 0, "unchecked": 0}, \(body)}
                """
            #expect(throws: CannotRun.self, "\(total)") {
                try ReportPart(Array(text.utf8), file: "a.json")
            }
        }
    }

    private let body = "\"snippets\": [], \"diagnostics\": []"

    @Test func missesNoPart() async throws {
        let (one, two, other) = (
            try report("1/3", body), try report("2/3", body), try report("1/2", body)
        )
        func message(_ parts: [ReportPart]) -> String? {
            do throws(CannotRun) {
                _ = try MergedReport(parts)
                return nil
            } catch { return error.message }
        }
        #expect(message([one, two]) == "3/3 is missing")
        #expect(message([one, one, two]) == "'1/3' and '1/3' are both part 1/3")
        #expect(message([one, other])?.hasSuffix("they are of different checks") == true)
        #expect(message([one, two, try report("3/3", body)]) == nil)
    }

    @Test func refusesWhatIsNoPart() {
        #expect(throws: CannotRun.self) { try ReportPart([1], file: "x") }
        let whole = "{\"version\": 1, \"summary\": {}, \"snippets\": [], \"diagnostics\": []}"
        #expect(throws: CannotRun.self) { try ReportPart(Array(whole.utf8), file: "x") }
    }

    @Test(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
    func partsTogetherTellWhatTheWholeTells() async throws {
        let posts = (0..<12).map { number in
            """
            -- content/posts/p\(number).md
            ---
            title: P \(number)
            date: 2021-01-\(10 + number)
            ---
            [a](/2021/01/10/p0/#none) [b](/gone\(number)/) {"]}[
            ```json
            {"a": \(number)\(number % 3 == 0 ? ",," : "")}
            ```

            """
        }.joined()
        let site = try BuiltSite(
            BuiltSite.configuration + "[diagnostics]\nwarn = [\"link/broken\"]\n" + posts)
        func check(_ more: [String]) async throws -> GalleyProgram.Run {
            try await GalleyProgram.runAside(
                ["check", "--now", "2022-01-01", "--format", "json"] + more, in: site.text)
        }
        let whole = try await check([])
        for part in 1...3 {
            let run = try await check(["--shard", "\(part)/3"])
            #expect(run.errors.contains("shard     \(part) of 3, "))
            try site.write("part-\(part).json", run.output)
        }
        let merged = try await GalleyProgram.runAside(
            ["report", "merge", "part-3.json", "part-1.json", "part-2.json"], in: site.text)
        #expect(merged.output == whole.output)
        #expect(merged.code == 1 && whole.code == 1)
        let missing = try await GalleyProgram.runAside(
            ["report", "merge", "part-3.json", "part-1.json"], in: site.text)
        #expect(missing.code == 2)
        #expect(missing.errors.hasPrefix("error: 2/3 is missing"))
        #expect(try await check(["--shard", "4/3"]).code == 64)
        #expect(try await check(["--shard", "1/3", "--write-baseline"]).code == 64)
    }
}
