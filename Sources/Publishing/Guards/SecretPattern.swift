/// A kind of key or token that is known by its form.
///
/// The forms are those that the issuers publish for scanners: a fixed beginning, then so many
/// characters of an alphabet. What has only the length of a secret is no pattern: it would find
/// digests.
struct SecretPattern: Sendable {
    let name: String
    let prefix: [UInt8]
    /// How many characters follow the prefix.
    let count: ClosedRange<Int>
    let alphabet: Alphabet

    enum Alphabet: Sendable {
        case letters, upper, word, hexadecimal

        func contains(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): self != .hexadecimal
            case UInt8(ascii: "a")...UInt8(ascii: "f"): self != .upper
            case UInt8(ascii: "g")...UInt8(ascii: "z"): self == .letters || self == .word
            case UInt8(ascii: "_"), UInt8(ascii: "-"): self == .word
            default: false
            }
        }
    }

    private init(
        _ name: String, _ prefix: String, _ count: ClosedRange<Int>, _ alphabet: Alphabet
    ) {
        self.name = name
        self.prefix = Array(prefix.utf8)
        self.count = count
        self.alphabet = alphabet
    }

    static let all: [SecretPattern] = [
        SecretPattern("a GitHub token", "ghp_", 36...36, .letters),
        SecretPattern("a GitHub token", "gho_", 36...36, .letters),
        SecretPattern("a GitHub token", "ghu_", 36...36, .letters),
        SecretPattern("a GitHub token", "ghs_", 36...36, .letters),
        SecretPattern("a GitHub token", "ghr_", 36...76, .letters),
        SecretPattern("a GitHub token", "github_pat_", 82...82, .word),
        SecretPattern("a GitLab token", "glpat-", 20...64, .word),
        SecretPattern("an AWS key id", "AKIA", 16...16, .upper),
        SecretPattern("an AWS key id", "ASIA", 16...16, .upper),
        SecretPattern("an Alibaba Cloud key id", "LTAI5t", 18...18, .letters),
        SecretPattern("a Tencent Cloud key id", "AKID", 32...32, .letters),
        SecretPattern("a Google API key", "AIza", 35...35, .word),
        SecretPattern("a Slack token", "xoxb-", 40...120, .word),
        SecretPattern("a Slack token", "xoxp-", 40...120, .word),
        SecretPattern("a Stripe key", "sk_live_", 24...120, .letters),
        SecretPattern("a Stripe key", "rk_live_", 24...120, .letters),
        SecretPattern("an npm token", "npm_", 36...36, .letters),
        SecretPattern("a PyPI token", "pypi-AgEIcHlwaS5vcmc", 50...250, .word),
        SecretPattern("an OpenAI key", "sk-proj-", 40...200, .word),
        SecretPattern("an Anthropic key", "sk-ant-", 40...200, .word),
        SecretPattern("a Hugging Face token", "hf_", 34...34, .letters),
        SecretPattern("a SendGrid key", "SG.", 22...22, .word),
        SecretPattern("a DigitalOcean token", "dop_v1_", 64...64, .hexadecimal),
    ]

    /// Which patterns begin with a byte.
    static let byFirst: [[SecretPattern]] = (0..<256).map { byte in
        all.filter { Int($0.prefix[0]) == byte }
    }
}
