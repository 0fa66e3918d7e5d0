import Addresses
import Content

/// Which text a body is of: what its front matter, as the site has read it, says of the rest of the
/// file.
package struct ArticleText: Sendable, Hashable {
    package let source: SourcePath
    package let head: Head
    /// The title that its page shows; empty where it shows none.
    package let title: String

    package init(_ source: SourcePath, _ head: Head, title: String = "") {
        self.source = source
        self.head = head
        self.title = title
    }
}
