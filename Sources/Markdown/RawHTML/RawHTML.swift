import Text

/// Reads the tags of raw HTML, as far as addresses, pictures and ids in them ask for.
enum RawHTML {
    /// The name, in lower case, of the tag that a raw-HTML node begins with; nil for comments and
    /// similar markup.
    static func elementName(at range: Range<Int>, in bytes: [UInt8]) -> String? {
        var i = bytes.trimmed(range).lowerBound
        guard i < range.upperBound, bytes[i] == .less else { return nil }
        i += 1
        if i < range.upperBound, bytes[i] == .slash { i += 1 }
        let name = bytes[i..<range.upperBound].prefix {
            $0.isLetter || $0.isDigit || $0 == .hyphen
        }
        guard let first = name.first, first.isLetter else { return nil }
        return String(decoding: name.map(\.lowercased), as: UTF8.self)
    }

    /// An `<img>` tag.
    struct Image {
        /// A side as the tag gives it.
        enum Side {
            case absent
            case pixels(Int)
            /// `80%`, or anything that is not a number.
            case other
        }

        /// After `<img`.
        let nameEnd: Int
        /// Entities still encoded.
        var source: Range<Int>
        var width = Side.absent
        var height = Side.absent
        var hasLoading = false
        /// Whether a style may set the size.
        var hasStyle = false
    }

    /// The `<img>` tags with an address in a piece of HTML, in order. O(bytes).
    static func images(in range: Range<Int>, of bytes: [UInt8]) -> [Image] {
        var images: [Image] = []
        var current = -1
        readAttributes(in: range, of: bytes) { element, attribute, nameEnd in
            guard element == "img" else { return }
            if nameEnd != current {
                current = nameEnd
                images.append(Image(nameEnd: nameEnd, source: nameEnd..<nameEnd))
            }
            let last = images.count - 1
            switch attribute.name {
            case "src": images[last].source = bytes.trimmed(attribute.value)
            case "width": images[last].width = side(bytes[attribute.value])
            case "height": images[last].height = side(bytes[attribute.value])
            case "loading": images[last].hasLoading = true
            case "style": images[last].hasStyle = true
            default: break
            }
        }
        return images.filter { !$0.source.isEmpty }
    }

    private static func side(_ value: ArraySlice<UInt8>) -> Image.Side {
        guard let pixels = Int(String(decoding: value, as: UTF8.self)),
            (1...100_000).contains(pixels)
        else { return .other }
        return .pixels(pixels)
    }

    /// The values of all `id` attributes in a piece of HTML, in order, entities still encoded.
    /// O(bytes).
    static func ids(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        var ids: [Range<Int>] = []
        readAttributes(in: range, of: bytes) { _, attribute, _ in
            if attribute.name == "id", !attribute.value.isEmpty { ids.append(attribute.value) }
        }
        return ids
    }

    /// Passes the attributes of all start tags in order, each with its element's name and the end
    /// of that name. Skips comments and the content of `<script>` and similar elements.
    static func readAttributes(
        in range: Range<Int>, of bytes: [UInt8], _ read: (String, TagReader.Attribute, Int) -> Void
    ) {
        var scanner = MarkupScanner(bytes, range)
        // Names without an end tag in the rest of the text.
        var endless: Set<String> = []
        while let markup = scanner.next() {
            guard markup.kind == .startTag else { continue }
            let name = scanner.name(of: markup)
            var tag = TagReader(bytes, from: markup.name.upperBound, before: range.upperBound)
            while let attribute = tag.next() { read(name, attribute, markup.name.upperBound) }
            guard RawTextElements.names.contains(name), markup.ending != .selfClosing,
                !endless.contains(name)
            else { continue }
            let rest = scanner.position..<range.upperBound
            if let end = RawTextElements.endTag(name, in: bytes, rest) {
                scanner.position = end
            } else {
                // The writer ends the element at once or with its block.
                endless.insert(name)
            }
        }
    }

    /// An attribute's value with the character references decoded that occur in addresses: `&amp;`,
    /// `&lt;`, `&gt;`, `&quot;`, `&apos;` and numeric ones; others stay.
    static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        guard value.contains(.ampersand) else { return Array(value) }
        var out: [UInt8] = []
        var i = value.startIndex
        while i < value.endIndex {
            if value[i] == .ampersand,
                let close = value[i..<min(value.endIndex, i + 12)].firstIndex(of: .semicolon),
                let scalar = reference(String(decoding: value[i + 1..<close], as: UTF8.self))
            {
                out += Array(String(scalar).utf8)
                i = close + 1
            } else {
                out.append(value[i])
                i += 1
            }
        }
        return out
    }

    private static func reference(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}
