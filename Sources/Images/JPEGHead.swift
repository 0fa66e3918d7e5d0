/// The size of a JPEG file (ITU-T T.81, annex B), rotated by its orientation (Exif 2.32, 4.6.5):
/// browsers rotate the picture before layout.
struct JPEGHead {
    private let reader: ImageHeaderReader

    init(_ reader: ImageHeaderReader) {
        self.reader = reader
    }

    /// nil if no frame header comes before the picture or the end of the bytes. O(segments).
    func size() -> ImageSize? {
        var isTurned = false
        var offset = 2
        while reader.byte(at: offset) == 0xFF {
            guard let marker = reader.byte(at: offset + 1) else { return nil }
            switch marker {
            case 0xFF:  // filler
                offset += 1
                continue
            case 0x01, 0xD0...0xD7:  // without a length
                offset += 2
                continue
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard let height = reader.big(2, at: offset + 5),
                    let width = reader.big(2, at: offset + 7)
                else { return nil }
                return isTurned
                    ? ImageSize(width: height, height: width)
                    : ImageSize(width: width, height: height)
            case 0xD9, 0xDA: return nil
            case 0xE1:
                if let orientation = orientation(at: offset + 4) {
                    isTurned = (5...8).contains(orientation)
                }
            default: break
            }
            guard let length = reader.big(2, at: offset + 2), length >= 2 else { return nil }
            offset += 2 + length
        }
        return nil
    }

    /// The tag 0x0112 of the first directory of an Exif segment.
    private func orientation(at start: Int) -> Int? {
        guard reader.has("Exif\0\0", at: start) else { return nil }
        let tiff = start + 6
        let isLittle = reader.has("II", at: tiff)
        guard isLittle || reader.has("MM", at: tiff) else { return nil }
        func number(_ count: Int, _ offset: Int) -> Int? {
            isLittle ? reader.little(count, at: offset) : reader.big(count, at: offset)
        }
        guard let directory = number(4, tiff + 4), let entries = number(2, tiff + directory) else {
            return nil
        }
        for entry in 0..<min(entries, 200) {
            let offset = tiff + directory + 2 + entry * 12
            guard let tag = number(2, offset) else { return nil }
            if tag == 0x0112 { return number(2, offset + 8) }
        }
        return nil
    }
}
