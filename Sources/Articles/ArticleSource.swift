import Addresses
import Content

/// A text whose body is not parsed yet: its file, its front matter, and the title of its page.
package struct ArticleSource: Sendable, Hashable {
    package let source: SourcePath
    package let head: FrontMatter
    /// The title that its page shows; empty where it shows none.
    package let title: String

    package init(_ source: SourcePath, _ head: FrontMatter, title: String = "") {
        self.source = source
        self.head = head
        self.title = title
    }
}
