import Foundation
import Images
import Testing

/// The sizes of pictures, from the first bytes of files that Pillow wrote.
struct ImageHeadTests {
    /// Each shows 30 × 20 pixels.
    private static let files: [(name: String, base64: String)] = [
        ("png", "iVBORw0KGgoAAAANSUhEUgAAAB4AAAAUCAIAAAAVyRqTAAAAI0lEQQ=="),
        ("gif", "R0lGODdhHgAUAIEAAMgKCgAAAAAAAAAAACwAAAAAHgAUAEAIKgABCA=="),
        ("lossy webp", "UklGRkwAAABXRUJQVlA4IEAAAAAwAwCdASoeABQAPm00lkekIyIhKA=="),
        ("lossless webp", "UklGRh4AAABXRUJQVlA4TBEAAAAvHcAEAAdQhSJXof+BiOh/AAA="),
        ("extended webp", "UklGRoAAAABXRUJQVlA4WAoAAAAIAAAAHQAAEwAAVlA4IEAAAAAwAw=="),
    ]
    /// Exif orientation 6: to be turned by a quarter.
    private static let turned =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/wAARCAAUAB4DASIA"

    private func bytes(_ base64: String) throws -> ArraySlice<UInt8> {
        Array(try #require(Data(base64Encoded: base64)))[...]
    }

    private func size(_ text: String) -> [Int]? {
        ImageHead.size(in: Array(text.utf8)[...]).map { [$0.width, $0.height] }
    }

    @Test func readsEachFormat() throws {
        for (name, base64) in Self.files {
            let size = ImageHead.size(in: try bytes(base64))
            #expect(size == ImageSize(width: 30, height: 20), "\(name)")
        }
    }

    /// Its directory has three pictures of 16, 256 (written as 0) and 48 pixels.
    @Test func takesTheWidestPictureOfAnIcon() {
        let rest = [UInt8](repeating: 0, count: 14)
        let sides: [[UInt8]] = [[16, 16], [0, 0], [48, 48]]
        let icon: [UInt8] = [0, 0, 1, 0, 3, 0] + sides.flatMap { $0 + rest }
        #expect(ImageHead.size(in: icon[...]) == ImageSize(width: 256, height: 256))
        #expect(ImageHead.size(in: icon[..<22]) == ImageSize(width: 16, height: 16))
        #expect(ImageHead.size(in: icon[..<6]) == nil)
    }

    /// The segments before the frame, each from its marker on.
    private func jpeg(_ segments: [[UInt8]], frame: UInt8 = 0xC0) -> ArraySlice<UInt8> {
        let end: [UInt8] = [0xFF, frame, 0, 17, 8, 0, 20, 0, 30, 3]
        return ([0xFF, 0xD8] + segments.flatMap { $0 } + end)[...]
    }

    @Test(arguments: [0xC0, 0xC1, 0xC2, 0xC9] as [UInt8])
    func readsEachKindOfJPEGFrame(_ frame: UInt8) {
        let table: [UInt8] = [0xFF, 0xDB, 0, 4, 1, 2]
        let filler: [UInt8] = [0xFF]
        let file = jpeg([table, filler, [0xFF, 0xD0], table], frame: frame)
        #expect(ImageHead.size(in: file) == ImageSize(width: 30, height: 20))
    }

    @Test func takesNoTableForAFrame() {
        #expect(ImageHead.size(in: jpeg([], frame: 0xC4)) == nil)
    }

    @Test func turnsAJPEGAsItsCameraWasHeld() throws {
        let size = ImageHead.size(in: try bytes(Self.turned))
        #expect(size == ImageSize(width: 20, height: 30))
    }

    @Test func readsTheByteOrderOfIntel() {
        for (orientation, width) in [(1, 30), (3, 30), (5, 20), (8, 20), (9, 30)] {
            var exif: [UInt8] = Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0]
            exif += [0x12, 0x01, 3, 0, 1, 0, 0, 0, UInt8(orientation), 0, 0, 0]
            let file = jpeg([[0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif])
            #expect(ImageHead.size(in: file)?.width == width, "\(orientation)")
        }
    }

    // MARK: SVG

    @Test(arguments: [
        (#"<svg width="30" height="20">"#, [30, 20]),
        (#"<svg xmlns="http://www.w3.org/2000/svg" width='30px' height = "20.4px" />"#, [30, 20]),
        (#"<svg viewBox="0 0 300 200"/>"#, [300, 200]),
        (#"<svg viewBox="-1,-1,300,200" width="30"/>"#, [30, 20]),
        (#"<svg viewBox="0 0 300 200" height="20"/>"#, [30, 20]),
        (#"<svg width="100%" viewBox="0 0 300 200">"#, [300, 200]),
        (#"<svg width="1in" height="72pt">"#, [96, 96]),
        (
            "<?xml version=\"1.0\"?>\n<!-- <svg width='1' height='1'> -->\n<!DOCTYPE svg [ <!ENTITY a \">\"> ]>\n"
                + "<svg:svg width=\"30\" height=\"20\">", [30, 20]
        ),
    ])
    func readsSVG(_ text: String, _ expected: [Int]) {
        #expect(size(text) == expected)
    }

    @Test(arguments: [
        "", "<", "<svg", "<svg width", "<svg width=", "<svg width=\"", "<svg width=30 height=20>",
        "<svg width=\"100%\">", "<svg width=\"-3\" height=\"2\">", "<svg viewBox=\"0 0 0 0\">",
        "<svg width=\"nan\" height=\"inf\">", "<html><svg width=\"3\" height=\"3\">",
        "<svg width=\"1e99\" height=\"1e99\">", "<!--", "<!DOCTYPE [",
    ])
    func givesNoSizeOfWhatTellsNone(_ text: String) {
        #expect(size(text) == nil)
    }

    // MARK: Broken files

    /// No beginning of any file is more than unknown; a wrong one is never a crash.
    @Test func bearsFilesThatEndAnywhere() throws {
        for base64 in Self.files.map(\.base64) + [Self.turned] {
            let whole = try bytes(base64)
            for end in 0..<whole.count {
                let size = ImageHead.size(in: whole.prefix(end))
                #expect(size == nil || size == ImageHead.size(in: whole))
            }
        }
    }

    @Test func bearsRandomBytesBehindEachMark() throws {
        var random = SplitMix(state: 3)
        let marks =
            try Self.files.map { try bytes($0.base64).prefix(16) } + [
                [0xFF, 0xD8, 0xFF, 0xE1][...]
            ]
        for round in 0..<4000 {
            let mark = marks[round % marks.count]
            let tail = (0..<40).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            if let size = ImageHead.size(in: mark + tail) {
                #expect(size.width > 0 && size.height > 0)
            }
        }
    }

    @Test func readsASliceThatDoesNotBeginAtZero() throws {
        let file = try bytes(Self.files[0].base64)
        #expect(ImageHead.size(in: ([1, 2, 3] + file)[3...]) == ImageSize(width: 30, height: 20))
    }

    @Test func scalesTheOtherSide() throws {
        let size = try #require(ImageSize(width: 300, height: 200))
        #expect(size.height(atWidth: 100) == 67)
        #expect(size.width(atHeight: 1) == 2)
    }
}

/// A generator that gives the same numbers at each run.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
