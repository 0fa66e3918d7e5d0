import Addresses
import Content
import Rendering

/// A digest by which an open tab detects that its page has changed.
///
/// Leaves out the addresses of style sheets, which a tab swaps without a reload. Includes other
/// changed assets that the page links to.
struct PageIdentity {
    private let snapshot: LiveSnapshot

    init(_ snapshot: LiveSnapshot) {
        self.snapshot = snapshot
    }

    /// The identity of a page's bytes. O(bytes × style sheets).
    func identity(of html: [UInt8]) -> String {
        var digest = ContentDigest()
        var rest = html[...]
        let sheets = sheets.map { Array($0.address.utf8) }
        while let (index, range) = Self.first(of: sheets, in: rest) {
            digest.absorb(rest[..<range.lowerBound])
            digest.absorb("\(index)")
            rest = rest[range.upperBound...]
        }
        digest.absorb(rest)
        for (path, revision) in snapshot.revisions.sorted(by: { $0.key < $1.key })
        where !Self.isStyleSheet(path) {
            // A page names its assets from the root; a bundle's own are rewritten so too.
            let address = Array(snapshot.site.configuration.site.address.href(path).utf8)
            if Self.find(address, in: html[...]) != nil {
                digest.absorb(path.string)
                digest.absorb("\(revision)")
            }
        }
        return digest.description
    }

    /// The style sheets of the site as a tab swaps them: by address without digest, decoded.
    var styles: [String: String] {
        var styles: [String: String] = [:]
        for sheet in sheets { styles[sheet.name] = sheet.address }
        for (path, revision) in snapshot.revisions where Self.isStyleSheet(path) {
            let address = snapshot.site.configuration.site.address
            let name = String(address.basePath.dropLast()) + path.string
            styles[name] = address.href(path) + "?\(revision)"
        }
        return styles
    }

    /// The theme's: `/assets/paper.css` has the address `/assets/paper.1a2b3c4d5e.css`.
    private var sheets: [(name: String, address: String)] {
        let address = snapshot.site.configuration.site.address
        return snapshot.site.theme.assets.filter { Self.isStyleSheet($0.path) }
            .map { asset in
                let base = String(address.basePath.dropLast())
                return (base + "/assets/" + asset.name, address.href(asset.path))
            }
    }

    private static func isStyleSheet(_ path: URLPath) -> Bool { path.string.hasSuffix(".css") }

    private static func first(
        of texts: [[UInt8]], in bytes: ArraySlice<UInt8>
    ) -> (Int, Range<Int>)? {
        var best: (Int, Range<Int>)?
        for (index, text) in texts.enumerated() {
            guard let start = find(text, in: bytes) else { continue }
            if start < best?.1.lowerBound ?? Int.max { best = (index, start..<start + text.count) }
        }
        return best
    }

    /// Where `text` first occurs in `bytes`.
    private static func find(_ text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        var from = bytes.startIndex
        while let start = bytes[from...].firstIndex(of: first) {
            if bytes[start...].starts(with: text) { return start }
            from = start + 1
        }
        return nil
    }
}
