import Text

/// The terms of a part of the index, each with the posts that have it.
struct SearchPostings {
    private struct Term {
        let hash: UInt32
        let start: UInt32
        let length: UInt8
        /// One more than the number of the post that was added last.
        var next: UInt32 = 0
        /// How many digits its posts take.
        var digits: UInt32 = 0
    }

    private struct Posting {
        let term: UInt32
        /// The distance to the post before and the weight.
        let value: UInt32
    }

    private var bytes: [UInt8] = []
    private var terms: [Term] = []
    private var postings: [Posting] = []
    /// Indices into ``terms`` plus one; 0: free. A power of two, at most half full.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    /// Adds a post to the term at `range` of some bytes; the posts of a term have to come in
    /// ascending order. O(1).
    mutating func add(_ text: [UInt8], _ range: Range<Int>, post: Int, _ weight: SearchWeight) {
        let index = index(of: text, range)
        let value = (UInt32(post) - terms[index].next) << 2 | UInt32(weight.rawValue)
        terms[index].next = UInt32(post) + 1
        terms[index].digits += UInt32(Self.digits(of: value))
        postings.append(Posting(term: UInt32(index), value: value))
    }

    private mutating func index(of text: [UInt8], _ range: Range<Int>) -> Int {
        let hash = SearchShards.hash(text, range)
        // The low bits are the same in all terms of a file.
        var slot = Int(hash &* 0x9E37_79B1 >> 7) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            let entry = terms[index]
            if entry.hash == hash, Int(entry.length) == range.count,
                bytes.holds(text, range, at: Int(entry.start))
            {
                return index
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        terms.append(
            Term(hash: hash, start: UInt32(bytes.count), length: UInt8(range.count)))
        for i in range { bytes.append(text[i]) }
        slots[slot] = UInt32(terms.count)
        if terms.count * 2 > slots.count { grow() }
        return terms.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for (index, term) in terms.enumerated() {
            var slot = Int(term.hash &* 0x9E37_79B1 >> 7) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The text of each file: its terms in byte order, a line for each. O(postings + n log n in terms).
    func files(_ files: Range<Int>, _ shards: SearchShards) -> [[UInt8]] {
        let digits = postingDigits()
        var byFile = [[Int]](repeating: [], count: files.count)
        for (index, term) in terms.enumerated() {
            byFile[shards.shard(ofHash: term.hash) - files.lowerBound].append(index)
        }
        return byFile.map { own in
            let sorted = own.sorted { text(of: $0).lexicographicallyPrecedes(text(of: $1)) }
            var out: [UInt8] = []
            out.append(UInt8(ascii: "\n"))
            for index in sorted {
                out.append(contentsOf: text(of: index))
                out.append(UInt8(ascii: " "))
                out.append(
                    contentsOf: digits.bytes[digits.starts[index]..<digits.starts[index + 1]])
                out.append(UInt8(ascii: "\n"))
            }
            return out
        }
    }

    private func text(of term: Int) -> ArraySlice<UInt8> {
        let term = terms[term]
        return bytes[Int(term.start)..<Int(term.start) + Int(term.length)]
    }

    /// The posts of all terms, one term after the other.
    private func postingDigits() -> (bytes: [UInt8], starts: [Int]) {
        var starts = [0]
        starts.reserveCapacity(terms.count + 1)
        for term in terms { starts.append(starts[starts.count - 1] + Int(term.digits)) }
        var out = [UInt8](repeating: 0, count: starts[terms.count])
        var ends = starts
        for posting in postings {
            let count = Self.digits(of: posting.value)
            let start = ends[Int(posting.term)]
            var value = posting.value
            for k in stride(from: count - 1, through: 0, by: -1) {
                let isLast = k == count - 1
                out[start + k] = Self.alphabet[Int(value & 31) + (isLast ? 0 : 32)]
                value >>= 5
            }
            ends[Int(posting.term)] = start + count
        }
        return (out, starts)
    }

    private static func digits(of value: UInt32) -> Int {
        max(1, (32 - value.leadingZeroBitCount + 4) / 5)
    }

    /// base64url (RFC 4648, section 5).
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
