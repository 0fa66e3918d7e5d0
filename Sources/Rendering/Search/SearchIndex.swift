import Content
import Planning
import Text

/// Renders the files of the search index, which `search.js` reads from a plain file server.
///
/// `index.json` holds how many posts and files there are. `terms/N.txt` has, after an empty line, a
/// line for each term whose hash falls to file N (see ``SearchShards``): the term, a space, and its
/// posts in digits, that is for every post the distance to the one before, less one, times four
/// plus the weight, in base 32, the most significant digit first; the last digit of a number is one
/// of the first 32 of base64url, the others are of the second 32. `posts/N.json` holds what a result shows of eight
/// posts. Posts are numbered from the oldest, so that a new one changes no other's number.
///
/// Nothing in it depends on the time of the build.
package struct SearchIndex: Sendable {
    private let site: Site
    private let search: SearchPlan
    /// Of all posts, by index.
    private let summaries: [Summary?]
    /// By number, that is the oldest of the posts in the search first.
    private let termsOfPosts: [SearchTerms?]

    /// nil: the site has no search.
    package init?(site: Site, summaries: [Summary?]) {
        guard let search = site.plan.search else { return nil }
        self.site = site
        self.search = search
        self.summaries = summaries
        termsOfPosts = site.plan.searchOrder.reversed().map { summaries[$0]?.searchTerms }
    }

    /// How many parts the terms can be rendered in, each on its own.
    package var buckets: Int { shards.buckets }

    private var shards: SearchShards { SearchShards(count: search.shards) }

    /// One file. For the files of terms, those of a whole bucket are the cheaper way.
    package func file(_ file: SearchFile) -> [UInt8] {
        switch file {
        case .counts: counts()
        case .posts(let page): posts(page)
        case .terms(let shard):
            terms(inBucket: shards.bucket(ofShard: shard)).first { $0.shard == shard }?.bytes
                ?? []
        }
    }

    /// The files of terms of one bucket. O(terms in it).
    package func terms(inBucket bucket: Int) -> [(shard: Int, bytes: [UInt8])] {
        let files = shards.shards(inBucket: bucket)
        var postings = SearchPostings()
        for (number, terms) in termsOfPosts.enumerated() {
            guard let terms else { continue }
            terms.forEach(inBucket: bucket) { weight, range in
                postings.add(terms.bytes, range, post: number, weight)
            }
        }
        return zip(files, postings.files(files, shards)).map { (shard: $0, bytes: $1) }
    }

    private func counts() -> [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{\"posts\":")
        out.append(decimal: search.posts)
        out.append(utf8: ",\"shards\":")
        out.append(decimal: search.shards)
        out.append(utf8: ",\"page\":")
        out.append(decimal: SearchPlan.postsPerPage)
        out.append(utf8: "}\n")
        return out
    }

    /// Title, address, day, the day as the theme writes it, description: of each post of a page.
    private func posts(_ page: Int) -> [UInt8] {
        let oldestFirst = Array(site.plan.searchOrder.reversed())
        let start = page * SearchPlan.postsPerPage
        var out: [UInt8] = []
        out.append(utf8: "[")
        for number in start..<min(start + SearchPlan.postsPerPage, oldestFirst.count) {
            let index = oldestFirst[number]
            let post = site.library.posts[index]
            let fields = [
                post.title, site.href(site.plan.postPaths[index]),
                String(post.date.rfc3339.prefix(10)), site.theme.strings.date(post.date),
                summaries[index]?.description ?? "",
            ]
            out.append(utf8: number == start ? "[" : ",\n[")
            for (position, field) in fields.enumerated() {
                if position > 0 { out.append(utf8: ",") }
                out.append(json: field)
            }
            out.append(utf8: "]")
        }
        out.append(utf8: "]\n")
        return out
    }
}
