/// A heading of a document, as tables of contents and links ask for it.
package struct Heading: Sendable, Hashable {
    /// 1–6.
    package let level: Int
    /// Unique in the document; as text, neither percent-coded nor escaped. Empty only where
    /// ``MarkdownOptions/headingIDs`` is `none` and the author gave none.
    package let id: String
    /// The text without markup: `Go 的 sync.Map`.
    package let text: String
    package let node: NodeID
}
