/// Finds secrets in files that programs keep them in, which have no form of their own: `PASSWORD=…` of
/// `.env`, the addresses of `.git-credentials`, `.netrc`, `.npmrc`.
///
/// Only files that are copied as they are, and no page, script or style: an article may show what such
/// files look like.
struct CredentialFile {
    /// In bytes; nobody keeps settings in a larger file.
    static let largest = 1 << 20

    private static let otherKinds: Set<Substring> = [
        "html", "htm", "xml", "svg", "js", "mjs", "css", "json", "map", "md", "csv", "ics",
    ]

    private let text: ArraySlice<UInt8>
    private var hits: [SecretScan.Hit] = []

    /// What a file shows; none for one that can be no file of settings, or is too large for one.
    /// O(bytes); a file that is not such a one is given up at its first line that shows it.
    static func hits(in text: ArraySlice<UInt8>, at path: String) -> [SecretScan.Hit] {
        let name = path.split(separator: "/").last ?? ""
        let isKnown = isKnown(name.lowercased()) || path.contains(".git/")
        let ending = name.split(separator: ".").last ?? ""
        if !isKnown, otherKinds.contains(Substring(ending.lowercased())) { return [] }
        guard text.count <= largest else { return [] }
        var file = CredentialFile(text: text)
        if name.lowercased().hasSuffix("netrc") { file.readNetrc() }
        file.readLines(isKnown: isKnown)
        return file.hits
    }

    private init(text: ArraySlice<UInt8>) {
        self.text = text
    }

    /// `.env.production`, `prod.env`, `.npmrc`.
    private static func isKnown(_ name: String) -> Bool {
        name.hasPrefix(".env") || name.hasSuffix(".env") || name.hasSuffix("netrc")
            || [
                ".npmrc", ".yarnrc", ".pypirc", ".git-credentials", ".gitconfig", ".pgpass",
                ".my.cnf", ".s3cfg", ".boto", ".htpasswd", "rclone.conf", "credentials",
            ].contains(name)
    }

    private mutating func readLines(isKnown: Bool) {
        var start = text.startIndex
        var assignments: [SecretScan.Hit] = []
        var isOfSettings = true
        while start < text.endIndex {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
            let line = text[start..<end]
            addAddress(line)
            if isOfSettings {
                switch Setting(line) {
                case .blank: break
                case .setting(let name, let value):
                    if Self.isSecret(name: name), Self.isSecret(value: text[value], isKnown) {
                        assignments.append(("the value of '\(name)'", value))
                    }
                case .other: isOfSettings = isKnown
                }
            }
            start = end + 1
        }
        // One line that is no setting, and the file is something else.
        if isOfSettings { hits += assignments }
    }

    /// `https://me:secret@host/` (RFC 3986, section 3.2.1).
    private mutating func addAddress(_ line: ArraySlice<UInt8>) {
        var rest = line
        while let at = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[(at + 1)...]
            guard rest.starts(with: "//".utf8) else { continue }
            let authority = rest.dropFirst(2).prefix {
                $0 > 0x20
                    && ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "\"")].contains($0)
            }
            guard let host = authority.lastIndex(of: UInt8(ascii: "@")),
                let colon = authority[..<host].firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            let value = authority[(colon + 1)..<host]
            if Self.isSecret(value: value, true) {
                hits.append(("a password in an address", value.startIndex..<value.endIndex))
            }
        }
    }

    /// `machine example.org login me password secret`, in one line or several.
    private mutating func readNetrc() {
        var isPassword = false
        for word in text.split(whereSeparator: { $0 <= 0x20 }) {
            if isPassword, Self.isSecret(value: word, true) {
                hits.append(("a password of .netrc", word.startIndex..<word.endIndex))
            }
            isPassword = word.elementsEqual("password".utf8)
        }
    }

    /// One line of a file of settings.
    private enum Setting {
        /// Empty, a comment, or the head of a section.
        case blank
        /// The value without quotes, by its place in the file.
        case setting(name: String, value: Range<Int>)
        case other

        init(_ line: ArraySlice<UInt8>) {
            let line = line.trimmed
            guard let first = line.first else {
                self = .blank
                return
            }
            if first == UInt8(ascii: "#") || first == UInt8(ascii: ";")
                || first == UInt8(ascii: "[") && line.last == UInt8(ascii: "]")
            {
                self = .blank
                return
            }
            guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else {
                self = .other
                return
            }
            var name = line[..<sign].trimmed
            if name.starts(with: "export ".utf8) { name = name.dropFirst(7).trimmed }
            // `//registry.npmjs.org/:_authToken`
            guard !name.isEmpty, name.allSatisfy(Self.isName) else {
                self = .other
                return
            }
            let value = line[(sign + 1)...].trimmed.unquoted
            self = .setting(
                name: String(decoding: name, as: UTF8.self),
                value: value.startIndex..<value.endIndex)
        }

        private static func isName(_ byte: UInt8) -> Bool {
            SecretPattern.Alphabet.word.contains(byte)
                || [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@")]
                    .contains(byte)
        }
    }

    private static let secretWords: Set<String> = [
        "PASSWORD", "PASSWD", "PWD", "PASS", "PASSPHRASE", "SECRET", "SECRETS", "TOKEN", "APIKEY",
        "AUTHTOKEN", "CREDENTIALS", "AUTH", "PRIVATEKEY", "SECRETKEY", "ACCESSKEY",
    ]

    /// Whether the last words of a name say that the value is secret: `DB_PASSWORD`, `api.key`,
    /// `:_authToken`; not `PUBLIC_KEY`, `KEY_ID`.
    private static func isSecret(name: String) -> Bool {
        let words = name.uppercased()
            .split { !$0.isLetter && !$0.isNumber }
            .filter { !$0.allSatisfy(\.isNumber) }
        guard let last = words.last else { return false }
        if secretWords.contains(String(last)) { return true }
        return last == "KEY" && words.count > 1 && words[words.count - 2] != "PUBLIC"
    }

    private static let placeholders = [
        "YOUR", "CHANGE", "EXAMPLE", "PLACEHOLDER", "SAMPLE", "XXX", "TODO", "REPLACE", "INSERT",
        "PASSWORD", "SECRET", "***", "...", "…", "${", "$(", "{{", "%(", "<",
    ]

    /// - Parameter isKnown: whether the file is one that secrets are kept in. Elsewhere a word of
    ///   letters alone is no secret: `password=Passwort` is a translation.
    private static func isSecret(value: ArraySlice<UInt8>, _ isKnown: Bool) -> Bool {
        guard value.count >= 8, Set(value).count >= 5, !value.contains(0x20) else { return false }
        if [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "$")]
            .contains(value[value.startIndex]),
            value.contains(UInt8(ascii: "/"))
                || value[value.startIndex] == UInt8(ascii: "$")
        {
            return false
        }
        let text = String(decoding: value, as: UTF8.self).uppercased()
        if placeholders.contains(where: { text.contains($0) }) { return false }
        if isKnown { return true }
        return value.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && value.contains { SecretPattern.Alphabet.letters.contains($0) && $0 > 0x40 }
    }
}

extension ArraySlice<UInt8> {
    /// Without white space at the ends.
    fileprivate var trimmed: ArraySlice<UInt8> {
        var slice = drop { $0 <= 0x20 }
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        return slice
    }

    /// Without quotes around it.
    fileprivate var unquoted: ArraySlice<UInt8> {
        guard count >= 2, let first, first == last,
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        else { return self }
        return dropFirst().dropLast()
    }
}
