/// Walks over the start tags of an HTML page, and the texts of its scripts and styles.
///
/// The scanner follows the tokenizer of the HTML standard (section 13.2.5) as far as finding tags
/// needs: comments, quoted and bare attributes, raw text. O(bytes), nothing recurses.
struct TagScan {
    struct Tag {
        /// Lower-case: `script`.
        let name: String
        /// Lower-case names; the first of two counts. Values with the common references decoded.
        let attributes: [String: String]
        /// For `script` and `style`: the text up to the closing tag.
        let rawText: ArraySlice<UInt8>
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The next start tag; nil at the end.
    mutating func next() -> Tag? {
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = open + 1
            if has("!--") {
                position = find("-->", from: position + 3).map { $0 + 3 } ?? bytes.endIndex
            } else if position < bytes.endIndex, isLetter(bytes[position]) {
                return tag()
            }
        }
        position = bytes.endIndex
        return nil
    }

    private mutating func tag() -> Tag {
        let name = word { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        var attributes: [String: String] = [:]
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: ">") {
            if isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
                position += 1
                continue
            }
            let (name, value) = attribute()
            if attributes[name] == nil { attributes[name] = value }
        }
        if position < bytes.endIndex { position += 1 }
        var raw = bytes[position..<position]
        if name == "script" || name == "style" {
            let end = find("</" + name, from: position) ?? bytes.endIndex
            raw = bytes[position..<end]
            position = end
        }
        return Tag(name: name, attributes: attributes, rawText: raw)
    }

    private mutating func attribute() -> (String, String) {
        let start = position
        var name = word {
            !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">")
                && $0 != UInt8(ascii: "/")
        }
        // A lone `=` is read as a name, so that each iteration advances.
        if position == start {
            name = "="
            position += 1
        }
        skipSpaces()
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "=") else {
            return (name, "")
        }
        position += 1
        skipSpaces()
        guard position < bytes.endIndex else { return (name, "") }
        let quote = bytes[position]
        let value: ArraySlice<UInt8>
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = bytes[(position + 1)...].firstIndex(of: quote) ?? bytes.endIndex
            value = bytes[(position + 1)..<end]
            position = min(end + 1, bytes.endIndex)
        } else {
            let end =
                bytes[position...].firstIndex { isSpace($0) || $0 == UInt8(ascii: ">") }
                ?? bytes.endIndex
            value = bytes[position..<end]
            position = end
        }
        return (name, TagScan.decoded(value))
    }

    private mutating func word(while test: (UInt8) -> Bool) -> String {
        let start = position
        while position < bytes.endIndex, test(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }

    private mutating func skipSpaces() {
        while position < bytes.endIndex, isSpace(bytes[position]) { position += 1 }
    }

    private func has(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    /// The next occurrence of an ASCII text, ignoring case.
    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        var at = start
        while at + wanted.count <= bytes.endIndex {
            guard let first = bytes[at...].firstIndex(of: wanted[0]),
                first + wanted.count <= bytes.endIndex
            else { return nil }
            if (0..<wanted.count).allSatisfy({ lower(bytes[first + $0]) == wanted[$0] }) {
                return first
            }
            at = first + 1
        }
        return nil
    }

    /// Decodes the references that galley writes: `&amp;` `&lt;` `&gt;` `&quot;` `&#39;`.
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

private func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte))
}

private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
}
