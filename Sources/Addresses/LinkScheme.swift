/// The scheme of an address (RFC 3986, section 3.1) as a browser finds it.
package enum LinkScheme {
    /// Schemes of links that neither run code in the page nor open a file of the reader.
    private static let safe: Set<String> = [
        "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "gemini", "gopher",
        "magnet",
        "ipfs", "ipns", "doi", "urn", "xmpp", "irc", "ircs", "matrix", "news", "nntp", "geo", "git",
        "ssh", "feed", "acct", "dat", "nostr", "tg", "weixin",
    ]

    /// Whether the scheme only works on the author's computer: `file` and drive letters, as in
    /// `C:\blog\a.png`.
    package static func isOfComputer(_ scheme: some StringProtocol) -> Bool {
        scheme.utf8.count == 1 || scheme.lowercased() == "file"
    }

    /// Whether an address with a scheme other than those of files only works on the author's
    /// computer, because a browser, one of its extensions or an editor holds it.
    /// `blob:https://a.example/1`, `vscode://file/a.go`; not `vscode:extension/golang.go`.
    package static func isOfProgram(_ address: String) -> Bool {
        let start = address.prefix(32).lowercased()
        return programs.contains { start.hasPrefix($0) }
    }

    private static let programs = [
        "blob:", "about:blank", "about:srcdoc", "chrome-extension:", "moz-extension:",
        "safari-extension:", "safari-web-extension:", "ms-browser-extension:", "filesystem:",
        "vscode://file", "vscode-insiders://file", "vscode-webview:", "vscode-resource:",
        "cursor://file", "zed://file", "idea://open", "txmt://open", "subl://open", "content://",
        "app://obsidian.md", "obsidian://open", "evernote:///view", "capacitor://", "ms-appx",
    ]

    /// The scheme of an address that must not become a link, in lower case: `javascript` of
    /// `JavaScript:alert(1)` and of `java\nscript:`, because browsers drop line breaks, tabs and
    /// leading controls (WHATWG URL, section 4.4). nil for a path, a fragment and every safe
    /// scheme.
    ///
    /// - Parameter isPicture: whether the address is that of a picture, which may be
    ///   `data:image/…`. O(address).
    package static func unsafe(in address: String, isPicture: Bool = false) -> String? {
        var scheme: [UInt8] = []
        var rest = address.utf8.drop { $0 <= 0x20 }.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case UInt8(ascii: ":"):
                guard let first = scheme.first, (0x61...0x7A).contains(first) else { return nil }
                let name = String(decoding: scheme, as: UTF8.self)
                if safe.contains(name) || isPicture && isPictureData(name, IteratorSequence(rest)) {
                    return nil
                }
                return name
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                scheme.append(byte)
            default: return nil
            }
        }
        return nil
    }

    private static func isPictureData(_ scheme: String, _ rest: some Sequence<UInt8>) -> Bool {
        scheme == "data"
            && String(decoding: Array(rest.prefix(6)), as: UTF8.self).lowercased() == "image/"
    }
}
