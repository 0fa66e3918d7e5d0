/// Finds the items of large tables by their keys: a hash table with open addressing over the nodes
/// of a ``TOMLTree``, with a new seed in each process like Swift's own.
struct TOMLKeyIndex {
    /// Their count is a power of two, at least twice the number of nodes. Node 0: free.
    private var places: [(node: Int, hash: Int)] = []
    private var count = 0

    static func hash(_ name: ArraySlice<UInt8>, in table: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(table)
        name.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// The first node with this hash that satisfies the predicate; nil without one. O(1) on
    /// average.
    func first(_ hash: Int, where isMeant: (Int) -> Bool) -> Int? {
        guard !places.isEmpty else { return nil }
        var place = hash & (places.count - 1)
        while places[place].node != 0 {
            if places[place].hash == hash, isMeant(places[place].node) { return places[place].node }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// Adds a node that is not in it. O(1) on average.
    mutating func insert(_ node: Int, _ hash: Int) {
        if (count + 1) * 2 > places.count {
            let old = places
            places = Array(repeating: (0, 0), count: max(64, old.count * 2))
            for place in old where place.node != 0 { put(place) }
        }
        put((node, hash))
        count += 1
    }

    private mutating func put(_ entry: (node: Int, hash: Int)) {
        var place = entry.hash & (places.count - 1)
        while places[place].node != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = entry
    }
}
