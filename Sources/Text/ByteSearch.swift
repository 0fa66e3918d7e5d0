#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension UnsafeRawBufferPointer {
    /// Where a byte stands first from `start` on; nil: nowhere. O(bytes), by `memchr`, which looks at
    /// 32 of them at a time.
    package func index(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return base.distance(to: UnsafeRawPointer(found))
    }

    /// Whether a short pattern stands anywhere. O(bytes · pattern) at worst.
    package func contains(_ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first else { return true }
        var next = 0
        while let i = index(of: first, from: next), i + pattern.count <= count {
            if self[i..<i + pattern.count].elementsEqual(pattern) { return true }
            next = i + 1
        }
        return false
    }
}
