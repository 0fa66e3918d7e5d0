import Text

/// An address in an attribute of raw HTML.
struct RawAddress {
    /// Without white space at its ends, character references still encoded.
    let value: Range<Int>
    let use: Link.Use
    /// Whether quotes stand around the attribute's value.
    let isQuoted: Bool
    /// Whether it is one of those of a `srcset`, which white space and commas part.
    var isListed = false
}

extension RawHTML {
    /// The addresses in a piece of HTML, in order: of `<a href>`, of what is embedded, and each of a
    /// `srcset`. O(bytes).
    static func addresses(in range: Range<Int>, of bytes: [UInt8]) -> [RawAddress] {
        // All stand behind an `=`.
        guard bytes[range].contains(.equals) else { return [] }
        var addresses: [RawAddress] = []
        readAttributes(in: range, of: bytes) { element, attribute, _ in
            if let use = use(of: attribute.name, in: element) {
                let value = bytes.trimmed(attribute.value)
                if value.isEmpty { return }
                addresses.append(RawAddress(value: value, use: use, isQuoted: attribute.isQuoted))
            } else if attribute.name == "srcset", element == "img" || element == "source" {
                for value in SourceSet.addresses(attribute.value, in: bytes) {
                    addresses.append(
                        RawAddress(
                            value: value, use: .picture, isQuoted: attribute.isQuoted,
                            isListed: true))
                }
            }
        }
        return addresses
    }

    /// What an attribute's value is the address of; nil: it is none.
    private static func use(of attribute: String, in element: String) -> Link.Use? {
        switch (element, attribute) {
        case ("a", "href"), ("a", "xlink:href"), ("area", "href"): .followed
        case ("img", "src"), ("input", "src"), ("video", "poster"), ("image", "href"),
            ("image", "xlink:href"):
            .picture
        case ("audio", "src"), ("embed", "src"), ("iframe", "src"), ("link", "href"),
            ("object", "data"), ("script", "src"), ("source", "src"), ("track", "src"),
            ("video", "src"):
            .file
        default: nil
        }
    }
}
