import Addresses
import Foundation

/// A page's title, as the text's first heading is compared with it.
struct PageTitle {
    private let title: String
    private let options: MarkdownOptions

    init(_ title: String, _ options: MarkdownOptions) {
        self.title = title
        self.options = options
    }

    /// Whether a heading's text without markup is the title, or the title without its markup.
    func isSaid(by heading: String) -> Bool {
        let heading = Self.folded(heading)
        if heading.isEmpty { return false }
        if heading == Self.folded(title) { return true }
        guard options.smart || title.utf8.contains(where: { Self.marks.contains($0) }) else {
            return false
        }
        let document = Document(
            parsing: Array(title.utf8), file: SourcePath(""), options: options)
        return heading == Self.folded(document.plainText(of: Tree.root))
    }

    /// What markup and escapes begin with.
    private static let marks = Array("*_`[<&\\~".utf8)

    /// In NFC, with single spaces for white space and none at the ends.
    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .precomposedStringWithCanonicalMapping
    }
}
