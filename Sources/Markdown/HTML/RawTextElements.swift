/// Elements whose content is no markup until their own end tag, so that one that is left open takes
/// in the rest of the page (HTML Living Standard, sections 13.1.2 and 13.2.6.4.7).
///
/// A `/>` closes none of them, for HTML knows it in SVG and MathML only; and there none of them is
/// such an element.
package enum RawTextElements {
    /// In lower case.
    package static let names: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    /// The elements whose content follows XML's rules.
    package static let foreign: Set<String> = ["svg", "math"]

    /// Behind the end of a comment that was begun before `range`: `-->`, or `--!>`, which a browser
    /// takes for it (section 13.2.5.51). nil: it goes on. O(bytes).
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
    /// `</title-x>` are none of `title`. nil: there is none. O(bytes).
    package static func endTag(_ name: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        let pattern = Array("</\(name)".utf8)
        var i = range.lowerBound
        while i + pattern.count <= range.upperBound {
            let end = i + pattern.count
            if bytes[i] == .less, bytes[i..<end].elementsEqual(pattern, by: { $0.lowercased == $1 })
            {
                if end == range.upperBound || bytes[end] == .greater || bytes[end] == .slash
                    || bytes[end].isSpace
                {
                    return i
                }
            }
            i += 1
        }
        return nil
    }
}
