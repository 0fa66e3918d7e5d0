import Addresses

/// What the guards and the host's files need to know of one published file; it is read once.
struct FileFindings: Sendable {
    var secrets: [SecretScan.Finding] = []
    /// The first addresses galley wrote that are not of this site.
    var foreign: [String] = []
    var hasReloadClient = false
    var sources = PolicySources()

    /// Where `galley serve` has its reload client and nothing else.
    private static let reloadFolder = "/.galley/"

    /// Largest text that is looked at, in bytes.
    static let largest = 16 << 20

    init(
        _ bytes: [UInt8], at path: OutputPath, kind: WrittenKind?, site: SiteAddress,
        secrets scan: SecretScan
    ) {
        // A zero byte near the beginning: no text.
        if bytes.prefix(8192).contains(0) { return }
        let isPage = path.string.hasSuffix(".html") || path.string.hasSuffix(".htm")
        let isMarkup = isPage || path.string.hasSuffix(".xml") || path.string.hasSuffix(".svg")
        secrets = scan.findings(in: bytes[...])
        if isMarkup {
            // Listings cut code into spans; feeds hold escaped HTML, so their text is HTML again.
            var text = TagScan.textAlone(bytes[...])
            if !isPage { text = TagScan.textAlone(text[...]) }
            let known = Set(secrets.map(\.digest))
            secrets += scan.findings(in: text[...]).filter { !known.contains($0.digest) }
        }
        if let kind {
            foreign = WrittenAddresses(in: bytes, of: kind).addresses.filter { !site.holds($0) }
        }
        if isPage {
            sources = PolicySources(page: bytes, site: site)
            hasReloadClient = sources.scripts.contains { $0.contains(Self.reloadFolder) }
        }
    }
}
