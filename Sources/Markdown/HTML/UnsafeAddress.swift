/// Addresses that run code instead of leading somewhere.
enum UnsafeAddress {
    /// Whether the address is unsafe. Its scheme is `javascript:`, `vbscript:`, `file:`, or `data:`
    /// of anything but a GIF, PNG, JPEG or WebP picture, which libcmark drops in its safe mode; or
    /// another scheme with which some browser runs code or opens a file.
    ///
    /// Like browsers, it ignores control characters and blanks in and before a scheme.
    static func isUnsafe(_ address: ArraySlice<UInt8>) -> Bool {
        let text = Array(address.lazy.filter { $0 > .space }.prefix(32).map(\.lowercased))
        if schemes.contains(where: { text.starts(with: $0.utf8) }) { return true }
        return text.starts(with: "data:".utf8)
            && !pictures.contains { text.starts(with: "data:image/\($0)".utf8) }
    }

    private static let schemes = [
        "javascript:", "vbscript:", "file:", "livescript:", "mocha:", "jscript:", "blob:",
        "filesystem:", "jar:", "view-source:",
    ]
    private static let pictures = ["png", "gif", "jpeg", "webp"]
}
