import Addresses
import Diagnostics

/// The front matter of a Markdown file, under galley's own names for the keys.
package struct FrontMatter: Sendable, Hashable {
    package var title: String?
    package var date: Moment?
    package var updated: Moment?
    package var tags: [String] = []
    /// Paths from the top: `[["Go", "Runtime"]]`.
    package var categories: [[String]] = []
    package var series: String?
    /// The authors of this text, if the head names them.
    package var authors: [Author] = []
    package var slug: String?
    /// As written: the address of this post or page alone.
    package var permalink: String?
    /// Whether ``permalink`` was given as `url`, as in Hugo, whose tokens have Hugo's meanings.
    package var isHugoPermalink = false
    package var aliases: [String] = []
    package var isDraft = false
    /// The text is shown from then on, whatever ``date`` says.
    package var publishDate: Moment?
    package var expires: Moment?
    /// Whether no list, feed, sitemap or search index names the page.
    package var isUnlisted = false
    /// Whether the sitemap names the page, unless it is unlisted.
    package var isInSitemap = true
    /// Whether the home page lists the post, unless it is unlisted.
    package var isOnHomePage = true
    /// Whether the search finds the post, unless it is unlisted.
    package var isSearched = true
    /// Whether feeds have the post, unless it is unlisted.
    package var isInFeeds = true
    /// In an `_index.md`: the texts below it that its `cascade` hides.
    package var hiddenBelow: [CascadeScope] = []
    /// Whether the text makes a page; false for Hugo's headless.
    package var makesPage = true
    /// Whether the files of a bundle without a page are published.
    package var publishesFiles = true
    /// 0: not sticky; the higher of two sticky posts comes first.
    package var sticky = 0
    /// The bounds of ``sticky``.
    static let stickyNumbers = -1_000_000_000...1_000_000_000
    /// Markdown.
    package var excerpt: String?
    package var description: String?
    package var cover: String?
    package var original: Original?
    /// BCP 47, of this text alone (`lang`); nil: the site's.
    package var language: String?
    /// How far the code of this text alone is checked; nil: the site's setting.
    package var snippets: CheckLevels?
    /// Whether the page shows the verdicts on its code; nil: the site's setting.
    package var showsVerdicts: Bool?
    /// All other keys, for templates.
    package var params: [String: Value] = [:]
    /// Values among ``params`` that are not text, as written, if formatting would differ:
    /// `45075e3`, `1.10`, `2021-08-03 10:00:00`. Addresses use this text.
    package var writtenTexts: [String: String] = [:]
    /// Where the text begins, in UTF-8 bytes from the start of the file.
    package var bodyOffset = 0
    /// The place of each key, under galley's own name for it.
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

    /// An author of a text.
    package struct Author: Sendable, Hashable {
        package let name: String
        /// A safe address; nil without one.
        package let url: String?

        package init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }
}
