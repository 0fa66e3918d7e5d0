/// Finds the tags and comments in a piece of raw HTML, as a browser's tokenizer does (HTML Living
/// Standard, section 13.2.5): `a < b <i title='>'>` has one tag.
///
/// The content of `<script>` and similar elements is text. Only the caller knows whether such an
/// element belongs to HTML or to SVG, so the caller moves ``position`` on.
package struct MarkupScanner: Sendable {
    package struct Markup: Sendable {
        package enum Kind: Sendable {
            case startTag
            case endTag
            /// A comment, or what a browser takes for one: `<!DOCTYPE html>`, `<?php … ?>`.
            case comment
        }

        package let kind: Kind
        /// From the `<` to after the `>`, or to the end of the text.
        package let range: Range<Int>
        /// Of a tag, from its first letter on.
        package let name: Range<Int>
        package let ending: TagReader.Ending
        /// The quote in it that nothing closes.
        package var openQuote: Int?
    }

    private let bytes: [UInt8]
    private let end: Int
    /// Where to continue.
    package var position: Int
    /// Whether `<![CDATA[` begins text, as it does inside SVG and MathML, rather than a comment.
    package var readsCDATA = false

    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next tag or comment; nil at the end. O(bytes up to its end).
    package mutating func next() -> Markup? {
        while position < end, let less = bytes[position..<end].firstIndex(of: .less) {
            position = less + 1
            guard position < end else { return nil }
            switch bytes[position] {
            case .slash:
                if position + 1 < end, bytes[position + 1].isLetter {
                    return tag(.endTag, from: less)
                }
                // Browsers ignore `</>`; anything else is a comment.
                return comment(from: less, endingAt: .greater)
            case .exclamation:
                if bytes.has("<!--", at: less, before: end) { return comment(from: less) }
                if readsCDATA, bytes.has("<![CDATA[", at: less, before: end) {
                    return cdata(from: less)
                }
                return comment(from: less, endingAt: .greater)
            case UInt8(ascii: "?"): return comment(from: less, endingAt: .greater)
            case let byte where byte.isLetter: return tag(.startTag, from: less)
            default: break
            }
        }
        return nil
    }

    /// A tag's name in lower case.
    package func name(of markup: Markup) -> String {
        String(decoding: bytes[markup.name].lazy.map(\.lowercased), as: UTF8.self)
    }

    private mutating func tag(_ kind: Markup.Kind, from less: Int) -> Markup {
        let start = less + (kind == .endTag ? 2 : 1)
        var nameEnd = start
        while nameEnd < end, !bytes[nameEnd].isHTMLSpace, bytes[nameEnd] != .slash,
            bytes[nameEnd] != .greater
        {
            nameEnd += 1
        }
        var reader = TagReader(bytes, from: nameEnd, before: end)
        reader.skip()
        position = reader.position
        return Markup(
            kind: kind, range: less..<position, name: start..<nameEnd, ending: reader.ending,
            openQuote: reader.openQuote)
    }

    private mutating func comment(from less: Int) -> Markup {
        // `<!-->` is a whole comment.
        ended(less, RawTextElements.endOfComment(in: bytes, less + 2..<end))
    }

    private mutating func comment(from less: Int, endingAt byte: UInt8) -> Markup {
        ended(less, bytes[less..<end].firstIndex(of: byte).map { $0 + 1 })
    }

    private mutating func cdata(from less: Int) -> Markup {
        let close = bytes.firstIndex(
            of: [.closeBracket, .closeBracket, .greater], in: less + 9..<end)
        return ended(less, close.map { $0 + 3 })
    }

    private mutating func ended(_ less: Int, _ behind: Int?) -> Markup {
        position = behind ?? end
        return Markup(
            kind: .comment, range: less..<position, name: less..<less,
            ending: behind == nil ? .missing : .closed)
    }
}
