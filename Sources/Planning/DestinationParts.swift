/// A link's destination in its parts (RFC 3986, section 3), still encoded.
struct DestinationParts: Hashable {
    /// Without its `:`; nil for a relative reference.
    let scheme: Substring?
    /// Everything before the query and the fragment, including the scheme.
    let path: Substring
    /// Without its `?`.
    let query: Substring?
    /// Without its `#`.
    let fragment: Substring?

    /// `../a%20b/?x#y` has the path `../a%20b/`, the query `x` and the fragment `y`.
    init(_ text: String) {
        var rest = text[...]
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = rest[rest.utf8.index(after: hash)...]
            rest = rest[..<hash]
        } else {
            fragment = nil
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = rest[rest.utf8.index(after: mark)...]
            rest = rest[..<mark]
        } else {
            query = nil
        }
        path = rest
        scheme = Self.scheme(of: rest)
    }

    /// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )` before a `:` (RFC 3986, section 3.1).
    private static func scheme(of text: Substring) -> Substring? {
        var isFirst = true
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                isFirst = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                if isFirst { return nil }
            case UInt8(ascii: ":"): return isFirst ? nil : text[..<index]
            default: return nil
            }
        }
        return nil
    }
}
