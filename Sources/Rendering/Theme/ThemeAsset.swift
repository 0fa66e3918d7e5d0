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

    /// The record of all of them, as layouts see it.
    static let listName = "assets"
    /// Is published as it is named, for redirects are no place for digests.
    static let redirectScript = "redirect.js"

    init(_ file: ThemeFile) {
        let name = String(file.path.dropFirst("assets/".count))
        let digest = SHA256.hash(data: file.bytes).prefix(5)
            .map { String(format: "%02x", $0) }.joined()
        let slash = name.lastIndex(of: "/") ?? name.startIndex
        let dot = name[slash...].lastIndex(of: ".") ?? name.endIndex
        self.name = name
        path = URLPath("/assets/\(name[..<dot]).\(digest)\(name[dot...])")
        bytes = file.bytes
    }

    /// `sha384-…`, as the attribute `integrity` wants it.
    var integrity: String {
        "sha384-" + Data(SHA384.hash(data: bytes)).base64EncodedString()
    }

    /// What layouts call it: `paper_css` for `paper.css`, `img_logo_svg` for `img/logo.svg`.
    var fieldName: String {
        String(
            decoding: name.utf8.map { $0.isLetterOrDigit ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// Its field as ``TemplateLibrary/usedFields`` names it.
    var recordField: String { Self.listName + "." + fieldName }

    /// The type of the record that has a field for each asset; of two that are called the same the
    /// first has the field.
    static func recordType(_ assets: [ThemeAsset]) -> TemplateRecordType {
        TemplateRecordType(
            name: listName,
            fields: named(assets).map {
                TemplateRecordType.Field($0.fieldName, .record(AssetField.self))
            })
    }

    /// The record; its slots are those of ``recordType(_:)``.
    static func record(_ assets: [ThemeAsset], href: (URLPath) -> String) -> TemplateValue {
        .record(
            named(assets).map { asset in
                var record = TemplateRecord<AssetField>()
                record[.href] = TemplateValue(href(asset.path))
                record[.integrity] = TemplateValue(asset.integrity)
                return record.value
            })
    }

    private static func named(_ assets: [ThemeAsset]) -> [ThemeAsset] {
        var seen: Set<String> = []
        return assets.filter { seen.insert($0.fieldName).inserted }
    }
}
