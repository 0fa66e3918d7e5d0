import Addresses
import Content
import Planning
import Text

/// One post as all three feed formats show it.
struct FeedEntry {
    let title: String
    let permalink: Permalink
    let published: Moment
    let updated: Moment?
    /// Whom the post names; empty: the site's author.
    var authors: [FrontMatter.Author] = []
    let tags: [String]
    let summary: String
    /// HTML with absolute links.
    let content: [UInt8]
    let language: String?
}

/// A feed: its name, its address and its entries, newest first.
///
/// Nothing in it depends on the time of the build: the feed's own date is that of its entries.
struct Feed {
    let title: String
    let description: String
    let author: String
    let language: String
    /// The page that the feed follows.
    let home: Permalink
    /// The feed's own address.
    let address: Permalink
    let entries: [FeedEntry]

    /// The latest date of any entry; 1970 for a feed without entries.
    var updated: Moment {
        entries.map { $0.updated ?? $0.published }.max() ?? Moment(instant: 0, offset: 0)
    }
}
