import Foundation

/// A kind of key or token with a recognizable form.
///
/// The forms are those that the issuers publish for scanners: a fixed beginning, then a number of
/// characters of an alphabet. A secret's length alone is not a pattern: it would match digests.
struct SecretPattern: Sendable {
    let name: String
    let prefix: [UInt8]
    /// How many characters follow the prefix.
    let count: ClosedRange<Int>
    let alphabet: Alphabet
    /// Whether the text after the prefix is Base64 that must contain the words of a private key.
    let isKeyInBase64: Bool

    enum Alphabet: Sendable {
        case letters, upper, word, hexadecimal, base64
        /// Base64 with line breaks.
        case lines

        func contains(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): self != .hexadecimal
            case UInt8(ascii: "a")...UInt8(ascii: "f"): self != .upper
            case UInt8(ascii: "g")...UInt8(ascii: "z"): self != .upper && self != .hexadecimal
            case UInt8(ascii: "_"), UInt8(ascii: "-"): self == .word
            case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
                self == .base64 || self == .lines
            case 0x0A, 0x0D: self == .lines
            default: false
            }
        }
    }

    private init(
        _ name: String, _ prefix: String, _ count: ClosedRange<Int>, _ alphabet: Alphabet,
        isKeyInBase64: Bool = false
    ) {
        self.name = name
        self.prefix = Array(prefix.utf8)
        self.count = count
        self.alphabet = alphabet
        self.isKeyInBase64 = isKeyInBase64
    }

    static let all: [SecretPattern] = [
        SecretPattern("a GitHub token", "ghp_", 36...36, .letters),
        SecretPattern("a GitHub token", "gho_", 36...36, .letters),
        SecretPattern("a GitHub token", "ghu_", 36...36, .letters),
        SecretPattern("a GitHub token", "ghs_", 36...36, .letters),
        SecretPattern("a GitHub token", "ghr_", 36...76, .letters),
        SecretPattern("a GitHub token", "github_pat_", 82...82, .word),
        SecretPattern("a GitLab token", "glpat-", 20...64, .word),
        SecretPattern("a GitLab token", "gldt-", 20...64, .word),
        SecretPattern("a GitLab token", "glrt-", 20...64, .word),
        SecretPattern("an AWS key id", "AKIA", 16...16, .upper),
        SecretPattern("an AWS key id", "ASIA", 16...16, .upper),
        SecretPattern("an AWS secret key", "aws_secret_access_key=", 40...40, .base64),
        SecretPattern("an AWS secret key", "aws_secret_access_key = ", 40...40, .base64),
        SecretPattern("an AWS secret key", "AWS_SECRET_ACCESS_KEY=", 40...40, .base64),
        SecretPattern("an AWS secret key", "AWS_SECRET_ACCESS_KEY=\"", 40...40, .base64),
        SecretPattern("an Azure storage key", "AccountKey=", 88...88, .base64),
        SecretPattern("an Alibaba Cloud key id", "LTAI5t", 18...18, .letters),
        SecretPattern("a Tencent Cloud key id", "AKID", 32...32, .letters),
        SecretPattern("a Google API key", "AIza", 35...35, .word),
        SecretPattern("a Google client secret", "GOCSPX-", 28...28, .word),
        SecretPattern("a Slack token", "xoxb-", 40...120, .word),
        SecretPattern("a Slack token", "xoxp-", 40...120, .word),
        SecretPattern("a Slack token", "xapp-", 40...200, .word),
        SecretPattern("a Slack token", "xoxa-", 40...120, .word),
        SecretPattern("a Slack token", "xoxr-", 40...120, .word),
        SecretPattern("a Slack token", "xoxs-", 40...120, .word),
        SecretPattern("a Stripe key", "sk_live_", 24...120, .letters),
        SecretPattern("a Stripe key", "rk_live_", 24...120, .letters),
        SecretPattern("an npm token", "npm_", 36...36, .letters),
        SecretPattern("a PyPI token", "pypi-AgEIcHlwaS5vcmc", 50...250, .word),
        SecretPattern("a RubyGems key", "rubygems_", 48...48, .hexadecimal),
        SecretPattern("a Docker Hub token", "dckr_pat_", 27...27, .word),
        SecretPattern("an OpenAI key", "sk-proj-", 40...200, .word),
        SecretPattern("an OpenAI key", "sk-svcacct-", 40...200, .word),
        SecretPattern("an Anthropic key", "sk-ant-", 40...200, .word),
        SecretPattern("a Hugging Face token", "hf_", 34...34, .letters),
        SecretPattern("a SendGrid key", "SG.", 22...22, .word),
        SecretPattern("a DigitalOcean token", "dop_v1_", 64...64, .hexadecimal),
        SecretPattern("a DigitalOcean token", "doo_v1_", 64...64, .hexadecimal),
        SecretPattern("an OpenRouter key", "sk-or-v1-", 64...64, .hexadecimal),
        SecretPattern("a Groq key", "gsk_", 52...52, .letters),
        SecretPattern("a Grafana token", "glsa_", 41...41, .word),
        SecretPattern("a Square secret", "sq0csp-", 43...43, .word),
        SecretPattern("a New Relic key", "NRAK-", 27...27, .upper),
        SecretPattern("an Atlassian token", "ATATT3xFfGF0", 100...300, .word),
        SecretPattern("a Brevo key", "xkeysib-", 81...81, .word),
        SecretPattern("a Shopify token", "shpat_", 32...32, .hexadecimal),
        SecretPattern("a Vault token", "hvs.", 90...120, .word),
        SecretPattern("a Databricks token", "dapi", 32...32, .hexadecimal),
        SecretPattern("an age key", "AGE-SECRET-KEY-1", 58...58, .upper),
        SecretPattern("a private key of PuTTY", "Private-Lines: ", 48...40_000, .lines),
        SecretPattern(
            "a private key of minisign", "minisign encrypted secret key", 200...300, .lines),
        SecretPattern("a private key of signify", "signify secret key", 130...300, .lines),
        SecretPattern(
            "a private key in Base64", "LS0tLS1CRUdJTi", 120...40_000, .base64,
            isKeyInBase64: true),
    ]

    /// The patterns that begin with each byte.
    static let byFirst: [[SecretPattern]] = (0..<256).map { byte in
        all.filter { Int($0.prefix[0]) == byte }
    }

    /// A bit of ``traits``: a pattern or a key block may begin with the byte.
    static let mayBegin: UInt8 = 1
    /// A bit of ``traits``: a token that follows the byte would be a part of another word.
    static let isWord: UInt8 = 2

    /// The possible roles of each byte for a scan.
    static let traits: [UInt8] = (0..<256).map { byte in
        let begins = !byFirst[byte].isEmpty || byte == Int(UInt8(ascii: "-"))
        return (begins ? mayBegin : 0)
            | (Alphabet.letters.contains(UInt8(byte)) ? isWord : 0)
    }

    /// The result of a pattern at an index.
    enum Match {
        case token(end: Int)
        /// Not a token, and nothing else begins before `end`.
        case run(end: Int)
    }

    /// The token that begins at an index; nil: nothing. O(characters that are read): a long run is
    /// not read again from within.
    func match(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
        let body = start + prefix.count
        guard body <= text.count, text[start..<body].elementsEqual(prefix) else { return nil }
        if isKeyInBase64, !holdsKey(text[start..<text.count]) { return nil }
        var end = body
        // One more than the maximum is enough to know.
        let limit = min(text.count, body + count.upperBound + 1)
        while end < limit, alphabet.contains(text[end]) { end += 1 }
        // The beginning of a longer key in Base64 is also a key.
        let isCut = isKeyInBase64 && end - body > count.upperBound
        let isWhole =
            end == text.count || SecretPattern.traits[Int(text[end])] & SecretPattern.isWord == 0
        guard isCut || count.contains(end - body) && isWhole, !Sample.isOne(text[body..<end])
        else { return isKeyInBase64 ? .run(end: end) : nil }
        return .token(end: end)
    }

    /// Whether a text in Base64 begins with the first line of a private key.
    private func holdsKey(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let line = Data(base64Encoded: Data(text.prefix(64))) else { return false }
        return String(decoding: line, as: UTF8.self).contains("PRIVATE KEY")
    }
}

/// Recognizes the placeholders for secrets in manuals.
enum Sample {
    private static let words = [
        "EXAMPLE", "XXXX", "SAMPLE", "0123456789", "1234567890", "ABCDEFGH",
    ]

    /// `ghp_xxxxxxxx…`, `AKIAIOSFODNN7EXAMPLE`: it has few different characters, or names itself an
    /// example. `YOUR` only at the beginning: a real token may contain four letters by chance.
    static func isOne(_ body: some Collection<UInt8>) -> Bool {
        let text = String(decoding: Array(body), as: UTF8.self).uppercased()
        return Set(body).count < min(10, body.count / 2) || text.hasPrefix("YOUR")
            || words.contains { text.contains($0) }
    }
}
