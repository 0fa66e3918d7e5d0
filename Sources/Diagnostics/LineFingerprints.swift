import Addresses

/// Names findings so that one keeps its name while lines are added above it or the file is moved:
/// by its id and the text of its line, and among equals of one file by their order.
struct LineFingerprints {
    private var seen: [Key: Int] = [:]

    private struct Key: Hashable {
        let file: SourcePath
        let digest: String
    }

    /// The name of the next finding: 16 hexadecimal digits, `:` and how many such there were.
    mutating func next(_ id: Diagnostic.ID, _ place: Place, _ table: LineTable) -> String {
        let digest = LineFingerprints.digest(of: id, place, table)
        let key = Key(file: place.file, digest: digest)
        let count = seen[key, default: 0]
        seen[key] = count + 1
        return digest + ":\(count)"
    }

    /// 16 hexadecimal digits of an id and the text of a line, white space left out.
    static func digest(of id: Diagnostic.ID, _ place: Place, _ table: LineTable) -> String {
        // The beginning is enough of a line such as minified code.
        let range = table.range(ofLine: table.line(of: place.range.lowerBound))
        let line = table.text(in: range.prefix(1024)).filter { !$0.isWhitespace }
        let hex = String(digest(of: "\(id) \(line)"), radix: 16)
        return String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    /// FNV-1a, 64 bits: the same on every machine, and nobody gains by making two texts agree.
    static func digest(of text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
    }
}
