/// Finds private keys, tokens, and the secret values of the environment in a text.
struct SecretScan: Sendable {
    /// Something that ought not to be public. The secret itself is not in here, so that no message
    /// can show it.
    struct Finding: Sendable, Hashable {
        /// `a GitHub token`.
        let kind: String
        /// `sha256:…` of the secret, by which a site lets a sample through.
        let digest: String
        /// 1-based.
        let line: Int
    }

    /// What `[publish] secrets` lets through.
    let allowed: Set<String>
    /// Values that must not appear, such as the token that publishes.
    let values: [[UInt8]]

    private static let keyBegin = Array("-----BEGIN ".utf8)
    private static let keyWord = Array("PRIVATE KEY".utf8)

    init(allowed: Set<String>, environment: Redaction) {
        self.allowed = allowed
        values = environment.secrets.filter { $0.utf8.count >= 12 }.map { Array($0.utf8) }
    }

    /// O(bytes × values); each secret once.
    func findings(in text: ArraySlice<UInt8>) -> [Finding] {
        var found: [(kind: String, range: Range<Int>)] = []
        var at = text.startIndex
        while at < text.endIndex {
            let patterns = SecretPattern.byFirst[Int(text[at])]
            if !patterns.isEmpty, at == text.startIndex || !isWord(text[at - 1]) {
                for pattern in patterns {
                    guard let end = end(of: pattern, in: text, at: at) else { continue }
                    found.append((pattern.name, at..<end))
                }
            }
            if text[at] == UInt8(ascii: "-"), let end = privateKey(in: text, at: at) {
                found.append(("a private key", at..<end))
                at = end
                continue
            }
            at += 1
        }
        for value in values {
            for start in starts(of: value, in: text) {
                found.append(("a secret of the environment", start..<start + value.count))
            }
        }
        var seen: Set<String> = []
        return found.compactMap { kind, range in
            let digest = namedDigest(of: text[range])
            guard !allowed.contains(digest), seen.insert(digest).inserted else { return nil }
            let line = text[..<range.lowerBound].count { $0 == 0x0A } + 1
            return Finding(kind: kind, digest: digest, line: line)
        }
    }

    private func end(of pattern: SecretPattern, in text: ArraySlice<UInt8>, at start: Int) -> Int? {
        guard text[start...].starts(with: pattern.prefix) else { return nil }
        let body = start + pattern.prefix.count
        var end = body
        while end < text.endIndex, pattern.alphabet.contains(text[end]) { end += 1 }
        guard pattern.count.contains(end - body), end == text.endIndex || !isWord(text[end]),
            !isSample(text[body..<end])
        else { return nil }
        return end
    }

    /// `ghp_xxxxxxxx…`, `AKIAIOSFODNN7EXAMPLE`: what manuals show has few different characters, or
    /// says what it is. `YOUR` only in front: four letters that a real token may hold by chance.
    private func isSample(_ body: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: body, as: UTF8.self).uppercased()
        return Set(body).count < min(10, body.count / 2)
            || text.hasPrefix("YOUR")
            || ["EXAMPLE", "XXXX", "SAMPLE", "0123456789", "1234567890", "ABCDEFGH"]
                .contains { text.contains($0) }
    }

    /// A PEM block (RFC 7468) with enough behind its first line to be a key and no picture of one.
    private func privateKey(in text: ArraySlice<UInt8>, at start: Int) -> Int? {
        guard text[start...].starts(with: Self.keyBegin) else { return nil }
        let rest = text[(start + Self.keyBegin.count)...]
        let label = rest.prefix(40)
        guard let word = starts(of: Self.keyWord, in: label).first,
            !label[..<word].contains(0x0A)
        else { return nil }
        var at = word + Self.keyWord.count
        var letters: [UInt8] = []
        var end = at
        while at < text.endIndex, letters.count < 20_000 {
            let byte = text[at]
            if isWord(byte)
                || [UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains(byte)
            {
                letters.append(byte)
            } else if byte == UInt8(ascii: "-") {
                if letters.count > 20 { break }
            } else if !isBetween(byte) {
                break
            }
            at += 1
            end = at
        }
        guard letters.count >= 100, Set(letters).count >= 20 else { return nil }
        return end
    }

    /// White space, and how code writes a line break in a text: `\n`, quotes, `,`.
    private func isBetween(_ byte: UInt8) -> Bool {
        byte <= 0x20
            || [UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ":")]
                .contains(byte)
    }

    private func starts(of value: [UInt8], in text: ArraySlice<UInt8>) -> [Int] {
        guard let first = value.first else { return [] }
        var starts: [Int] = []
        var at = text.startIndex
        while at + value.count <= text.endIndex,
            let next = text[at...].firstIndex(of: first)
        {
            if text[next...].starts(with: value) { starts.append(next) }
            at = next + 1
        }
        return starts
    }

    private func isWord(_ byte: UInt8) -> Bool { SecretPattern.Alphabet.letters.contains(byte) }
}
