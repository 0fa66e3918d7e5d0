/// Recognizes files without text by their first bytes: pictures, fonts, sound, film and compressed
/// archives.
///
/// The signatures are those of the formats' own specifications. A text could begin with one made of
/// letters, `OTTO_HOST=…`, so the file must also have a zero byte there, as all these formats do.
/// Names and extensions do not count.
enum MediaSignature {
    /// How many bytes decide.
    static let length = 64

    /// - Parameters:
    ///   - head: the first bytes of the file.
    ///   - size: of the whole file, in bytes.
    static func matches(at head: ArraySlice<UInt8>, size: Int64) -> Bool {
        guard let first = head.first else { return false }
        let isBinary = head.prefix(length).contains(0)
        for signature in byFirst[Int(first)] where signature.fits(head, isBinary: isBinary) {
            switch signature.kind {
            case .plain: return true
            case .riff:
                if ["WEBP", "WAVE", "AVI "].contains(where: { has($0, in: head, at: 8) }) {
                    return true
                }
            case .bitmap:
                // It contains the size of the file.
                if number(in: head, at: 2) == size { return true }
            case .bzip:
                if has("1AY&SY", in: head, at: 4) { return true }
            }
        }
        // ISO base media (MP4, AVIF, HEIC): a length, then `ftyp`.
        return isBinary && has("ftyp", in: head, at: 4)
    }

    private enum Kind: Sendable { case plain, riff, bitmap, bzip }

    private struct Signature: Sendable {
        let bytes: [UInt8]
        let kind: Kind
        /// Whether a text could begin with it.
        private let isOfText: Bool

        init(_ bytes: [UInt8], _ kind: Kind = .plain) {
            self.bytes = bytes
            self.kind = kind
            isOfText = bytes.allSatisfy { (0x20...0x7E).contains($0) }
        }

        /// - Parameter isBinary: whether a zero byte is in the head.
        func fits(_ head: ArraySlice<UInt8>, isBinary: Bool) -> Bool {
            head.starts(with: bytes) && (isBinary || !isOfText)
        }
    }

    private static let plain: [[UInt8]] = [
        // Pictures: PNG, JPEG, GIF, TIFF, ICO, CUR, PSD, JPEG XL.
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF],
        Array("GIF87a".utf8), Array("GIF89a".utf8), [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A],
        [0, 0, 1, 0], [0, 0, 2, 0], Array("8BPS".utf8), [0xFF, 0x0A],
        [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20],
        // Fonts: WOFF, WOFF 2, TrueType, OpenType, collections.
        Array("wOFF".utf8), Array("wOF2".utf8), [0, 1, 0, 0, 0], Array("OTTO".utf8),
        Array("ttcf".utf8),
        // Archives: ZIP, gzip, xz, 7z, Zstandard, RAR, LZ4.
        [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x1F, 0x8B, 8],
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
        [0x28, 0xB5, 0x2F, 0xFD], [0x52, 0x61, 0x72, 0x21, 0x1A, 7], [4, 0x22, 0x4D, 0x18],
        // Sound and film: MP3, Ogg, FLAC, Matroska, MIDI.
        [0x49, 0x44, 0x33, 2], [0x49, 0x44, 0x33, 3], [0x49, 0x44, 0x33, 4], [0xFF, 0xFB],
        [0xFF, 0xF3], Array("OggS\u{0}".utf8), Array("fLaC".utf8), [0x1A, 0x45, 0xDF, 0xA3],
        Array("MThd\u{0}".utf8),
    ]

    private static let others = [
        Signature(Array("RIFF".utf8), .riff),
        Signature(Array("BM".utf8), .bitmap),
        Signature(Array("BZh".utf8), .bzip),
    ]

    private static let byFirst: [[Signature]] = (0..<256).map { byte in
        (plain.map { Signature($0) } + others).filter { Int($0.bytes[0]) == byte }
    }

    private static func has(_ text: String, in head: ArraySlice<UInt8>, at offset: Int) -> Bool {
        head.dropFirst(offset).starts(with: text.utf8)
    }

    /// Four bytes, the lowest first.
    private static func number(in head: ArraySlice<UInt8>, at offset: Int) -> Int64? {
        let bytes = head.dropFirst(offset).prefix(4)
        guard bytes.count == 4 else { return nil }
        return bytes.reversed().reduce(0) { $0 << 8 | Int64($1) }
    }
}
