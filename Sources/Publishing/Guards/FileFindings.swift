import Addresses

/// What the guards and the host's files need from one published file, which is read once.
struct FileFindings: Sendable {
    var secrets: [SecretScan.Finding] = []
    /// The first addresses that galley wrote which are outside this site.
    var foreign: [String] = []
    var hasReloadClient = false
    var sources = PolicySources()

    /// The folder of `galley serve` for its reload client only.
    private static let reloadFolder = "/.galley/"

    /// The largest file that is read as a whole, in bytes; a larger one is searched in windows.
    static let largest = 16 << 20

    /// For a picture or similar, and for a file that is searched in windows.
    init(secrets: [SecretScan.Finding] = []) {
        self.secrets = secrets
    }

    /// Collects findings in a file that is too large for memory.
    struct OfLargeFile {
        private let scan: SecretScan
        private var secrets: [SecretScan.Finding] = []
        private var lines = 0

        init(_ scan: SecretScan) {
            self.scan = scan
        }

        mutating func search(_ window: FileReading.Window) {
            for var secret in scan.findings(in: window.bytes, before: window.end)
            where !secrets.contains(where: { $0.digest == secret.digest }) {
                secret.line += lines
                secrets.append(secret)
            }
            lines += window.bytes[..<window.end].count { $0 == 0x0A }
        }

        var findings: FileFindings { FileFindings(secrets: secrets) }
    }

    /// - Parameter bytes: of the whole file, which is not a picture or similar.
    init(
        _ bytes: [UInt8], at path: OutputPath, kind: WrittenKind?, site: SiteAddress,
        secrets scan: SecretScan
    ) {
        let isPage = path.string.hasSuffix(".html") || path.string.hasSuffix(".htm")
        let isMarkup = isPage || path.string.hasSuffix(".xml") || path.string.hasSuffix(".svg")
        // A zero byte near the beginning: UTF-16, or not text.
        if bytes.prefix(8192).contains(0) {
            secrets = Self.secrets(ofBinary: bytes, scan)
            if let text = Self.textOfUTF16(bytes) {
                add(scan.findings(in: text[...]))
                if kind == nil { addOfCopy(text, at: path, scan) }
            }
        } else {
            secrets = Self.secrets(of: bytes, isPage: isPage, isMarkup: isMarkup, scan)
            if let kind {
                foreign = WrittenAddresses(in: bytes, of: kind).addresses.filter { !site.holds($0) }
            } else {
                addOfCopy(bytes, at: path, scan)
            }
            if isPage {
                sources = PolicySources(page: bytes, site: site)
                hasReloadClient = sources.scripts.contains { $0.contains(Self.reloadFolder) }
            }
        }
        if path.string.isInRepository {
            let name = Array(path.string.utf8)
            add(scan.findings([("a part of a Git repository", 0..<name.count)], in: name[...]))
        }
    }

    /// Adds findings that only occur in a copied file.
    private mutating func addOfCopy(
        _ bytes: [UInt8], at path: OutputPath, _ scan: SecretScan
    ) {
        if let kind = KeyFile.kind(of: bytes[...]) {
            add(scan.findings([(kind, 0..<bytes.count)], in: bytes[...]))
        }
        // A secret found by its form is not reported again by its name.
        let lines = Set(secrets.map(\.line))
        let hits = CredentialFile.hits(in: bytes[...], at: path.string)
        add(scan.findings(hits, in: bytes[...]).filter { !lines.contains($0.line) })
    }

    private mutating func add(_ others: [SecretScan.Finding]) {
        let known = Set(secrets.map(\.digest))
        secrets += others.filter { !known.contains($0.digest) }
    }

    private static func secrets(
        of text: [UInt8], isPage: Bool, isMarkup: Bool, _ scan: SecretScan
    ) -> [SecretScan.Finding] {
        var secrets = scan.findings(in: text[...])
        if isMarkup {
            // Listings cut code into spans; feeds hold escaped HTML, so their text is HTML again.
            var plain = TagScan.textAlone(text[...])
            if !isPage { plain = TagScan.textAlone(plain[...]) }
            let known = Set(secrets.map(\.digest))
            secrets += scan.findings(in: plain[...]).filter { !known.contains($0.digest) }
        }
        return secrets
    }

    /// The text in UTF-8 of a file from PowerShell or a Windows editor; nil: it has no byte order
    /// mark, or is too large for a settings file.
    private static func textOfUTF16(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= 2 * CredentialFile.largest else { return nil }
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at in
            let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Secrets in a file that is not text: as it is, without its zero bytes, which leaves the text
    /// of UTF-16, and as a key or a key store.
    private static func secrets(
        ofBinary bytes: [UInt8], _ scan: SecretScan
    ) -> [SecretScan.Finding] {
        if let kind = KeyFile.kind(of: bytes[...]) {
            return scan.findings([(kind, 0..<bytes.count)], in: bytes[...])
        }
        let found = scan.findings(in: bytes[...])
        let known = Set(found.map(\.digest))
        let letters = bytes.filter { $0 != 0 }
        return found + scan.findings(in: letters[...]).filter { !known.contains($0.digest) }
    }
}

extension String {
    /// Whether one of a path's parts is `.git`.
    fileprivate var isInRepository: Bool {
        utf8.starts(with: ".git/".utf8) || self == ".git" || hasSuffix("/.git")
            || contains("/.git/")
    }
}
