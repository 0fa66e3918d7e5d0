/// A term of at most eight bytes in a register: a pair of Han characters has six, most words have
/// fewer.
struct ShortTerm: Sendable, Hashable {
    /// The first byte is the lowest; those after the end are 0.
    private(set) var bytes: UInt64 = 0
    private(set) var length = 0

    init() {}

    /// nil: the range is longer. O(1).
    init?(_ text: [UInt8], _ range: Range<Int>) {
        guard range.count <= 8 else { return nil }
        for i in range.reversed() { bytes = bytes << 8 | UInt64(text[i]) }
        length = range.count
    }

    /// One character in UTF-8, at most four bytes.
    init(_ character: some Collection<UInt8>) {
        for byte in character {
            bytes |= UInt64(byte) << UInt64(8 * length)
            length += 1
        }
    }

    /// One character of three bytes.
    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        bytes = UInt64(first) | UInt64(second) << 8 | UInt64(third) << 16
        length = 3
    }

    /// Both together; each has at most four bytes.
    static func + (a: ShortTerm, b: ShortTerm) -> ShortTerm {
        var pair = a
        pair.bytes |= b.bytes << UInt64(8 * a.length)
        pair.length += b.length
        return pair
    }
}
