import Text

/// Walks over the start tags of an HTML page, and the texts of its scripts and styles. O(bytes).
struct TagScan {
    struct Tag {
        /// Lower-case: `script`.
        let name: String
        /// Lower-case names; the first of two counts. Values with the common references decoded.
        let attributes: [String: String]
        /// For `script` and `style`: the text up to the closing tag.
        let rawText: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var markup: MarkupScanner

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        markup = MarkupScanner(bytes, bytes.indices)
    }

    /// The next start tag; nil at the end.
    mutating func next() -> Tag? {
        while let found = markup.next() {
            if found.kind == .startTag { return tag(found) }
        }
        return nil
    }

    private mutating func tag(_ found: MarkupScanner.Markup) -> Tag {
        let name = markup.name(of: found)
        var reader = TagReader(bytes, from: found.name.upperBound, before: found.range.upperBound)
        var attributes: [String: String] = [:]
        while let attribute = reader.next() {
            if attributes[attribute.name] == nil {
                attributes[attribute.name] = TagScan.decoded(bytes[attribute.value])
            }
        }
        var raw = bytes[found.range.upperBound..<found.range.upperBound]
        if name == "script" || name == "style" {
            let rest = found.range.upperBound..<bytes.count
            var text = RawTextElements.Reader(name)
            let end = text.endTag(in: bytes, rest) ?? bytes.count
            raw = bytes[rest.lowerBound..<end]
            markup.position = end
        }
        return Tag(name: name, attributes: attributes, rawText: raw)
    }

    /// The references that galley writes: `&amp;` `&lt;` `&gt;` `&quot;` `&#39;`.
    static func decoded(_ bytes: some Sequence<UInt8>) -> String {
        let text = String(decoding: Array(bytes), as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out = text
        for (reference, byte) in references {
            out = out.replacing(
                String(decoding: reference, as: UTF8.self), with: String(UnicodeScalar(byte)))
        }
        return out
    }

    /// The text of a page or feed without its tags: the text that a reader can copy.
    static func textAlone(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { text in
            var at = 0
            var isInside = false
            while at < text.count {
                let byte = text[at]
                switch byte {
                case UInt8(ascii: "<"): isInside = true
                case UInt8(ascii: ">") where isInside: isInside = false
                case UInt8(ascii: "&") where !isInside:
                    let reference = references.first { text[at...].starts(with: $0.text) }
                    out.append(reference?.byte ?? byte)
                    at += (reference?.text.count ?? 1) - 1
                default: if !isInside || byte == 0x0A { out.append(byte) }
                }
                at += 1
            }
        }
        return out
    }

    /// `&amp;` last, so that a reference after it is decoded once.
    private static let references: [(text: [UInt8], byte: UInt8)] = [
        (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
        (Array("&#x27;".utf8), UInt8(ascii: "'")), (Array("&amp;".utf8), UInt8(ascii: "&")),
    ]
}
