/// Maps words to classes; looks up a byte slice without allocating.
///
/// A hash over the length and four bytes selects a bucket; most names that are not keywords find an
/// empty one and need no comparison.
struct WordTable: Sendable {
    private struct Entry {
        let start: Int
        let count: Int
        let kind: TokenClass
        /// The next entry of the bucket, or -1.
        let next: Int
    }

    private let buckets: [Int16]
    private let entries: [Entry]
    private let bytes: [UInt8]
    private let longest: Int
    private let ignoresCase: Bool

    /// - Parameter lists: words separated by white space; a word in two lists has the first class
    ///   in the order of ``TokenClass``.
    init(_ lists: [TokenClass: String], ignoresCase: Bool = false) {
        var buckets = [Int16](repeating: -1, count: 2048)
        var entries: [Entry] = []
        var bytes: [UInt8] = []
        var longest = 0
        var seen: Set<[UInt8]> = []
        for (kind, list) in lists.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for word in list.utf8.split(whereSeparator: { $0 <= 0x20 }) {
                let utf8 = word.map { ignoresCase && $0.isUpper ? $0 | 0x20 : $0 }
                guard seen.insert(utf8).inserted, entries.count < Int(Int16.max) else { continue }
                let bucket = Self.hash(
                    utf8[0], utf8[utf8.count / 2], utf8[utf8.count - 1], utf8.count)
                entries.append(
                    Entry(
                        start: bytes.count, count: utf8.count, kind: kind,
                        next: Int(buckets[bucket])))
                buckets[bucket] = Int16(entries.count - 1)
                bytes += utf8
                longest = max(longest, utf8.count)
            }
        }
        self.buckets = buckets
        self.entries = entries
        self.bytes = bytes
        self.longest = longest
        self.ignoresCase = ignoresCase
    }

    var isEmpty: Bool { entries.isEmpty }

    /// The class of the word in `range`; `.none` for one that is not in the table.
    func kind(of range: Range<Int>, in code: [UInt8]) -> TokenClass {
        let count = range.count
        guard count > 0, count <= longest else { return .none }
        let start = range.lowerBound
        let bucket = Self.hash(
            fold(code[start]), fold(code[start + count / 2]), fold(code[start + count - 1]), count)
        var index = Int(buckets[bucket])
        while index >= 0 {
            let entry = entries[index]
            if entry.count == count, equals(entry, code, start) { return entry.kind }
            index = entry.next
        }
        return .none
    }

    private func equals(_ entry: Entry, _ code: [UInt8], _ start: Int) -> Bool {
        var i = 0
        while i < entry.count {
            if bytes[entry.start + i] != fold(code[start + i]) { return false }
            i += 1
        }
        return true
    }

    private func fold(_ byte: UInt8) -> UInt8 {
        ignoresCase && byte.isUpper ? byte | 0x20 : byte
    }

    private static func hash(_ first: UInt8, _ middle: UInt8, _ last: UInt8, _ count: Int) -> Int {
        let mixed =
            UInt32(first) &* 31 &+ UInt32(middle) &* 541 &+ UInt32(last) &* 6121
            &+ UInt32(truncatingIfNeeded: count) &* 97
        return Int((mixed ^ (mixed >> 11)) & 2047)
    }
}
