import Text

/// The target of a request: `/blog/%E6%A0%87/?q=1` is the path `/blog/标/` and the query `q=1`.
struct RequestTarget: Hashable {
    /// Decoded once.
    let path: String
    /// As written, without its `?`; nil without one.
    let query: String?

    /// Reads the origin form of RFC 9112, section 3.2.1.
    ///
    /// - Returns: nil for any other form, for bytes that are not UTF-8, for U+0000 and for a
    ///   segment `.` or `..`, however it is encoded: browsers resolve those themselves.
    init?(_ target: String) {
        guard target.utf8.first == UInt8(ascii: "/") else { return nil }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let written = String(parts[0].prefix { $0 != "#" })
        guard let path = PercentCoding.decode(written), !path.utf8.contains(0) else { return nil }
        let segments = path.split { $0 == "/" || $0 == "\\" }
        guard !segments.contains("."), !segments.contains("..") else { return nil }
        self.path = path
        query = parts.count > 1 ? String(parts[1]) : nil
    }

    /// The decoded value of a parameter of the query; nil if it is missing.
    func parameter(_ name: String) -> String? {
        for pair in (query ?? "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if sides.count == 2, sides[0] == name { return PercentCoding.decode(String(sides[1])) }
        }
        return nil
    }
}
