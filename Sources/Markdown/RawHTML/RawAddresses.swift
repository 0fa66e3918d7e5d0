import Text

/// An address in an attribute of raw HTML.
struct RawAddress {
    enum Position {
        /// The whole of an attribute's value, without quotation marks around it or with them.
        case value(isQuoted: Bool)
        /// One candidate of a `srcset`, separated by white space and commas.
        case candidate(isQuoted: Bool)
        /// In `url(…)` of a `style`, perhaps in quotation marks of its own.
        case style
    }

    /// Trimmed, character references still encoded.
    let value: Range<Int>
    let use: Link.Use
    let position: Position
}

extension RawHTML {
    /// The addresses in a piece of HTML, in order: `<a href>`, embedded media, also where a script
    /// loads them later (`data-src`), each candidate of a `srcset`, and those in a `style`. A value
    /// with a tag of another generator, `{{ site.url }}/a.png`, is not an address until that
    /// generator writes it. O(bytes).
    static func addresses(in range: Range<Int>, of bytes: [UInt8]) -> [RawAddress] {
        // All are after an `=`.
        guard bytes[range].contains(.equals) else { return [] }
        var addresses: [RawAddress] = []
        let mayHoldTemplates = bytes[range].contains(.openBrace)
        readAttributes(in: range, of: bytes) { element, attribute, _ in
            if mayHoldTemplates, holdsTemplate(bytes[attribute.value]) { return }
            let isQuoted = attribute.isQuoted
            if let use = use(of: attribute.name, in: element) {
                let value = bytes.trimmed(attribute.value)
                if value.isEmpty || element == "use" && bytes[value.lowerBound] == .hash {
                    // `<use href="#icon">` shows a part of the same page.
                    return
                }
                addresses.append(
                    RawAddress(value: value, use: use, position: .value(isQuoted: isQuoted)))
            } else if isSourceSet(attribute.name, in: element) {
                addresses += SourceSet.addresses(attribute.value, in: bytes).map {
                    RawAddress(
                        value: $0, use: .picture, position: .candidate(isQuoted: isQuoted))
                }
            } else if attribute.name == "style" {
                addresses += StyleAddresses.addresses(in: attribute.value, of: bytes).map {
                    RawAddress(value: $0, use: .picture, position: .style)
                }
            }
        }
        return addresses
    }

    private static func holdsTemplate(_ value: ArraySlice<UInt8>) -> Bool {
        value.indices.dropLast().contains { index in
            value[index] == .openBrace
                && (value[index + 1] == .openBrace || value[index + 1] == UInt8(ascii: "%"))
        }
    }

    /// How a tag uses the address in an attribute; nil: it is not an address.
    private static func use(of attribute: String, in element: String) -> Link.Use? {
        switch (element, attribute) {
        case ("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action"),
            ("button", "formaction"), ("input", "formaction"):
            .followed
        case ("img", "src"), ("input", "src"), ("video", "poster"), ("image", "href"),
            ("image", "xlink:href"), ("feimage", "href"), ("feimage", "xlink:href"),
            ("video", "data-poster"):
            .picture
        case ("audio", "src"), ("embed", "src"), ("iframe", "src"), ("link", "href"),
            ("object", "data"), ("script", "src"), ("source", "src"), ("track", "src"),
            ("video", "src"), ("use", "href"), ("use", "xlink:href"):
            .file
        case ("img", let name) where lazySources.contains(name): .picture
        case ("audio", let name), ("iframe", let name), ("source", let name), ("video", let name):
            lazySources.contains(name) ? .file : nil
        case ("body", "background"), ("table", "background"), ("td", "background"),
            ("th", "background"), ("tr", "background"):
            .picture
        default: nil
        }
    }

    /// Attributes that scripts move to `src` once the picture is near the viewport.
    private static let lazySources: Set<String> = ["data-src", "data-original", "data-lazy-src"]

    private static func isSourceSet(_ attribute: String, in element: String) -> Bool {
        guard element == "img" || element == "source" else { return false }
        return attribute == "srcset" || attribute == "data-srcset"
            || attribute == "data-lazy-srcset"
    }
}
