/// Elements whose content is no markup until their own end tag, so that one that is left open takes
/// in the rest of the page (HTML Living Standard, sections 13.1.2 and 13.2.6.4.7).
///
/// A `/>` closes none of them, for HTML knows it in SVG and MathML only; and there none of them is
/// such an element.
enum RawTextElements {
    /// In lower case.
    static let names: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    /// Behind the end of a comment that was begun before `range`: `-->`, or `--!>`, which a browser
    /// takes for it (section 13.2.5.51). nil: it goes on. O(bytes).
    static func endOfComment(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var i = range.lowerBound
        while i + 2 < range.upperBound {
            if bytes[i] == .hyphen, bytes[i + 1] == .hyphen {
                if bytes[i + 2] == .greater { return i + 3 }
                let isMarked = bytes[i + 2] == .exclamation && i + 3 < range.upperBound
                if isMarked, bytes[i + 3] == .greater { return i + 4 }
            }
            i += 1
        }
        return nil
    }

    /// The start of the next end tag of an element, whose name is in lower case; `</titles>` and
    /// `</title-x>` are none of `title`. nil: there is none. O(bytes).
    static func endTag(_ name: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        let start = "</\(name)"
        var i = range.lowerBound
        while i < range.upperBound, let less = bytes[i..<range.upperBound].firstIndex(of: .less) {
            if isTag(start, in: bytes, less..<range.upperBound) { return less }
            i = less + 1
        }
        return nil
    }

    /// Looks for the end tag of an element whose text may go on in further pieces.
    struct Reader {
        let name: String
        /// Within `<!--` in a script, and then behind a `<script` in that, an end tag is text
        /// (section 13.2.5.22 and the following).
        private(set) var isEscaped = false
        private(set) var isDoublyEscaped = false

        init(_ name: String) {
            self.name = name
        }

        /// The start of the end tag; nil: it is not in this piece. O(bytes).
        mutating func endTag(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
            guard name == "script" else { return RawTextElements.endTag(name, in: bytes, range) }
            var i = range.lowerBound
            while i < range.upperBound {
                let rest = i..<range.upperBound
                if bytes[i] == .hyphen {
                    if isEscaped, bytes.has("-->", at: i, before: range.upperBound) {
                        isEscaped = false
                        isDoublyEscaped = false
                    }
                } else if bytes[i] == .less {
                    if !isEscaped, bytes.has("<!--", at: i, before: range.upperBound) {
                        isEscaped = true
                        // `<!-->` ends what it begins.
                        i += 1
                    } else if RawTextElements.isTag("</script", in: bytes, rest) {
                        if !isDoublyEscaped { return i }
                        isDoublyEscaped = false
                    } else if isEscaped, RawTextElements.isTag("<script", in: bytes, rest) {
                        isDoublyEscaped = true
                    }
                }
                i += 1
            }
            return nil
        }
    }

    /// Whether a range begins with a tag's beginning, in lower case, and the name ends there.
    private static func isTag(_ start: String, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let end = range.lowerBound + start.utf8.count
        guard end <= range.upperBound,
            bytes[range.lowerBound..<end].elementsEqual(start.utf8, by: { $0.lowercased == $1 })
        else { return false }
        return end == range.upperBound || bytes[end] == .greater || bytes[end] == .slash
            || bytes[end].isHTMLSpace
    }
}
