/// Which posts a reader of one post may want next.
enum RelatedPosts {
    /// How many a post has at most.
    static let limit = 4
    /// How many posts of one term are looked at: the nearest in time, for a tag of thousands of
    /// posts says little, and all pairs of them would take minutes.
    private static let nearest = 24

    /// For each post those that share tags, categories or a series with it, the closest first.
    ///
    /// A shared term weighs the more the fewer posts have it (1 / √ of their number), and twice as
    /// much in a series. Of equals the one nearer in time comes first, then the newer.
    /// O(posts × terms of a post).
    ///
    /// - Parameters:
    ///   - count: how many posts there are.
    ///   - order: those that others may name, newest first; the rest have and are no related ones.
    static func of(_ count: Int, order: [Int], _ taxonomies: [Taxonomy]) -> [[Int]] {
        var rank = [Int](repeating: 0, count: count)
        for (position, post) in order.enumerated() { rank[post] = position }
        // Of each term of each taxonomy, where its posts stand in the order.
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
