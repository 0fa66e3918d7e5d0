/// A heading of a document, for tables of contents and links.
package struct Heading: Sendable, Hashable {
    /// 1–6.
    package let level: Int
    /// Unique in the document; text that is neither percent-coded nor escaped. Empty only if
    /// ``MarkdownOptions/headingIDs`` is `none` and the author gave no id.
    package let id: String
    /// The text without markup: `Go 的 sync.Map`.
    package let text: String
    package let node: NodeID
}
