import Text

/// The ids that a link to a text's page can lead to.
///
/// They lie side by side in one array, for every text has some and few links ask for any.
package struct AnchorIDs: Sendable {
    private var bytes: [UInt8] = []
    /// Where each ends in `bytes`.
    private var ends: [Int] = []

    package init() {}

    /// The ids of an article's page.
    package init(of article: Article) {
        self.init(in: article.content)
        if let id = article.titleID { add(id.utf8) }
    }

    /// The values of all `id` and `name` attributes in HTML, in either kind of quotes.
    ///
    /// Looks for the attributes alone, not for their elements: an id too many hides a warning, one
    /// too few would be a false alarm. O(bytes), at the speed of `memchr`.
    package init(in html: [UInt8]) {
        html.withUnsafeBytes { bytes in
            var i = 0
            while let equals = bytes.index(of: UInt8(ascii: "="), from: i) {
                i = equals + 1
                guard i < bytes.count, Self.endsKey(bytes, at: equals),
                    bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'")
                else { continue }
                let end = bytes.index(of: bytes[i], from: i + 1) ?? bytes.count
                add(bytes[(i + 1)..<end])
                i = end
            }
        }
    }

    /// Each once. O(bytes).
    package var all: Set<String> {
        var all: Set<String> = []
        var start = 0
        for end in ends {
            all.insert(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        return all
    }

    private mutating func add(_ id: some Sequence<UInt8>) {
        bytes.append(contentsOf: id)
        ends.append(bytes.count)
    }

    /// Whether ` id` or ` name` stands before `end`.
    private static func endsKey(_ bytes: UnsafeRawBufferPointer, at end: Int) -> Bool {
        func stands(_ key: StaticString) -> Bool {
            let start = end - key.utf8CodeUnitCount
            guard start > 0 else { return false }
            switch bytes[start - 1] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): break
            default: return false
            }
            return key.withUTF8Buffer { key in
                key.indices.allSatisfy { bytes[start + $0] == key[$0] }
            }
        }
        return stands("id") || stands("name")
    }
}
