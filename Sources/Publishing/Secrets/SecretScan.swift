/// Finds private keys, tokens, and the secret values of the environment in a text.
struct SecretScan: Sendable {
    /// A secret that must not be public. It does not contain the secret itself, so no message can
    /// show it.
    struct Finding: Sendable, Hashable {
        /// `a GitHub token`.
        let kind: String
        /// `sha256:…` of the secret, by which a site allows a sample.
        let digest: String
        /// 1-based.
        var line: Int
    }

    /// The digests in `[publish] secrets`.
    let allowed: Set<String>
    /// Values that must not appear, such as the token that publishes.
    let values: [[UInt8]]

    init(allowed: Set<String>, environment: Redaction) {
        self.allowed = allowed
        values = environment.secrets.filter { $0.utf8.count >= 12 }.map { Array($0.utf8) }
    }

    /// The kind of a secret and its place.
    typealias Hit = (kind: String, range: Range<Int>)

    /// O(bytes × values); each secret once.
    ///
    /// - Parameter end: hits that begin at this index or later are ignored.
    func findings(in text: ArraySlice<UInt8>, before end: Int? = nil) -> [Finding] {
        var hits = text.withUnsafeBufferPointer { tokens(in: $0) }.map { hit in
            (
                kind: hit.kind,
                range: hit.range.lowerBound + text.startIndex..<hit.range.upperBound
                    + text.startIndex
            )
        }
        for value in values {
            for start in starts(of: value, in: text) {
                hits.append(("a secret of the environment", start..<start + value.count))
            }
        }
        if let end { hits.removeAll { $0.range.lowerBound >= end } }
        return findings(hits, in: text)
    }

    /// Adds digests and lines to hits; each secret once.
    func findings(_ hits: [Hit], in text: ArraySlice<UInt8>) -> [Finding] {
        var seen: Set<String> = []
        var (line, counted) = (1, text.startIndex)
        return hits.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap { kind, range in
            line += text[counted..<range.lowerBound].count { $0 == 0x0A }
            counted = range.lowerBound
            let digest = namedDigest(of: text[range])
            guard !allowed.contains(digest), seen.insert(digest).inserted else { return nil }
            return Finding(kind: kind, digest: digest, line: line)
        }
    }

    /// Keys and tokens by their form. Reads each byte once, and again where a word begins with the
    /// first letter of a pattern.
    private func tokens(in text: UnsafeBufferPointer<UInt8>) -> [Hit] {
        var hits: [Hit] = []
        var at = 0
        var isInWord = false
        while at < text.count {
            let byte = text[at]
            let traits = SecretPattern.traits[Int(byte)]
            if traits & SecretPattern.mayBegin != 0 {
                if byte == UInt8(ascii: "-") {
                    if let end = PrivateKeyBlock.end(in: text, at: at) {
                        hits.append(("a private key", at..<end))
                        at = end
                        isInWord = false
                        continue
                    }
                } else if !isInWord {
                    var next = at
                    for pattern in SecretPattern.byFirst[Int(byte)] {
                        switch pattern.match(in: text, at: at) {
                        case .token(let end):
                            hits.append((pattern.name, at..<end))
                            next = max(next, end)
                        case .run(let end): next = max(next, end)
                        case nil: break
                        }
                    }
                    // Nothing begins inside a token; otherwise a long one would be read again and
                    // again.
                    if next > at {
                        at = next
                        isInWord = false
                        continue
                    }
                }
            }
            isInWord = traits & SecretPattern.isWord != 0
            at += 1
        }
        return hits
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
}
