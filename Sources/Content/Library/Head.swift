import Addresses
import Diagnostics

/// What the front matter of a Markdown file says, under galley's own names for the keys.
package struct Head: Sendable, Hashable {
    package var title: String?
    package var date: Moment?
    package var updated: Moment?
    package var tags: [String] = []
    /// Paths from the top: `[["Go", "Runtime"]]`.
    package var categories: [[String]] = []
    package var series: String?
    /// Who wrote this text, where the head says so.
    package var authors: [Author] = []
    package var slug: String?
    /// As written: a path of its own for this post or page.
    package var permalink: String?
    /// Whether ``permalink`` was given as `url`, as Hugo has it, whose tokens have its meanings.
    package var isHugoPermalink = false
    package var aliases: [String] = []
    package var isDraft = false
    /// Shown from then on, whatever ``date`` says.
    package var publishDate: Moment?
    package var expires: Moment?
    /// Whether the page is named by no list, feed, sitemap or search index.
    package var isUnlisted = false
    /// Whether the sitemap names the page, unless it is unlisted.
    package var isInSitemap = true
    /// Whether the home page lists the post, unless it is unlisted.
    package var isOnHomePage = true
    /// Whether the search finds the post, unless it is unlisted.
    package var isSearched = true
    /// Whether feeds have the post, unless it is unlisted.
    package var isInFeeds = true
    /// Of an `_index.md`: which texts below it its `cascade` hides.
    package var hiddenBelow: [CascadeScope] = []
    /// Whether there is a page at all; false for what Hugo calls headless.
    package var makesPage = true
    /// Whether the files of a bundle are published that makes no page.
    package var publishesFiles = true
    /// 0: not sticky; of two sticky posts the higher one stands first.
    package var sticky = 0
    /// What ``sticky`` may be.
    static let stickyNumbers = -1_000_000_000...1_000_000_000
    /// Markdown.
    package var excerpt: String?
    package var description: String?
    package var cover: String?
    package var original: Original?
    /// BCP 47, of this text alone (`lang`); nil: the site's.
    package var language: String?
    /// How far the code of this text alone is checked; nil: as the site says.
    package var snippets: SnippetWishes?
    /// Whether the page shows the verdicts on its code; nil: as the site says.
    package var showsVerdicts: Bool?
    /// All other keys, for templates.
    package var params: [String: Value] = [:]
    /// What is no text among ``params`` as it is written, where its value does not say: `45075e3`, `1.10`,
    /// `2021-08-03 10:00:00`. An address has the text.
    package var writtenTexts: [String: String] = [:]
    /// Where the text begins, in UTF-8 bytes from the start of the file.
    package var bodyOffset = 0
    /// Where each key stands, under galley's own name for it.
    package var places: [String: Place] = [:]

    package init() {}

    /// The article that this one translates (`original`).
    package struct Original: Sendable, Hashable {
        package let title: String
        package let url: String
        package let author: String

        package init(title: String, url: String, author: String) {
            self.title = title
            self.url = url
            self.author = author
        }
    }

    /// Somebody who wrote a text.
    package struct Author: Sendable, Hashable {
        package let name: String
        /// A safe address; nil: none is given.
        package let url: String?

        package init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }
}
