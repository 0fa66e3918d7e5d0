/// A set of short words. Looks up a byte slice without allocating or hashing.
struct WordSet: Sendable {
    /// All words, shorter ones first, without separators.
    private let bytes: [UInt8]
    /// By length: where the words of that length begin in ``bytes``; one more entry for the end.
    private let starts: [Int]

    init(_ words: [String]) {
        let sorted = Set(words).map { Array($0.utf8) }.sorted { $0.count < $1.count }
        let longest = sorted.last?.count ?? 0
        bytes = Array(sorted.joined())
        starts = (0...longest + 1).map { length in
            sorted.reduce(0) { $1.count < length ? $0 + $1.count : $0 }
        }
    }

    /// Whether a text is one of the words, letter for letter. O(bytes of the words of its length).
    func contains(_ word: ArraySlice<UInt8>) -> Bool {
        let length = word.count
        guard length + 1 < starts.count, let first = word.first else { return false }
        var candidate = starts[length]
        while candidate < starts[length + 1] {
            if bytes[candidate] == first, isSame(candidate, word) { return true }
            candidate += length
        }
        return false
    }

    private func isSame(_ candidate: Int, _ word: ArraySlice<UInt8>) -> Bool {
        var place = candidate
        for byte in word {
            if bytes[place] != byte { return false }
            place += 1
        }
        return true
    }
}
