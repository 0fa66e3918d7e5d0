import Addresses
import Crypto
import Foundation

/// A file of the theme that pages link to, under an address that changes with its bytes.
package struct ThemeAsset: Sendable {
    /// Below `assets/`: `paper.css`.
    package let name: String
    /// `/assets/paper.1a2b3c4d5e.css`: digest-named, so that it may be cached for ever.
    package let path: URLPath
    package let bytes: [UInt8]

    static let styleSheet = "paper.css"
    static let icon = "icon.svg"
    static let redirectScript = "redirect.js"

    init(_ file: ThemeFile) {
        let name = String(file.path.dropFirst("assets/".count))
        let digest = SHA256.hash(data: file.bytes).prefix(5)
            .map { String(format: "%02x", $0) }.joined()
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        self.name = name
        path = URLPath("/assets/\(name[..<dot]).\(digest)\(name[dot...])")
        bytes = file.bytes
    }
}
