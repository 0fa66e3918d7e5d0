import TestSupport
import Testing

@testable import Planning

/// Whatever reads an address or a pattern of one takes time by its length.
struct LinearTimeTests {
    private static let functions: [TextFunction] = [
        TextFunction("a pattern of addresses", in: ("/", "/"), [":year/", ":a№", ":", "//", "../"])
        {
            _ = PermalinkPattern.parse(String(decoding: $0, as: UTF8.self))
        },
        TextFunction("a destination", ["../", "%20", "?a", "#", "a/", "://"]) {
            _ = DestinationParts(String(decoding: $0, as: UTF8.self))
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
