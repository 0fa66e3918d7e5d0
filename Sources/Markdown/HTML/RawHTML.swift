/// Reads the tags of raw HTML, as far as addresses and names in them ask for.
enum RawHTML {
    /// The value of an attribute that holds an address.
    struct Address {
        /// Between the quotes, entities still encoded.
        let value: Range<Int>
        /// Whether the browser loads it by itself.
        let isEmbedded: Bool
    }

    /// The name, in lower case, of the tag that a raw-HTML node begins with; nil for comments and
    /// the like.
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

    /// The addresses in a piece of HTML, in order: `href` of `<a>`, `src` of what is embedded,
    /// `poster` of `<video>`. O(bytes).
    static func addresses(in range: Range<Int>, of bytes: [UInt8]) -> [Address] {
        var addresses: [Address] = []
        readAttributes(in: range, of: bytes) { element, attribute, _ in
            if let isEmbedded = isAddress(attribute.name, of: element), !attribute.value.isEmpty {
                addresses.append(Address(value: attribute.value, isEmbedded: isEmbedded))
            }
        }
        return addresses
    }

    /// An `<img>` tag.
    struct Image {
        /// A side as the tag gives it.
        enum Side {
            case absent
            case pixels(Int)
            /// `80%`, or nothing that is a number.
            case other
        }

        /// Behind `<img`.
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
            case "src": images[last].source = attribute.value
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

    /// Gives the attributes of all start tags in order, each with its element's name and where that
    /// ends. Comments, and what is inside `<script>` and `<style>`, are passed over.
    private static func readAttributes(
        in range: Range<Int>, of bytes: [UInt8], _ read: (String, TagReader.Attribute, Int) -> Void
    ) {
        var i = range.lowerBound
        while let open = bytes[i..<range.upperBound].firstIndex(of: .less) {
            i = open + 1
            if bytes.has("<!--", at: open, before: range.upperBound) {
                i = end(of: Array("-->".utf8), from: open + 4, before: range.upperBound, bytes)
                continue
            }
            guard let name = elementName(at: open..<range.upperBound, in: bytes),
                bytes[open + 1] != .slash
            else { continue }
            i = open + 1 + name.utf8.count
            var tag = TagReader(bytes, from: i, before: range.upperBound)
            let nameEnd = i
            while let attribute = tag.next() { read(name, attribute, nameEnd) }
            i = tag.position
            if name == "script" || name == "style" {
                i = end(of: Array("</\(name)".utf8), from: i, before: range.upperBound, bytes)
            }
        }
    }

    /// Whether an attribute holds an address, and then whether what it names is embedded.
    private static func isAddress(_ attribute: String, of element: String) -> Bool? {
        switch (element, attribute) {
        case ("a", "href"): false
        case ("img", "src"), ("video", "src"), ("audio", "src"), ("source", "src"),
            ("video", "poster"):
            true
        default: nil
        }
    }

    /// Behind the next `pattern` (in lower case; compared without case), or `limit`.
    private static func end(
        of pattern: [UInt8], from start: Int, before limit: Int, _ bytes: [UInt8]
    ) -> Int {
        var i = start
        while i + pattern.count <= limit {
            var k = 0
            while k < pattern.count, bytes[i + k].lowercased == pattern[k] { k += 1 }
            if k == pattern.count { return i + k }
            i += 1
        }
        return limit
    }

    /// An attribute's value without its character references, as far as they occur in addresses:
    /// `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` and numeric ones; others stay as they are.
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
