/// The different terms of one post while it is read: a hash table over one array of bytes, so that
/// no term is an object of its own.
struct SearchTermSet {
    private struct Entry {
        /// The first eight bytes, for nearly all terms all of it.
        let beginning: UInt64
        let hash: UInt32
        let start: UInt32
        let length: UInt8
        var weight: SearchWeight
        var count: UInt8
    }

    private let shards: SearchShards
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Indices into ``entries`` plus one; 0: free. A power of two, at most half full.
    private var slots: [UInt32]

    init(shards: SearchShards) {
        self.shards = shards
        slots = Array(repeating: 0, count: 1024)
    }

    /// Takes in one occurrence of a term of at most eight bytes. O(1).
    mutating func insert(_ term: ShortTerm, _ weight: SearchWeight) {
        insert(term, SearchShards.hash(term), weight, length: term.length) { _ in
            true
        } store: {
            var rest = term.bytes
            for _ in 0..<term.length {
                $0.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
        }
    }

    /// Takes in one occurrence of the term at `range` of some bytes. O(1).
    mutating func insert(_ text: [UInt8], _ range: Range<Int>, _ weight: SearchWeight) {
        if let short = ShortTerm(text, range) { return insert(short, weight) }
        let beginning = ShortTerm(text, range.prefix(8)) ?? ShortTerm()
        insert(beginning, SearchShards.hash(text, range), weight, length: range.count) { stored in
            stored.bytes.holds(text, range, at: stored.start)
        } store: {
            for i in range { $0.append(text[i]) }
        }
    }

    @inline(__always)
    private mutating func insert(
        _ beginning: ShortTerm, _ hash: UInt32, _ weight: SearchWeight, length: Int,
        isEqual: ((bytes: [UInt8], start: Int)) -> Bool, store: (inout [UInt8]) -> Void
    ) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            let entry = entries[index]
            if entry.beginning == beginning.bytes, entry.hash == hash,
                Int(entry.length) == length, isEqual((bytes, Int(entry.start)))
            {
                if entry.weight < weight { entries[index].weight = weight }
                if entry.count < 3 { entries[index].count += 1 }
                return
            }
            slot = (slot + 1) & mask
        }
        entries.append(
            Entry(
                beginning: beginning.bytes, hash: hash, start: UInt32(bytes.count),
                length: UInt8(length), weight: weight, count: 1))
        slots[slot] = UInt32(entries.count)
        store(&bytes)
        if entries.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for (index, entry) in entries.enumerated() {
            var slot = Int(entry.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The terms, in the order of their first occurrence.
    var terms: [String] {
        entries.map {
            String(decoding: bytes[Int($0.start)..<Int($0.start) + Int($0.length)], as: UTF8.self)
        }
    }

    /// The terms by bucket. O(terms).
    func packed() -> SearchTerms {
        var offsets = [UInt32](repeating: 0, count: shards.buckets + 1)
        let buckets = entries.map {
            UInt8(shards.bucket(ofShard: shards.shard(ofHash: $0.hash)))
        }
        for (entry, bucket) in zip(entries, buckets) {
            offsets[Int(bucket) + 1] += UInt32(entry.length) + 1
        }
        for bucket in 0..<shards.buckets { offsets[bucket + 1] += offsets[bucket] }
        var packed = [UInt8](repeating: 0, count: Int(offsets[shards.buckets]))
        var ends = offsets
        for (entry, bucket) in zip(entries, buckets) {
            var at = Int(ends[Int(bucket)])
            let weight = entry.weight == .body && entry.count > 2 ? .often : entry.weight
            packed[at] = weight.rawValue << 6 | entry.length
            at += 1
            for byte in bytes[Int(entry.start)..<Int(entry.start) + Int(entry.length)] {
                packed[at] = byte
                at += 1
            }
            ends[Int(bucket)] = UInt32(at)
        }
        return SearchTerms(bytes: packed, offsets: offsets)
    }
}

extension [UInt8] {
    /// Whether the bytes from `start` on are those of `other` at `range`; terms are so short that a
    /// loop is the fastest way.
    func holds(_ other: [UInt8], _ range: Range<Int>, at start: Int) -> Bool {
        var i = start
        for k in range {
            if self[i] != other[k] { return false }
            i += 1
        }
        return true
    }
}
