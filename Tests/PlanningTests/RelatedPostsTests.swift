import Content
import Planning
import Testing

/// Which posts are related, by what they share.
struct RelatedPostsTests {
    /// The related posts of each post, by name; posts are given newest first.
    private func related(_ posts: [(name: String, tags: [String], series: String?)]) throws
        -> [String]
    {
        var fixture = try PlanFixture()
        for (day, post) in posts.enumerated() {
            try fixture.post(post.name, "2021-01-\(28 - day)") {
                $0.tags = post.tags
                $0.series = post.series
            }
        }
        return try fixture.cleanPlan().related.enumerated().map { index, others in
            posts[index].name + ": " + others.map { posts[$0].name }.joined(separator: " ")
        }
    }

    @Test func aRareTagCountsMoreThanACommonOne() throws {
        #expect(
            try related([
                ("a", ["go", "gdb"], nil), ("b", ["go"], nil), ("c", ["go"], nil),
                ("d", ["gdb"], nil), ("e", [], nil),
            ]) == ["a: d b c", "b: a c", "c: b a", "d: a", "e: "])
    }

    @Test func aSeriesCountsMoreThanATag() throws {
        #expect(
            try related([
                ("a", ["x"], "s"), ("b", ["x"], nil), ("c", [], "s"),
            ]) == ["a: c b", "b: a", "c: a"])
    }

    @Test func takesTheNearestInTimeOfEqualsAndFourAtMost() throws {
        let posts = (0..<8).map { ("p\($0)", ["t"], nil as String?) }
        let all = try related(posts)
        #expect(all[0] == "p0: p1 p2 p3 p4")
        #expect(all[4] == "p4: p3 p5 p2 p6")
        #expect(all[7] == "p7: p6 p5 p4 p3")
    }

    /// Only the posts around one are looked at, so that a tag of thousands costs no more than one of
    /// forty.
    @Test func looksAroundAPostInATagOfManyPosts() throws {
        var fixture = try PlanFixture()
        for number in 0..<300 {
            try fixture.post("p\(number + 1000)", "2021-01-01") {
                $0.tags = number == 0 || number == 299 ? ["t", "u"] : ["t"]
            }
        }
        let related = try fixture.cleanPlan().related
        #expect(related.allSatisfy { $0.count == 4 })
        #expect(related[0].first == 299)
        #expect(related[150].allSatisfy { abs($0 - 150) <= 2 })
    }
}
