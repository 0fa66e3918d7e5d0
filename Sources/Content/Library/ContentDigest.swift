/// 128 bits of some bytes, equal for equal bytes: shows whether an input changed since the last
/// build.
///
/// Two lanes of 64-bit multiplications, some GB a second. Only for change detection: anybody can
/// make two inputs with the same digest, so it must never name a file or guard anything.
package struct ContentDigest: Hashable, Sendable, Codable, CustomStringConvertible {
    package private(set) var high: UInt64
    package private(set) var low: UInt64

    /// Files are digested block by block, so that a large one is never in memory as a whole.
    package static let blockSize = 1 << 20

    /// The digest of nothing, to absorb into.
    package init() {
        high = 0x9E37_79B9_7F4A_7C15
        low = 0xC2B2_AE3D_27D4_EB4F
    }

    /// The digest of a file's bytes, the same as ``SiteFolder/digest(of:)`` gives. O(bytes).
    package init(of bytes: [UInt8]) {
        self.init()
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.blockSize, bytes.count)
            absorb(bytes[start..<end])
            start = end
        }
    }

    /// 32 hexadecimal digits.
    package var description: String {
        [high, low].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Absorbs one more part. The division into parts matters: `ab` then `c` is not `a`, `bc`.
    package mutating func absorb(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable {
            absorb(UnsafeRawBufferPointer($0))
        }
        if done == nil { Array(bytes).withUnsafeBytes { absorb($0) } }
    }

    /// Absorbs a text, such as a path.
    package mutating func absorb(_ text: String) {
        absorb(text.utf8)
    }

    /// Absorbs another digest.
    package mutating func absorb(_ other: ContentDigest) {
        mix(other.high, other.low)
    }

    /// Unaligned loads of eight bytes make this faster than reading the files.
    private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        var i = 0
        while i + 16 <= bytes.count {
            mix(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)),
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)))
            i += 16
        }
        var rest: (UInt64, UInt64) = (0, 0)
        for (n, byte) in bytes[i...].enumerated() {
            if n < 8 {
                rest.0 |= UInt64(byte) << UInt64(8 * n)
            } else {
                rest.1 |= UInt64(byte) << UInt64(8 * (n - 8))
            }
        }
        mix(rest.0, rest.1)
        mix(UInt64(bytes.count), 0)
    }

    /// Folds both halves of two 128-bit products, each with its own key, into the lanes. It also
    /// adds the words, so that a product of zero does not lose them.
    private mutating func mix(_ a: UInt64, _ b: UInt64) {
        let one = (a ^ high ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
            by: b ^ 0xE703_7ED1_A0B4_28DB)
        let two = (b ^ low ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(
            by: a ^ 0x5899_65CC_7537_4CC3)
        high = (high << 23 | high >> 41) &+ (one.high ^ one.low) &+ b
        low = (low << 29 | low >> 35) &+ (two.high ^ two.low) &+ a
    }
}
