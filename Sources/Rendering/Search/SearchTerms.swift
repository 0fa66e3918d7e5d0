/// The terms of one post, packed: what the index needs of it once its text was let go of.
///
/// Some 8 bytes for each different term, by bucket.
package struct SearchTerms: Sendable {
    /// One after the other: a byte of weight and length, then the term in UTF-8.
    let bytes: [UInt8]
    /// Where each bucket begins in ``bytes``, and the end.
    let offsets: [UInt32]

    /// The longest term in bytes; longer words, such as digests, are nothing that one searches for.
    static let longest = 40

    /// Calls `body` with each term of a bucket: its weight and its place in ``bytes``.
    func forEach(inBucket bucket: Int, _ body: (SearchWeight, Range<Int>) -> Void) {
        var i = Int(offsets[bucket])
        let end = Int(offsets[bucket + 1])
        while i < end {
            let weight = SearchWeight(rawValue: bytes[i] >> 6) ?? .body
            let length = Int(bytes[i] & 0x3F)
            body(weight, i + 1..<i + 1 + length)
            i += 1 + length
        }
    }
}

/// Where in a post a term occurs; what says more is greater.
enum SearchWeight: UInt8, Comparable, Sendable {
    case body
    /// Three times or more in the body.
    case often
    /// In a heading, a tag or a category.
    case heading
    case title

    static func < (a: SearchWeight, b: SearchWeight) -> Bool { a.rawValue < b.rawValue }
}

/// Into which file of the index, and into which part of the work, a term falls.
struct SearchShards: Sendable, Hashable {
    /// How many files there are; a power of two.
    let count: Int

    /// Parts of the index that are put together on their own, each of the same number of files.
    var buckets: Int { min(count, 64) }

    func bucket(ofShard shard: Int) -> Int { shard / (count / buckets) }

    /// The files of a bucket.
    func shards(inBucket bucket: Int) -> Range<Int> {
        let size = count / buckets
        return bucket * size..<(bucket + 1) * size
    }

    func shard(ofHash hash: UInt32) -> Int { Int(hash) & (count - 1) }

    /// FNV-1a of 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), its halves folded together,
    /// for its low bits alone are weak: `search.js` computes the same.
    static func hash(_ text: [UInt8], _ range: Range<Int>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for i in range { hash = (hash ^ UInt32(text[i])) &* 0x0100_0193 }
        return hash ^ hash >> 16
    }

    /// The same of a short term.
    static func hash(_ term: ShortTerm) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        var rest = term.bytes
        for _ in 0..<term.length {
            hash = (hash ^ UInt32(truncatingIfNeeded: rest & 0xFF)) &* 0x0100_0193
            rest >>= 8
        }
        return hash ^ hash >> 16
    }
}
