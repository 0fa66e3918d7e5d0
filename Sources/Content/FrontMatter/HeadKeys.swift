/// The keys of front matter with a meaning, and their names in other generators.
enum HeadKeys {
    /// galley's own name, then the others by precedence.
    static let synonyms: [(name: String, others: [String])] = [
        ("title", []),
        ("date", []),
        ("updated", ["lastmod", "modified", "last_modified_at"]),
        ("tags", ["tag"]),
        ("categories", ["category"]),
        ("series", []),
        ("authors", ["author", "by"]),
        ("slug", []),
        ("permalink", ["url", "path"]),
        ("aliases", ["alias", "redirect_from"]),
        ("draft", ["published", "publish", "private", "isDraft", "is_draft"]),
        ("publishDate", ["publish_date", "pubdate"]),
        ("expires", ["expiryDate", "expiry_date", "unpublishDate", "unpublish_date"]),
        ("unlisted", ["hidden", "hide", "listed"]),
        ("build", ["_build"]),
        ("headless", []),
        ("status", ["visibility"]),
        ("sitemap", []),
        (
            "hiddenFromHomePage",
            [
                "hiddenInHomeList", "hiddenFromHome", "hideFromHomePage", "hideFromHome",
                "hide_from_home",
            ]
        ),
        (
            "hiddenFromSearch",
            [
                "hideFromSearch", "searchHidden", "excludeFromSearch", "exclude_from_search",
                "exclude_search", "search_exclude", "bookSearchExclude", "searchable",
                "in_search_index", "search",
            ]
        ),
        (
            "hiddenFromFeed",
            [
                "hiddenFromRss", "hideFromFeed", "excludeFromFeed", "exclude_from_feed", "in_feed",
                "feed",
            ]
        ),
        ("password", ["encrypt", "encrypted"]),
        ("sticky", ["top", "pin"]),
        ("excerpt", ["summary"]),
        ("description", []),
        ("cover", ["image", "thumbnail"]),
        ("original", []),
        ("lang", ["language"]),
        ("snippets", []),
    ]

    /// The keys that hide a text: each counts, whatever else is given, and an unreadable value
    /// leaves the text out.
    static let hiding: Set<String> = [
        "draft", "publishDate", "expires", "unlisted", "build", "headless", "password", "status",
    ]

    /// Keys with the opposite meaning of galley's own, in lower case.
    static let negated: Set<String> = [
        "published", "publish", "listed", "in_search_index", "in_feed", "searchable",
    ]

    /// The values of `status` that make a text a draft.
    static let hidingWords: Set<String> = [
        "draft", "private", "hidden", "unpublished", "pending", "trash", "deleted", "members",
        "paid",
    ]

    /// The one of ``hidingWords`` that another word, in lower case, probably means.
    static func hidingWord(nearest word: String) -> String? {
        let bytes = Array(word.utf8)
        return hidingWords.sorted().first { meant in
            switch Slip(from: Array(meant.utf8), to: bytes) {
            case nil: false
            case .changed: meant.utf8.count >= 6
            default: meant.utf8.count >= 5
            }
        }
    }

    /// Keys that layouts also find among the params, under the name in the front matter.
    static let keptInParams: Set<String> = [
        "authors", "unlisted", "build", "headless", "status", "sitemap", "hiddenFromHomePage",
        "hiddenFromSearch", "hiddenFromFeed",
    ]

    /// Tables whose keys count if the top level lacks them: Zola's `[extra]`, Hugo's `params`.
    static let nested: Set<String> = ["extra", "params"]

    /// The keys in them that have the same meaning there; `url` or `date` may belong to something
    /// else.
    static let inNested: Set<String> = hiding.union([
        "authors", "cover", "series", "tags", "categories", "hiddenFromHomePage",
        "hiddenFromSearch", "hiddenFromFeed",
    ])

    /// Maps every spelling to galley's own name and its rank in the list.
    static let names: [String: (name: String, rank: Int)] = {
        var names: [String: (name: String, rank: Int)] = [:]
        for (name, others) in synonyms {
            for (rank, spelling) in ([name] + others).enumerated() {
                names[spelling] = (name, rank)
            }
        }
        return names
    }()

    /// The meaning of a key; nil: none. Case is ignored, because Hugo accepts `URL:` and `Draft:`.
    static func name(of key: String) -> (name: String, rank: Int)? {
        names[key] ?? folded[key.lowercased()]
    }

    private static let folded = Dictionary(
        names.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })

    /// Whether a key distinguishes a block of `key: value` lines without an opening fence from
    /// prose.
    static func isInUse(_ key: some StringProtocol) -> Bool {
        let key = key.lowercased()
        return folded[key] != nil && !wordsOfProse.contains(key)
            || ["layout", "comments", "toc", "id"].contains(key)
    }

    /// Keys that are ordinary words before a colon.
    private static let wordsOfProse: Set<String> = [
        "by", "build", "hide", "private", "publish", "encrypt", "encrypted", "headless",
        "status", "visibility", "sitemap", "listed", "search", "searchable", "feed",
    ]

    /// Whether prose hardly begins with such a key, or much would be lost if it were front matter.
    static func marksHead(_ key: String) -> Bool {
        name(of: key).map {
            ["title", "date"].contains($0.name) || hiding.contains($0.name) && $0.name != "status"
        } ?? false
    }

    /// The key that an unknown one probably means, which differs by one edit: `drafts`, `tgas`; nil
    /// for keys of other tools and themes.
    ///
    /// In short keys one different letter is another word rather than a slip (`math`, `path`).
    static func nearest(to key: String) -> String? {
        let folded = Array(key.lowercased().utf8)
        guard folded.count >= 3, !others.contains(key.lowercased()) else { return nil }
        return candidates.first { candidate in
            guard let slip = Slip(from: candidate.bytes, to: folded) else { return false }
            switch slip {
            case .swap: return true
            case .missing: return candidate.bytes.count >= 4
            // `cover2` is the second of its kind.
            case .added(let byte):
                return candidate.bytes.count >= 4 && !(0x30...0x39).contains(byte)
            case .changed: return candidate.bytes.count >= 5
            }
        }?.name
    }

    private static let candidates = synonyms.flatMap { [$0.name] + $0.others }
        .map { (name: $0, bytes: Array($0.lowercased().utf8)) }

    /// Keys of other tools one edit away from one of galley's.
    private static let others: Set<String> = [
        "images", "feeds",
    ]
}

/// The one edit that turns a word into another.
private enum Slip {
    case swap
    case missing
    case added(UInt8)
    case changed

    /// nil for equal words and for those that differ more. O(bytes).
    init?(from right: [UInt8], to wrong: [UInt8]) {
        guard abs(right.count - wrong.count) <= 1 else { return nil }
        let equal = zip(right, wrong).prefix { $0 == $1 }.count
        let a = right[equal...]
        let b = wrong[equal...]
        if a.count > b.count {
            guard a.dropFirst().elementsEqual(b) else { return nil }
            self = .missing
        } else if let added = b.first, b.count > a.count {
            guard b.dropFirst().elementsEqual(a) else { return nil }
            self = .added(added)
        } else if !a.isEmpty, a.dropFirst().elementsEqual(b.dropFirst()) {
            self = .changed
        } else if a.count >= 2, a.prefix(2).reversed().elementsEqual(b.prefix(2)),
            a.dropFirst(2).elementsEqual(b.dropFirst(2))
        {
            self = .swap
        } else {
            return nil
        }
    }
}
