import Testing
import Text

struct ByteSearchTests {
    @Test(arguments: 0..<40)
    func findsBytesWhereverTheyStand(_ place: Int) {
        var bytes = [UInt8](repeating: 0x61, count: 40)
        bytes[place] = 0xE4
        #expect(bytes.firstIndex(of: 0xE4, from: 0) == place)
        #expect(bytes.firstIndex(of: 0xE4, from: place) == place)
        #expect(bytes.firstIndex(of: 0xE4, from: place + 1) == nil)
        #expect(bytes.firstBeyondASCII(from: 0) == place)
        #expect(bytes.firstBeyondASCII(from: place) == place)
        #expect(bytes.firstBeyondASCII(from: place + 1) == nil)
        #expect(bytes.count(of: 0x61) == 39)
    }

    @Test func findsNothingInNothing() {
        let bytes: [UInt8] = []
        #expect(bytes.firstIndex(of: 0x61, from: 0) == nil)
        #expect(bytes.firstBeyondASCII(from: 0) == nil)
        #expect(bytes.count(of: 0x61) == 0)
    }

    @Test func comparesWhatStandsAtAPlace() {
        func has(_ text: String, _ part: String, at start: Int) -> Bool {
            Array(text.utf8).withUnsafeBytes { text in
                Array(part.utf8).withUnsafeBytes { text.has($0, at: start) }
            }
        }
        #expect(has("abcd", "bc", at: 1))
        #expect(has("abcd", "abcd", at: 0))
        #expect(has("abcd", "", at: 4))
        #expect(!has("abcd", "bd", at: 1))
        #expect(!has("abcd", "cde", at: 2))
        #expect(!has("abcd", "a", at: 5))
        #expect(!has("abcd", "a", at: -1))
    }
}
