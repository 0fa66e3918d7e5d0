#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension UnsafeRawBufferPointer {
    /// The first position of a byte from `start` on; nil if it does not occur. O(bytes), by
    /// `memchr`, which compares 32 of them at a time.
    package func index(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return base.distance(to: UnsafeRawPointer(found))
    }

    /// Whether a short pattern occurs. O(bytes · pattern) at worst.
    package func contains(_ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first else { return true }
        var next = 0
        while let i = index(of: first, from: next), i + pattern.count <= count {
            if self[i..<i + pattern.count].elementsEqual(pattern) { return true }
            next = i + 1
        }
        return false
    }

    /// Whether other bytes are at a position. O(bytes), by `memcmp`.
    package func has(_ other: UnsafeRawBufferPointer, at start: Int) -> Bool {
        guard start >= 0, other.count <= count - start else { return false }
        guard let base = baseAddress, let theirs = other.baseAddress else { return other.isEmpty }
        return memcmp(base + start, theirs, other.count) == 0
    }
}

extension [UInt8] {
    /// Whether `pattern` is at `i`, and ends before `end`.
    package func has(_ pattern: StaticString, at i: Int, before end: Int) -> Bool {
        let length = pattern.utf8CodeUnitCount
        guard i >= 0, i + length <= end else { return false }
        return pattern.withUTF8Buffer { text in
            for k in 0..<length where self[i + k] != text[k] { return false }
            return true
        }
    }

    /// The first place in `range` where `pattern`, which is not empty, is. O(range).
    package func firstIndex(of pattern: [UInt8], in range: Range<Int>) -> Int? {
        guard let first = pattern.first else { return nil }
        let span = span
        var i = range.lowerBound
        let last = range.upperBound - pattern.count
        while i <= last {
            if span[i] == first {
                var k = 1
                while k < pattern.count, span[i + k] == pattern[k] { k += 1 }
                if k == pattern.count { return i }
            }
            i += 1
        }
        return nil
    }

    /// The first position of a byte from `start` on; nil if it does not occur. O(bytes), by `memchr`.
    package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        withUnsafeBytes { $0.index(of: byte, from: start) }
    }

    /// The first position of a non-ASCII byte from `start` on; nil without one. O(bytes),
    /// eight of them at a time.
    package func firstBeyondASCII(from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            var i = start
            while i + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                i += 8
            }
            while i < bytes.count {
                if bytes[i] >= 0x80 { return i }
                i += 1
            }
            return nil
        }
    }

    /// How often a byte occurs. O(bytes).
    package func count(of byte: UInt8) -> Int {
        withUnsafeBytes { bytes in
            var count = 0
            for other in bytes where other == byte { count &+= 1 }
            return count
        }
    }
}
