import Addresses
import Testing

@testable import Publishing

struct PlanTests {
    private func file(_ path: String, _ text: String) -> SiteFile {
        SiteFile(OutputPath(path), bytes: Array(text.utf8))
    }

    private var plan: PublishPlan {
        let tree = SiteTree([file("b.html", "new"), file("a.html", "a"), file("c \"标.html", "c")])
        let old = Manifest(
            SiteTree([file("a.html", "a"), file("b.html", "old"), file("d.html", "gone")]))
        return PublishPlan(
            tree, to: old.state(identity: "s"), target: "pages", type: "git", source: "abc",
            galley: "1")
    }

    @Test func isTheDifferenceAndNothingElse() {
        #expect(plan.add.map(\.path) == ["c \"标.html"])
        #expect(plan.change.map(\.path) == ["b.html"])
        #expect(plan.delete.map(\.path) == ["d.html"])
        #expect(plan.keep.map(\.path) == ["a.html"])
        #expect(plan.delete.first?.size == 4)
        #expect(
            plan.change.first?.sha256
                == "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437")
    }

    @Test func survivesItsJSON() throws {
        #expect(try PublishPlan(reading: plan.json, from: "p.json") == plan)
    }

    @Test func refusesWhatIsNoPlanOrOfAnotherVersion() {
        #expect(throws: PublishError.self) { try PublishPlan(reading: [], from: "p.json") }
        let newer = String(decoding: plan.json, as: UTF8.self)
            .replacing("\"version\": 1", with: "\"version\": 2")
        #expect(
            throws: PublishError(
                "'p.json' is a plan of version 2, which this galley does not know",
                hint: "make a new one with --plan")
        ) { try PublishPlan(reading: Array(newer.utf8), from: "p.json") }
    }

    @Test func isReadAsText() {
        let tree = SiteTree([file("a.html", "a")])
        #expect(
            plan.lines() == [
                "plan      pages (git): 1 to add, 1 to change, 1 to delete, 1 kept",
                "  add     c \"标.html (1 B)", "  change  b.html (3 B)", "  delete  d.html (4 B)",
                "digest    \(plan.digest)",
            ])
        let empty = PublishPlan(
            tree, to: Manifest(tree).state(identity: "s"), target: "pages", type: "git",
            source: nil, galley: "1")
        #expect(empty.isEmpty)
        #expect(empty.counts == "nothing to do, 1 kept")
    }

    @Test func doesNotDeleteWhatIsNotOurs() {
        let state = TargetState(
            files: [OutputPath("CNAME"): .init(size: 3, content: .unknown, isOurs: false)],
            identity: "s")
        let plan = PublishPlan(
            SiteTree([]), to: state, target: "t", type: "git", source: nil, galley: "1")
        #expect(plan.isEmpty)
    }

    @Test func oneDigestForOneTreeInAnyOrder() {
        let one = SiteTree([file("a", "1"), file("b", "2")])
        #expect(one.digest == SiteTree([file("b", "2"), file("a", "1")]).digest)
        #expect(one.digest != SiteTree([file("a", "2"), file("b", "1")]).digest)
    }

    @Test func namesFilesAsGitDoes() {
        // `printf hello | git hash-object --stdin`
        #expect(
            FileDigest(of: Array("hello".utf8)).gitBlob
                == "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0")
    }

    @Test func manifestSurvivesItsJSON() {
        var manifest = Manifest(SiteTree([file("a \"b", "1")]), run: "ff")
        manifest.pending = ["x", "标"]
        #expect(Manifest(manifest.json) == manifest)
        #expect(Manifest([1, 2]) == nil)
    }

    @Test(arguments: [
        ("assets/paper.1a2b3c4d5e.css", FileKind.immutable), ("assets/redirect.js", .asset),
        ("a.deadbeef.js", .immutable), ("a.min.js", .asset), ("index.html", .page),
        ("feed.json", .page), ("CNAME", .page), ("images/deadbeef.png", .asset),
    ])
    func tellsKindsOfFilesByTheirNames(_ path: String, _ kind: FileKind) {
        #expect(FileKind(OutputPath(path)) == kind)
    }
}
