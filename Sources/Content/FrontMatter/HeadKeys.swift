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

    /// What tells a block of `key: value` lines without an opening fence from prose.
    static let inUse = Set(names.keys).union(["layout", "author", "comments", "toc", "id"])
}
