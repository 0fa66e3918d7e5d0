import Text

/// Finds secrets without a form of their own in files where programs keep them: `PASSWORD=…` of
/// `.env`, `password: …` of YAML and JSON, the addresses of `.git-credentials`, `.netrc`, `.npmrc`.
///
/// Only in copied files other than pages, scripts and styles: an article may show what such files
/// look like.
struct CredentialFile {
    /// In bytes; settings files are smaller.
    static let largest = 1 << 20

    private static let otherKinds: Set<Substring> = [
        "html", "htm", "svg", "js", "mjs", "css", "map", "md", "csv", "ics",
    ]

    private let text: ArraySlice<UInt8>
    /// Whether the file is a known place for secrets.
    private let isKnown: Bool
    /// Whether its name says that it is a sample: `.env.example`.
    private let isSample: Bool
    private var hits: [SecretScan.Hit] = []

    /// The hits in a file; empty for one that cannot be a settings file, or is too large for one.
    /// O(bytes); stops at the first line showing that it is something else.
    static func hits(in text: ArraySlice<UInt8>, at path: String) -> [SecretScan.Hit] {
        let name = path.split(separator: "/").last ?? ""
        let isKnown = isKnown(name.lowercased()) || path.contains(".git/")
        let ending = name.split(separator: ".").last ?? ""
        if !isKnown, otherKinds.contains(Substring(ending.lowercased())) { return [] }
        guard text.count <= largest else { return [] }
        // A byte order mark precedes the first name.
        let text = text.starts(with: "\u{FEFF}".utf8) ? text.dropFirst(3) : text
        var file = CredentialFile(
            text: text, isKnown: isKnown,
            isSample: sampleWords.contains { name.lowercased().contains($0) })
        if name.lowercased().hasSuffix("netrc") { file.readNetrc() }
        if name.lowercased().hasSuffix("pgpass") { file.readPgpass() }
        // `[{` and `["` begin a JSON list; `[db]` and `[[menu]]` are section headers, and `[1` may
        // be either.
        let start = text.lazy.filter { $0 > 0x20 }.prefix(2)
        let isList = start.elementsEqual("[{".utf8) || start.elementsEqual("[\"".utf8)
        if start.first == UInt8(ascii: "{") || isList {
            file.readJSON()
        } else if start.first == UInt8(ascii: "<") {
            file.readXML()
        } else {
            if start.first == UInt8(ascii: "[") { file.readJSON() }
            file.readLines()
        }
        return file.hits
    }

    private init(text: ArraySlice<UInt8>, isKnown: Bool, isSample: Bool) {
        self.text = text
        self.isKnown = isKnown
        self.isSample = isSample
    }

    private static let sampleWords = ["example", "sample", "template", "dist"]

    /// `.env.production`, `prod.env`, `.npmrc`.
    private static func isKnown(_ name: String) -> Bool {
        name.hasPrefix(".env") || name.hasSuffix(".env") || name.hasSuffix("netrc")
            || [
                ".npmrc", ".yarnrc", ".pypirc", ".git-credentials", ".gitconfig", ".pgpass",
                ".my.cnf", ".s3cfg", ".boto", ".htpasswd", "rclone.conf", "credentials",
            ].contains(name)
    }

    private mutating func readLines() {
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
                case .setting(let name, let value, let isLoose, let isQuoted):
                    // Blanks belong to a passphrase in files that hold little else.
                    let isPhrase =
                        isQuoted && !isSample && (isKnown || isLoose && name == name.uppercased())
                    if SecretName.isSecret(name, isLoose: isLoose),
                        Self.isSecret(value: text[value], isKnown, isPhrase: isPhrase)
                    {
                        assignments.append(("the value of '\(name)'", value))
                    }
                case .other: isOfSettings = isKnown
                }
            }
            start = end + 1
        }
        // A single line that is not a setting shows that the file is something else.
        if isOfSettings { hits += assignments }
    }

    /// `"clientSecret": "…"` anywhere in JSON, and the private part of a JSON Web Key (RFC 7518,
    /// sections 6.2.2, 6.3.2, 6.4.1).
    private mutating func readJSON() {
        let isKey = text.withUnsafeBytes { $0.contains(Array("\"kty\"".utf8)) }
        let quote = UInt8(ascii: "\"")
        var name: ArraySlice<UInt8>?
        var at = text.startIndex
        while let open = text[at...].firstIndex(of: quote) {
            var end = open + 1
            while end < text.endIndex, text[end] != quote {
                end += text[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard end < text.endIndex else { break }
            let string = text[(open + 1)..<end]
            if let name { addMember(name, string, isKey: isKey) }
            let rest = text[(end + 1)...].drop { $0 <= 0x20 }
            let value =
                rest.first == UInt8(ascii: ":") ? rest.dropFirst().drop { $0 <= 0x20 } : rest
            // Only a text directly after it is the value of this name.
            name = rest.first == UInt8(ascii: ":") && value.first == quote ? string : nil
            at = end + 1
        }
    }

    private mutating func addMember(
        _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, isKey: Bool
    ) {
        let range = value.startIndex..<value.endIndex
        let title = String(decoding: name, as: UTF8.self)
        if isKey, title == "d" || title == "k", value.count >= 20 {
            hits.append(("a private key in JSON", range))
        } else if SecretName.isSecret(title, isLoose: false), Self.isSecret(value: value, false) {
            hits.append(("the value of '\(title)'", range))
        }
    }

    /// `<D>` of an RSA key, as .NET writes it.
    private mutating func readXML() {
        guard text.withUnsafeBytes({ $0.contains(Array("<RSAKeyValue>".utf8)) }) else { return }
        var rest = text
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard rest.starts(with: "D>".utf8) else { continue }
            let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "<") }
            if value.count >= 40 {
                hits.append(("a private key in XML", value.startIndex..<value.endIndex))
            }
        }
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

    /// `machine example.org login me password secret`, on one line or several.
    private mutating func readNetrc() {
        var isPassword = false
        for word in text.split(whereSeparator: { $0 <= 0x20 }) {
            if isPassword, Self.isSecret(value: word, true) {
                hits.append(("a password of .netrc", word.startIndex..<word.endIndex))
            }
            isPassword = word.elementsEqual("password".utf8)
        }
    }

    /// `host:5432:database:me:secret` (PostgreSQL, "The Password File"), where `\:` is a colon.
    private mutating func readPgpass() {
        for line in text.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
            var colons: [Int] = []
            var at = line.startIndex
            while at < line.endIndex, colons.count < 4 {
                if line[at] == UInt8(ascii: ":") { colons.append(at) }
                at += line[at] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard colons.count == 4 else { continue }
            let value = line[(colons[3] + 1)...].trimmed
            if Self.isSecret(value: value, true) {
                hits.append(("a password of .pgpass", value.startIndex..<value.endIndex))
            }
        }
    }

    /// One line of a settings file.
    private enum Setting {
        /// Empty, a comment, or a section header.
        case blank
        /// The value without quotes, by its place in the file.
        ///
        /// `isLoose`: in a notation that is hardly used for anything but settings, `NAME=value`.
        case setting(name: String, value: Range<Int>, isLoose: Bool, isQuoted: Bool)
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
                self = Self(ofYAML: line)
                return
            }
            var name = line[..<sign].trimmed
            if name.starts(with: "export ".utf8) { name = name.dropFirst(7).trimmed }
            // `//registry.npmjs.org/:_authToken`
            guard !name.isEmpty, name.allSatisfy(Self.isName) else {
                self = .other
                return
            }
            self = .setting(named: name, line[(sign + 1)...], isLoose: true)
        }

        /// `password: value`, `- name: value`, or a name alone, before a block.
        private init(ofYAML line: ArraySlice<UInt8>) {
            let isItem = line.starts(with: "- ".utf8)
            let line = isItem ? line.dropFirst(2).trimmed : line
            if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
                self = .blank
                return
            }
            guard let sign = line.firstIndex(of: UInt8(ascii: ":")),
                sign + 1 == line.endIndex || line[sign + 1] == 0x20
            else {
                self = isItem ? .blank : .other
                return
            }
            let name = line[..<sign].unquoted
            guard !name.isEmpty, name.allSatisfy(Self.isName) else {
                self = isItem ? .blank : .other
                return
            }
            self = .setting(named: name, line[(sign + 1)...], isLoose: false)
        }

        /// - Parameter rest: the line after the sign.
        private static func setting(
            named name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>, isLoose: Bool
        ) -> Setting {
            let rest = rest.trimmed
            let value = rest.quoted ?? rest.withoutComment
            return .setting(
                name: String(decoding: name, as: UTF8.self),
                value: value.startIndex..<value.endIndex, isLoose: isLoose,
                isQuoted: value.startIndex > rest.startIndex)
        }

        private static func isName(_ byte: UInt8) -> Bool {
            SecretPattern.Alphabet.word.contains(byte)
                || [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@")]
                    .contains(byte)
        }
    }

    private static let placeholders = [
        "YOUR", "CHANGE", "EXAMPLE", "PLACEHOLDER", "SAMPLE", "XXX", "TODO", "REPLACE", "INSERT",
        "PASSWORD", "SECRET", "***", "...", "…", "${", "$(", "{{", "%(", "<",
    ]

    /// - Parameter isKnown: whether the file is a known place for secrets. Elsewhere a word of
    ///   letters alone is not a secret: `password=Passwort` is a translation.
    /// - Parameter isPhrase: whether it may have blanks.
    private static func isSecret(
        value: ArraySlice<UInt8>, _ isKnown: Bool, isPhrase: Bool = false
    ) -> Bool {
        guard value.count >= 8, Set(value).count >= 5, isPhrase || !value.contains(0x20),
            value.first != UInt8(ascii: "$"), !isPath(value)
        else { return false }
        let text = String(decoding: value, as: UTF8.self).uppercased()
        if placeholders.contains(where: { text.contains($0) }) { return false }
        if isKnown { return true }
        return value.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && value.contains { SecretPattern.Alphabet.letters.contains($0) && $0 > 0x40 }
    }

    /// `/run/secrets/db_password`, `~/.ssh/id_rsa`; not Base64 that begins with a slash, whose
    /// parts are not words.
    private static func isPath(_ value: ArraySlice<UInt8>) -> Bool {
        guard let first = value.first,
            [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "~")].contains(first),
            value.contains(UInt8(ascii: "/"))
        else { return false }
        return value.split { !SecretPattern.Alphabet.letters.contains($0) }.allSatisfy(isWord)
            && !value.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "=") }
    }

    /// Letters before digits, `id2` and `MyKey`, or letters of one case among digits, `9f86d08`.
    private static func isWord(_ part: ArraySlice<UInt8>) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let letters = part.filter { !digits.contains($0) }
        let count = letters.count { capitals.contains($0) }
        if count == 0 || count == letters.count { return true }
        // Consecutive words, `MyApplicationKey`, have fewer capitals.
        return count * 3 <= letters.count + 2
            && !part.drop { !digits.contains($0) }.contains {
                !digits.contains($0)
            }
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

    /// The text between the quote at its beginning and the next one of its kind; nil without them.
    fileprivate var quoted: ArraySlice<UInt8>? {
        guard let first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
            return nil
        }
        var end = startIndex + 1
        while end < endIndex, self[end] != first {
            end += first == UInt8(ascii: "\"") && self[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return end < endIndex ? self[(startIndex + 1)..<end] : nil
    }

    /// Without ` # …` at its end.
    fileprivate var withoutComment: ArraySlice<UInt8> {
        let sign = indices.dropFirst().first {
            self[$0] == UInt8(ascii: "#") && self[$0 - 1] <= 0x20
        }
        return sign.map { self[..<$0].trimmed } ?? self
    }
}
