import Addresses
import Crypto
import Foundation
import Templates

/// A file of the theme that pages link to, under an address that changes with its bytes.
package struct ThemeAsset: Sendable {
    /// Below `assets/`: `paper.css`.
    package let name: String
    /// `/assets/paper.1a2b3c4d5e.css`: digest-named, so that it may be cached for ever.
    package let path: URLPath
    package let bytes: [UInt8]

    static let styleSheet = "paper.css"
    static let recordName = "assets"
    static let redirectScript = "redirect.js"

    /// What layouts call it: `paper.css` is `assets.paper_css`.
    var field: String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The record `assets` of a theme: each asset's address under its ``field``, in order. Two assets
    /// of one field are a fault of the schema, which loading reports.
    static func recordType(_ assets: [ThemeAsset]) -> TemplateRecordType {
        TemplateRecordType(
            name: recordName,
            fields: assets.map { TemplateRecordType.Field($0.field, .text) })
    }

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
