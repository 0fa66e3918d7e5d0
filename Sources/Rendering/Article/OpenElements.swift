import Markdown
import Text

/// Closes what an author's raw HTML left open, so that it does not take in the rest of the page.
///
/// `<div class="x"><p>a</p>` gives `<div class="x"><p>a</p></div>`, and a comment, or a tag that ends
/// within its attributes, is ended first. Every other element is closed
/// by the Markdown writer; this one looks at the bytes, for only they know about raw tags. End tags
/// that open nothing are left to the browser, which ignores them.
struct OpenElements {
    private var open: [String] = []
    /// What ends a comment or a tag that the text ends in.
    private var ending = ""

    /// Appends the missing end tags to `html`, innermost first. O(bytes).
    static func close(in html: inout [UInt8]) {
        var elements = OpenElements()
        elements.scan(html)
        html.append(elements.ending)
        for name in elements.open.reversed() {
            html.append(utf8: "</")
            html.append(name)
            html.append(utf8: ">")
        }
    }

    /// Elements without an end tag, and those whose end tag HTML lets an author leave out and whose
    /// start need not wait for one (https://html.spec.whatwg.org/multipage/syntax.html).
    private static let unclosed: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead",
        "tbody", "tfoot", "colgroup", "rt", "rp",
    ]

    /// Whether a piece of raw HTML is a comment such as the marker of an excerpt, and nothing else.
    static func isShortComment(_ html: ArraySlice<UInt8>) -> Bool {
        html.count < 40 && html.starts(with: "<!--".utf8) && html.count { $0 == 0x3E } == 1
            && html.reversed().drop { $0 == 0x0A }.starts(with: "-->".utf8.reversed())
    }

    private mutating func scan(_ html: [UInt8]) {
        var i = 0
        while let start = html[i...].firstIndex(of: UInt8(ascii: "<")) {
            i = start + 1
            guard i < html.count else { return }
            if html[i...].starts(with: "!--".utf8) {
                // `<!-->` is a whole comment to a browser.
                guard let end = RawTextElements.endOfComment(in: html, i + 1..<html.count) else {
                    ending = "-->"
                    return
                }
                i = end
                continue
            }
            let isEnd = html[i] == UInt8(ascii: "/")
            if isEnd { i += 1 }
            let nameStart = i
            while i < html.count, isName(html[i]) { i += 1 }
            guard i > nameStart, isLetter(html[nameStart]) else { continue }
            let name = String(decoding: html[nameStart..<i], as: UTF8.self).lowercased()
            let isSelfClosed = skipAttributes(html, &i)
            if isEnd {
                if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
            } else if !Self.unclosed.contains(name) {
                let isForeign = open.contains(where: RawTextElements.foreign.contains)
                if isSelfClosed, isForeign || RawTextElements.foreign.contains(name) { continue }
                open.append(name)
                if !isForeign, RawTextElements.names.contains(name) {
                    i = RawTextElements.endTag(name, in: html, i..<html.count) ?? html.count
                }
            }
        }
    }

    /// Moves behind the `>` of a tag, past quoted values; gives whether it was `/>`. A quote opens a
    /// value behind `=` alone: `title=it's` has none.
    private mutating func skipAttributes(_ html: [UInt8], _ i: inout Int) -> Bool {
        var quote: UInt8?
        var isValueDue = false
        while i < html.count {
            let byte = html[i]
            i += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if isValueDue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                isValueDue = false
            } else if byte == UInt8(ascii: ">") {
                return i >= 2 && html[i - 2] == UInt8(ascii: "/")
            } else if byte > 0x20 {
                isValueDue = byte == UInt8(ascii: "=")
            }
        }
        ending = quote.map { String(UnicodeScalar($0)) + ">" } ?? ">"
        return false
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private func isName(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-")
    }
}
