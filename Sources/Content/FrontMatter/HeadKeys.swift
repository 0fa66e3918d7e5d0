/// The names of front matter that have a meaning, with those that other generators use for them.
enum HeadKeys {
    /// Galley's own name, then the others in the order in which they count.
    static let synonyms: [(name: String, others: [String])] = [
        ("title", []),
        ("date", []),
        ("updated", ["lastmod", "modified", "last_modified_at"]),
        ("tags", ["tag"]),
        ("categories", ["category"]),
        ("series", []),
        ("slug", []),
        ("permalink", ["url", "path"]),
        ("aliases", ["alias", "redirect_from"]),
        ("draft", ["published"]),
        ("expires", ["expiryDate"]),
        ("sticky", ["top", "pin"]),
        ("excerpt", ["summary"]),
        ("description", []),
        ("cover", ["image", "thumbnail"]),
        ("original", []),
        ("lang", ["language"]),
        ("snippets", []),
    ]

    /// From every spelling to galley's own name and how far down its list it stands.
    static let names: [String: (name: String, rank: Int)] = {
        var names: [String: (name: String, rank: Int)] = [:]
        for (name, others) in synonyms {
            for (rank, spelling) in ([name] + others).enumerated() {
                names[spelling] = (name, rank)
            }
        }
        return names
    }()

    /// What a key means; nil: nothing. Case does not count, for Hugo takes `URL:` and `Draft:`.
    static func name(of key: String) -> (name: String, rank: Int)? {
        names[key] ?? folded[key.lowercased()]
    }

    private static let folded = Dictionary(
        names.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })

    /// What tells a block of `key: value` lines without an opening fence from prose.
    static func isInUse(_ key: some StringProtocol) -> Bool {
        let key = key.lowercased()
        return folded[key] != nil || ["layout", "author", "comments", "toc", "id"].contains(key)
    }
}
