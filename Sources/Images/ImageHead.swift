/// Reads the size of a picture from the beginning of its file.
///
/// The bytes determine the format, never the name: a JPEG called `x.png` has the size of the JPEG,
/// as browsers see it.
package enum ImageHead {
    /// The extensions of the known formats, in lower case.
    package static let extensions: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "ico",
    ]

    /// The size; nil: an unknown format, or broken before the place with the size.
    ///
    /// - Parameter bytes: the beginning of the file; 64 KB are enough for all but JPEG files with
    ///   large profiles in front. O(bytes) at most.
    package static func size(in bytes: ArraySlice<UInt8>) -> ImageSize? {
        let reader = ImageHeaderReader(bytes)
        if reader.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
            return png(reader)
        }
        if reader.has([0xFF, 0xD8], at: 0) { return JPEGHead(reader).size() }
        if reader.has("GIF87a", at: 0) || reader.has("GIF89a", at: 0) {
            return size(reader.little(2, at: 6), reader.little(2, at: 8))
        }
        if reader.has("RIFF", at: 0), reader.has("WEBP", at: 8) { return webP(reader) }
        if reader.has([0, 0, 1, 0], at: 0) { return icon(reader) }
        return SVGHead(bytes).size()
    }

    /// The widest of the pictures of an ICO file: its directory has 16 bytes for each, whose first
    /// two are the sides, 0 for 256.
    private static func icon(_ reader: ImageHeaderReader) -> ImageSize? {
        guard let count = reader.little(2, at: 4) else { return nil }
        let sizes = (0..<count).lazy.map { 6 + 16 * $0 }.compactMap { entry -> ImageSize? in
            guard let width = reader.byte(at: entry), let height = reader.byte(at: entry + 1)
            else { return nil }
            return size(width == 0 ? 256 : Int(width), height == 0 ? 256 : Int(height))
        }
        return sizes.max { $0.width < $1.width }
    }

    /// The header chunk comes first (PNG 3rd edition, 11.2.1).
    private static func png(_ reader: ImageHeaderReader) -> ImageSize? {
        guard reader.has("IHDR", at: 12) else { return nil }
        return size(reader.big(4, at: 16), reader.big(4, at: 20))
    }

    /// WebP container (RFC 9649, section 2): lossy, lossless and extended files.
    private static func webP(_ reader: ImageHeaderReader) -> ImageSize? {
        if reader.has("VP8 ", at: 12), reader.has([0x9D, 0x01, 0x2A], at: 23) {
            guard let width = reader.little(2, at: 26), let height = reader.little(2, at: 28)
            else { return nil }
            // The upper two bits request scaling, which no browser does.
            return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
        }
        if reader.has("VP8L", at: 12), reader.has([0x2F], at: 20),
            let bits = reader.little(4, at: 21)
        {
            return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        }
        if reader.has("VP8X", at: 12), let width = reader.little(3, at: 24),
            let height = reader.little(3, at: 27)
        {
            return ImageSize(width: width + 1, height: height + 1)
        }
        return nil
    }

    private static func size(_ width: Int?, _ height: Int?) -> ImageSize? {
        guard let width, let height else { return nil }
        return ImageSize(width: width, height: height)
    }
}

/// Numbers and marks at offsets of a file's beginning; nil and false beyond its end.
struct ImageHeaderReader {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    func byte(at offset: Int) -> UInt8? {
        guard offset >= 0, offset < bytes.count else { return nil }
        return bytes[bytes.startIndex + offset]
    }

    func has(_ mark: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + mark.count <= bytes.count else { return false }
        let start = bytes.startIndex + offset
        return bytes[start..<start + mark.count].elementsEqual(mark)
    }

    func has(_ mark: String, at offset: Int) -> Bool { has(Array(mark.utf8), at: offset) }

    /// `count` bytes, the most significant first; at most 4.
    func big(_ count: Int, at offset: Int) -> Int? { number(Array(0..<count), at: offset) }

    /// `count` bytes, the least significant first; at most 4.
    func little(_ count: Int, at offset: Int) -> Int? {
        number(Array((0..<count).reversed()), at: offset)
    }

    private func number(_ order: [Int], at offset: Int) -> Int? {
        guard offset >= 0, offset + order.count <= bytes.count else { return nil }
        return order.reduce(0) { $0 << 8 | Int(bytes[bytes.startIndex + offset + $1]) }
    }
}
