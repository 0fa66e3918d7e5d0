/// Identifies one state of a file's bytes (RFC 9110, section 8.8.3): `"1a2b"`, or `W/"1a2b"` if
/// equal tags do not guarantee equal bytes.
struct EntityTag: Hashable, CustomStringConvertible {
    let value: String
    let isWeak: Bool

    var description: String { (isWeak ? "W/" : "") + "\"\(value)\"" }

    /// For bytes in memory; the same for equal bytes while the program runs. O(bytes).
    init(of bytes: [UInt8]) {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        value = "\(bytes.count)-" + String(UInt(bitPattern: hasher.finalize()), radix: 16)
        isWeak = false
    }

    /// For a file too large to be read for it. Weak, because two writes within a tick of the disk's
    /// clock have the same time.
    init(size: Int, time: String) {
        value = "\(size)-\(time)"
        isWeak = true
    }

    /// Whether an If-None-Match header contains it: `*`, or a list whose tags are compared weakly.
    func matches(_ header: String?) -> Bool {
        guard let header else { return false }
        if header.trimmed == "*" { return true }
        return Self.tags(header).contains { $0.value == value }
    }

    /// Whether an If-Range header guarantees that the range is of these bytes: only by strong
    /// comparison, and never by date, because dates here are not exact.
    func isSame(_ header: String) -> Bool {
        guard !isWeak, let tag = Self.tags(header).first else { return false }
        return !tag.isWeak && tag.value == value
    }

    private init(value: String, isWeak: Bool) {
        self.value = value
        self.isWeak = isWeak
    }

    /// The tags of a list. The quotes of one may contain a comma.
    private static func tags(_ header: String) -> [EntityTag] {
        var tags: [EntityTag] = []
        var rest = header[...]
        while let open = rest.firstIndex(of: "\"") {
            let isWeak = rest[..<open].hasSuffix("W/")
            let start = rest.index(after: open)
            guard let close = rest[start...].firstIndex(of: "\"") else { break }
            tags.append(EntityTag(value: String(rest[start..<close]), isWeak: isWeak))
            rest = rest[rest.index(after: close)...]
        }
        return tags
    }
}

extension String {
    fileprivate var trimmed: Substring {
        drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
    }
}
