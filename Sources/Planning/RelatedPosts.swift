/// Selects the posts that a reader of one post may want next.
enum RelatedPosts {
    /// The most related posts of one post.
    static let limit = 4
    /// How many posts of one term are compared: the nearest in time, because a tag of thousands of
    /// posts means little, and all pairs of them would take minutes.
    private static let nearest = 24

    /// For each post those that share tags, categories or a series with it, closest first.
    ///
    /// A shared term weighs more the fewer posts have it (1 / √ of their number), and twice as much
    /// in a series. Ties go to the post nearer in time, then to the newer one. O(posts × terms of a
    /// post).
    ///
    /// - Parameters:
    ///   - count: how many posts there are.
    ///   - order: the posts that others may name, newest first; the rest have related posts, but
    ///     are not related to any.
    static func of(_ count: Int, order: [Int], _ taxonomies: [Taxonomy]) -> [[Int]] {
        var rank = [Int](repeating: 0, count: count)
        for (position, post) in order.enumerated() { rank[post] = position }
        // For each term of each taxonomy, the positions of its posts in the order.
        let positions = taxonomies.map { $0.terms.map { $0.posts.map { rank[$0] }.sorted() } }
        var scores = [Int](repeating: 0, count: order.count)
        return (0..<count).map { post in
            let own = rank[post]
            var touched: [Int] = []
            for (taxonomy, positions) in zip(taxonomies, positions) {
                for term in taxonomy.termsOfPosts[post] {
                    let weight = weight(of: taxonomy.kind, count: positions[term].count)
                    for other in around(own, in: positions[term]) where other != own {
                        if scores[other] == 0 { touched.append(other) }
                        scores[other] += weight
                    }
                }
            }
            let best = best(touched, scores, around: own)
            for other in touched { scores[other] = 0 }
            return best.map { order[$0] }
        }
    }

    /// In whole numbers; a square root is the same on all machines (IEEE 754).
    private static func weight(of kind: Taxonomy.Kind, count: Int) -> Int {
        let weight = Int(1000 / Double(max(count, 1)).squareRoot())
        return kind == .series ? 2 * weight : weight
    }

    /// The positions of one term nearest to one of them.
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

    private static func best(_ touched: [Int], _ scores: [Int], around own: Int) -> [Int] {
        func isBetter(_ a: Int, _ b: Int) -> Bool {
            if scores[a] != scores[b] { return scores[a] > scores[b] }
            let (x, y) = (abs(a - own), abs(b - own))
            return x == y ? a < b : x < y
        }
        var best: [Int] = []
        for other in touched {
            if best.count == limit, !isBetter(other, best[limit - 1]) { continue }
            let place = best.firstIndex { isBetter(other, $0) } ?? best.count
            best.insert(other, at: place)
            if best.count > limit { best.removeLast() }
        }
        return best
    }
}
