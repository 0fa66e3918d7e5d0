/// Elements whose content is text until their own end tag, so that an unclosed one swallows the
/// rest of the page (HTML Living Standard, sections 13.1.2 and 13.2.6.4.7).
///
/// A `/>` does not close them: it has an effect in SVG and MathML only, where no such element
/// exists.
package enum RawTextElements {
    /// In lower case.
    package static let names: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    /// The position after the end of a comment that began before `range`: `-->`, or `--!>`, which
    /// browsers take for it (section 13.2.5.51). nil if it does not end. O(bytes).
    package static func endOfComment(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
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
    /// `</title-x>` do not end `title`. nil without one. O(bytes).
    package static func endTag(_ name: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        let start = "</\(name)"
        var i = range.lowerBound
        while i < range.upperBound, let less = bytes[i..<range.upperBound].firstIndex(of: .less) {
            if isTag(start, in: bytes, less..<range.upperBound) { return less }
            i = less + 1
        }
        return nil
    }

    /// Finds the end tag of an element whose text may continue in further pieces.
    package struct Reader: Sendable {
        package let name: String
        /// Within `<!--` in a script, and then behind a `<script` in that, an end tag is text
        /// (section 13.2.5.22 and the following).
        package private(set) var isEscaped = false
        package private(set) var isDoublyEscaped = false

        package init(_ name: String) {
            self.name = name
        }

        /// The start of the end tag; nil if it is not in this piece. O(bytes).
        package mutating func endTag(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
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
                        // `<!-->` is a whole comment.
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

    /// Whether a range begins with the beginning of a tag, in lower case, and the name ends there.
    private static func isTag(_ start: String, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let end = range.lowerBound + start.utf8.count
        guard end <= range.upperBound,
            bytes[range.lowerBound..<end].elementsEqual(start.utf8, by: { $0.lowercased == $1 })
        else { return false }
        return end == range.upperBound || bytes[end] == .greater || bytes[end] == .slash
            || bytes[end].isHTMLSpace
    }
}
