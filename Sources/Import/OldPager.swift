import Addresses

/// The addresses of a list that is divided into pages.
struct OldPager: Sendable {
    /// 0: one page with all.
    let perPage: Int
    /// What follows the list's folder, with `:num` for the number: `page/:num/`.
    var pattern = "page/:num/"

    /// The addresses with their 1-based numbers; an empty list has its first page.
    func paths(of count: Int, at base: URLPath) -> [(path: URLPath, number: Int)] {
        let size = perPage > 0 ? perPage : max(count, 1)
        let pages = max(1, (count + size - 1) / size)
        return (1...pages).map { number in
            let path =
                number == 1
                ? base
                : URLPath(base.base + pattern.replacing(":num", with: String(number)))
            return (path, number)
        }
    }
}

/// How many posts each term of a taxonomy has, by the names from the top.
struct TermCounts {
    private(set) var counts: [[String]: Int] = [:]

    /// Adds a post: its terms as paths from the top, each with those above it counted once.
    mutating func add(_ paths: [[String]]) {
        var found: Set<[String]> = []
        for path in paths where !path.isEmpty {
            for length in 1...path.count { found.insert(Array(path.prefix(length))) }
        }
        for path in found { counts[path, default: 0] += 1 }
    }

    /// By their names.
    var sorted: [(names: [String], count: Int)] {
        counts.map { ($0.key, $0.value) }
            .sorted { $0.0.joined(separator: "/") < $1.0.joined(separator: "/") }
    }
}
