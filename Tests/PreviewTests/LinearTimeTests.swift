import TestSupport
import Testing

@testable import Preview

/// Whatever reads a request, or a page for the preview, takes time by its length.
struct LinearTimeTests {
    private static let functions: [TextFunction] = [
        TextFunction("a request's target", in: ("/", ""), ["%E6", "a/", "?", "a=b&", "../", "%2e"])
        {
            let target = RequestTarget(String(decoding: $0, as: UTF8.self))
            _ = target?.parameter("x")
        },
        TextFunction("a range", in: ("bytes=", ""), ["1-2,", "9", "-"]) {
            _ = ByteRange(String(decoding: $0, as: UTF8.self), size: 10)
        },
        TextFunction("a page with the client", ["</body>", "</bod", "</"]) {
            _ = ReloadAddresses.adding(to: PreviewPage(html: $0, identity: "a"), token: "b")
        },
        TextFunction("a name of a file", ["a.", "~", "#", ".html"]) {
            let name = String(decoding: $0, as: UTF8.self)
            _ = ContentType.of(name)
            _ = EditorFiles.isTemporary(name)
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
