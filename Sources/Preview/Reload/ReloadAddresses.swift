import Text

/// The server's own addresses, and the element that loads the client into a page.
enum ReloadAddresses {
    /// Begins with a dot: no text or asset of content has such an address.
    static let folder = "/.galley/"
    static let script = "/.galley/reload.js"
    static let events = "/.galley/events"

    /// The page with the client before its last `</body>`, or at its end without one.
    ///
    /// - Parameter token: of this session; only a page of this server can read it, and so open the
    ///   stream of changes.
    static func adding(to page: PreviewPage, token: String) -> [UInt8] {
        var element: [UInt8] = []
        element.append(utf8: "<script src=\"/.galley/reload.js\" data-token=\"")
        element.append(html: token)
        element.append(utf8: "\" data-page=\"")
        element.append(html: page.identity)
        element.append(utf8: "\"></script>")
        let html = page.html
        var out: [UInt8] = []
        out.reserveCapacity(html.count + element.count)
        let end = lastBodyEnd(in: html) ?? html.count
        out += html[..<end]
        out += element
        out += html[end...]
        return out
    }

    /// The start of the last `</body`, in any case. O(bytes after it).
    private static func lastBodyEnd(in html: [UInt8]) -> Int? {
        let tag = Array("</body".utf8)
        var start = html.count - tag.count
        while start >= 0 {
            let isTag = zip(html[start...], tag).allSatisfy { byte, wanted in
                byte == wanted || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted)
            }
            if isTag { return start }
            start -= 1
        }
        return nil
    }
}
