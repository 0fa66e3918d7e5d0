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
        slots = Array(repeating: 0, count: 2048)
        entries.reserveCapacity(1024)
        bytes.reserveCapacity(8192)
    }

    /// Takes in one occurrence of a term of at most eight bytes. O(1).
    mutating func insert(_ term: ShortTerm, _ weight: SearchWeight) {
        let hash = SearchShards.hash(term)
        let (slot, known) = find(term, hash, length: term.length)
        if let known { return count(known, weight) }
        add(term, hash, length: term.length, weight, at: slot)
        var rest = term.bytes
        for _ in 0..<term.length {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Takes in one occurrence of the term at `range` of some bytes. O(1).
    mutating func insert(_ text: [UInt8], _ range: Range<Int>, _ weight: SearchWeight) {
        if let short = ShortTerm(text, range) { return insert(short, weight) }
        let hash = SearchShards.hash(text, range)
        let beginning = ShortTerm(text, range.prefix(8)) ?? ShortTerm()
        var (slot, known) = find(beginning, hash, length: range.count)
        while let index = known {
            if bytes.holds(text, range, at: Int(entries[index].start)) {
                return count(index, weight)
            }
            // Equal so far, and longer than what is compared in a register.
            (slot, known) = find(beginning, hash, length: range.count, behind: slot)
        }
        add(beginning, hash, length: range.count, weight, at: slot)
        for i in range { bytes.append(text[i]) }
    }

    /// The slot of a term, and its entry; a free slot and nil for one that is not there.
    @inline(__always)
    private func find(
        _ beginning: ShortTerm, _ hash: UInt32, length: Int, behind last: Int? = nil
    ) -> (slot: Int, index: Int?) {
        let mask = slots.count - 1
        var slot = last.map { ($0 + 1) & mask } ?? (Int(hash) & mask)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            let entry = entries[index]
            if entry.beginning == beginning.bytes, entry.hash == hash, Int(entry.length) == length {
                return (slot, index)
            }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    /// One more occurrence of a term that is there.
    private mutating func count(_ index: Int, _ weight: SearchWeight) {
        if entries[index].weight < weight { entries[index].weight = weight }
        if entries[index].count < 3 { entries[index].count += 1 }
    }

    /// A new term, whose bytes the caller appends.
    private mutating func add(
        _ beginning: ShortTerm, _ hash: UInt32, length: Int, _ weight: SearchWeight, at slot: Int
    ) {
        entries.append(
            Entry(
                beginning: beginning.bytes, hash: hash, start: UInt32(bytes.count),
                length: UInt8(length), weight: weight, count: 1))
        slots[slot] = UInt32(entries.count)
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
        for index in entries.indices {
            let (entry, bucket) = (entries[index], Int(buckets[index]))
            var at = Int(ends[bucket])
            let weight = entry.weight == .body && entry.count > 2 ? .often : entry.weight
            packed[at] = weight.rawValue << 6 | entry.length
            at += 1
            for i in Int(entry.start)..<Int(entry.start) + Int(entry.length) {
                packed[at] = bytes[i]
                at += 1
            }
            ends[bucket] = UInt32(at)
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
