/// A set of token kinds; a language has at most 256.
struct TokenSet: Hashable, Sendable {
    private var words = SIMD4<UInt64>()

    init() {}

    init(_ kind: UInt8) {
        insert(kind)
    }

    @inline(__always)
    func contains(_ kind: UInt8) -> Bool {
        words[Int(kind &>> 6)] & (1 &<< UInt64(kind & 63)) != 0
    }

    mutating func insert(_ kind: UInt8) {
        words[Int(kind >> 6)] |= 1 << UInt64(kind & 63)
    }

    mutating func formUnion(_ other: TokenSet) {
        words |= other.words
    }

    mutating func subtract(_ other: TokenSet) {
        words &= ~other.words
    }

    func meets(_ other: TokenSet) -> Bool {
        words & other.words != SIMD4()
    }

    var isEmpty: Bool { words == SIMD4() }

    /// The kind in a set of one; nil for all others.
    var only: UInt8? {
        let count = words.indices.reduce(0) { $0 + words[$1].nonzeroBitCount }
        return count == 1 ? (UInt8.min...UInt8.max).first(where: contains) : nil
    }

    /// The kinds in ascending order.
    var members: [UInt8] { (UInt8.min...UInt8.max).filter(contains) }
}
