import Addresses

/// Names findings so that a name stays the same when lines are added above or the file is moved: by
/// the id and the text of the line, and among equal ones in a file by their order.
struct LineFingerprints {
    private var seen: [Key: Int] = [:]

    private struct Key: Hashable {
        let file: SourcePath
        let digest: String
    }

    /// The name of the next finding: 16 hexadecimal digits, `:` and the number of equal ones
    /// before.
    mutating func next(_ id: Diagnostic.ID, _ place: Place, _ table: LineTable) -> String {
        let digest = LineFingerprints.digest(of: id, place, table)
        let key = Key(file: place.file, digest: digest)
        let count = seen[key, default: 0]
        seen[key] = count + 1
        return digest + ":\(count)"
    }

    /// 16 hexadecimal digits of an id and the text of a line, ignoring white space.
    static func digest(of id: Diagnostic.ID, _ place: Place, _ table: LineTable) -> String {
        // The beginning of a line such as minified code is enough.
        let range = table.range(ofLine: table.line(of: place.range.lowerBound))
        let line = table.text(in: range.prefix(1024)).filter { !$0.isWhitespace }
        let hex = String(digest(of: "\(id) \(line)"), radix: 16)
        return String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    /// FNV-1a, 64 bits: the same on every machine; a collision helps nobody.
    static func digest(of text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
    }
}
