import Text

/// Closes what an author's raw HTML left open, so that it does not take in the rest of the page.
///
/// `<div class="x"><p>a</p>` gives `<div class="x"><p>a</p></div>`. Every other element is closed
/// by the Markdown writer; this one looks at the bytes, for only they know about raw tags. End tags
/// that open nothing are left to the browser, which ignores them.
struct OpenElements {
    private var open: [String] = []

    /// Appends the missing end tags to `html`, innermost first. O(bytes).
    static func close(in html: inout [UInt8]) {
        var elements = OpenElements()
        elements.scan(html)
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

    /// Elements whose content is no markup until their end tag.
    private static let raw: Set<String> = ["script", "style", "textarea", "title"]

    private mutating func scan(_ html: [UInt8]) {
        var i = 0
        while let start = html[i...].firstIndex(of: UInt8(ascii: "<")) {
            i = start + 1
            guard i < html.count else { return }
            if html[i...].starts(with: "!--".utf8) {
                i = end(of: "-->", in: html, from: i + 3)
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
            } else if !isSelfClosed, !Self.unclosed.contains(name) {
                open.append(name)
                if Self.raw.contains(name) { i = endOfRaw(name, in: html, from: i) }
            }
        }
    }

    /// Moves behind the `>` of a tag, past quoted values; gives whether it was `/>`.
    private func skipAttributes(_ html: [UInt8], _ i: inout Int) -> Bool {
        var quote: UInt8?
        while i < html.count {
            let byte = html[i]
            i += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return i >= 2 && html[i - 2] == UInt8(ascii: "/")
            }
        }
        return false
    }

    private func end(of text: StaticString, in html: [UInt8], from start: Int) -> Int {
        let wanted = text.withUTF8Buffer { Array($0) }
        var i = start
        while i + wanted.count <= html.count {
            if html[i..<i + wanted.count].elementsEqual(wanted) { return i + wanted.count }
            i += 1
        }
        return html.count
    }

    /// The start of the end tag of an element whose content is no markup.
    private func endOfRaw(_ name: String, in html: [UInt8], from start: Int) -> Int {
        let wanted = Array("</\(name)".utf8)
        var i = start
        while i + wanted.count <= html.count {
            let isEnd = zip(html[i...], wanted).allSatisfy { ($0 | 0x20) == ($1 | 0x20) }
            if isEnd { return i }
            i += 1
        }
        return html.count
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private func isName(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-")
    }
}
