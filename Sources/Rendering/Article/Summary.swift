/// What other pages need of a post once its body was let go of.
package struct Summary: Sendable {
    /// HTML with root-relative links, for every list that shows the post.
    package let excerpt: [UInt8]
    /// Whether the post goes on where the excerpt ends.
    package let isCut: Bool
    /// Whether the post holds `<span id="more"></span>` to go on from.
    package let hasMarker: Bool
    /// What the author calls the link to the rest; nil: as the theme does.
    package let moreText: String?
    package let words: Int
    package let minutes: Int
    /// One line for machines: front matter's, else the beginning of the text.
    package let description: String
    /// HTML with absolute links, for feeds; empty for a post that is in none.
    package let feedContent: [UInt8]
    /// nil for a text that the search does not find.
    package let searchTerms: SearchTerms?
}

/// One post or page, parsed and written as HTML, ready to be put into its layout.
package struct Article: Sendable {
    package struct Heading: Sendable {
        package let level: Int
        package let id: String
        package let text: String
    }

    package let content: [UInt8]
    /// The id of the heading that the title was taken from, which the page's title has in its place.
    package let titleID: String?
    package let headings: [Heading]
    package let summary: Summary
}
