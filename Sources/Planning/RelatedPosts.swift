/// Which posts a reader of one post may want next.
enum RelatedPosts {
    /// How many a post has at most.
    static let limit = 4
    /// How many posts of one term are looked at: the nearest in time, for a tag of thousands of
    /// posts says little, and all pairs of them would take minutes.
    private static let nearest = 40

    /// For each post those that share tags, categories or a series with it, the closest first.
    ///
    /// A shared term weighs the more the fewer posts have it (1000 / (1 + log2 of their number), in
    /// whole numbers, so that all machines agree), and twice as much in a series. Of equals the one
    /// nearer in time comes first, then the newer. O(posts × terms of a post).
    ///
    /// - Parameter order: all posts, newest first.
    static func of(order: [Int], _ taxonomies: [Taxonomy]) -> [[Int]] {
        var rank = [Int](repeating: 0, count: order.count)
        for (position, post) in order.enumerated() { rank[post] = position }
        var positions: [[[Int]]] = []
        for taxonomy in taxonomies {
            positions.append(taxonomy.terms.map { $0.posts.map { rank[$0] }.sorted() })
        }
        var related: [[Int]] = []
        related.reserveCapacity(order.count)
        for post in order.indices {
            let own = rank[post]
            var scores: [Int: Int] = [:]
            for (taxonomy, positions) in zip(taxonomies, positions) {
                for term in taxonomy.termsOfPosts[post] {
                    let weight = weight(of: taxonomy.kind, count: positions[term].count)
                    for other in around(own, in: positions[term]) where other != own {
                        scores[other, default: 0] += weight
                    }
                }
            }
            related.append(best(scores, around: own).map { order[$0] })
        }
        return related
    }

    private static func weight(of kind: Taxonomy.Kind, count: Int) -> Int {
        let bits = Int.bitWidth - max(count, 1).leadingZeroBitCount
        return (kind == .series ? 2000 : 1000) / bits
    }

    /// The positions of one term that are nearest to one of them.
    private static func around(_ position: Int, in sorted: [Int]) -> ArraySlice<Int> {
        guard sorted.count > nearest else { return sorted[...] }
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < position { low = middle + 1 } else { high = middle }
        }
        let start = min(max(0, low - nearest / 2), sorted.count - nearest)
        return sorted[start..<start + nearest]
    }

    private static func best(_ scores: [Int: Int], around own: Int) -> [Int] {
        let sorted = scores.sorted { a, b in
            if a.value != b.value { return a.value > b.value }
            let (x, y) = (abs(a.key - own), abs(b.key - own))
            return x == y ? a.key < b.key : x < y
        }
        return sorted.prefix(limit).map(\.key)
    }
}
