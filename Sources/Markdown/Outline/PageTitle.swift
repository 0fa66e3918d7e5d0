import Addresses
import Foundation

/// A page's title, for comparison with the text's first heading: case, white space and the forms of
/// letters and punctuation are ignored, so that `Go语言：“入门”` equals `go 语言: "入门"`.
struct PageTitle {
    private let title: String
    private let options: MarkdownOptions

    init(_ title: String, _ options: MarkdownOptions) {
        self.title = title
        self.options = options
    }

    /// Whether a heading's text without markup equals the title, or the title without its markup.
    func isSaid(by heading: String) -> Bool {
        let heading = Self.folded(heading)
        if heading.isEmpty { return false }
        if heading == Self.folded(title) { return true }
        guard title.utf8.contains(where: { Self.marks.contains($0) }) else { return false }
        let document = Document(
            parsing: Array(title.utf8), file: SourcePath(""), options: options)
        return heading == Self.folded(document.plainText(of: Tree.root))
    }

    /// The bytes that markup and escapes begin with.
    private static let marks = Array("*_`[<&\\~".utf8)

    /// The text in NFC and lower case, without white space; ASCII punctuation replaces full-width
    /// punctuation and what `smart` writes, and one hyphen or period replaces several.
    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars
        where !scalar.properties.isWhitespace {
            let plain = self.plain(scalar)
            let isRepeated = plain == folded.last && (plain == "-" || plain == ".")
            if !isRepeated { folded.append(plain) }
        }
        return String(folded)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "‘", "’": "'"
        case "“", "”": "\""
        case "–", "—": "-"
        case "…": "."
        case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }
}
