import Testing

@testable import Preview

struct ByteRangeTests {
    @Test(
        arguments: [
            (nil, .whole), ("bytes=0-2", .part(0..<3)), ("bytes=3-", .part(3..<10)),
            ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)),
            ("bytes=5-500", .part(5..<10)), ("Bytes=0-0", .part(0..<1)),
            ("bytes=9-9", .part(9..<10)), ("bytes=10-", .unsatisfiable),
            ("bytes=50-60", .unsatisfiable), ("bytes=-0", .unsatisfiable),
            ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=0-99999999999999999999", .part(0..<10)),
            // What is not understood is as if it were not there.
            ("bytes=5-3", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole),
            ("bytes=0-1,4-5", .whole), ("lines=0-1", .whole), ("bytes", .whole),
            ("bytes=+1-2", .whole), ("bytes=1--2", .whole),
        ] as [(String?, ByteRange)])
    func reads(_ header: String?, _ range: ByteRange) {
        #expect(ByteRange(header, size: 10) == range)
    }

    @Test func anEmptyFileHasNoRange() {
        #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
        #expect(ByteRange(nil, size: 0) == .whole)
    }
}
