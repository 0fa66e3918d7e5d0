import Addresses

/// The folders directly below the texts of a site that Hugo and Zola call sections.
struct Sections {
    private(set) var counts: [String: (texts: Int, dated: Int)] = [:]

    /// - Parameter texts: with paths below the folder of the texts.
    init(_ texts: [OldText]) {
        for text in texts where !text.stem.hasPrefix("_index") {
            guard let section = text.folders.first else { continue }
            counts[section, default: (0, 0)].texts += 1
            if text.date != nil { counts[section]?.dated += 1 }
        }
    }

    /// The names of sections that hold posts, likeliest first.
    private static let names = [
        "posts", "post", "blog", "blogs", "articles", "article", "news", "journal", "writing",
        "writings", "archive",
    ]

    /// The section of the posts: the named one, or else the one with most dated texts, if most of its
    /// texts are dated. nil: the site has none.
    func posts(named: [String]) -> String? {
        if let name = named.first(where: { (counts[$0]?.dated ?? 0) > 0 }) { return name }
        let usable = counts.filter { $0.value.dated * 2 > $0.value.texts }
        func rank(_ name: String) -> Int { Self.names.firstIndex(of: name.lowercased()) ?? .max }
        let known = usable.filter { rank($0.key) != .max }
        let candidates = known.isEmpty ? usable : known
        return candidates.max { a, b in
            (a.value.dated, b.key) < (b.value.dated, a.key)
        }?.key
    }
}
