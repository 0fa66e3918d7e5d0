import Foundation
import Testing

@testable import Publishing

struct SecretScanTests {
    private func found(
        _ text: String, allowed: Set<String> = [], environment: [String: String] = [:]
    ) -> [String] {
        SecretScan(allowed: allowed, environment: Redaction(environment: environment))
            .findings(in: Array(text.utf8)[...]).map { "\($0.line) \($0.kind)" }
    }

    /// Put together here, so that no scanner takes this file for a leak.
    private static let samples: [(String, String)] = [
        ("ghp_" + "9aB3dE5fG7hI1jK2lM4nO6pQ8rS0tU2vW4xY", "a GitHub token"),
        ("AKIA" + "Q4Z7WN3LXB5T2RYP", "an AWS key id"),
        ("glpat-" + "Zx9wVu8tSr7qPo6nMl5k", "a GitLab token"),
        ("LTAI5t" + "Kb7Qw9Zx3Vn5Mc1Lr8", "an Alibaba Cloud key id"),
        ("AIza" + "SyD4k9Qw8Er7Ty6Ui5Op3As2Df1Gh0JkLzX", "a Google API key"),
        ("sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", "a Stripe key"),
        ("npm_" + "aZ3xS5dC7fV9gB1hN2jM4kL6pO8iU0yT3rE5", "an npm token"),
    ]

    @Test(arguments: samples)
    func findsTokensByTheirForm(_ token: String, _ kind: String) {
        #expect(found("a\nexport TOKEN=\"\(token)\"\n") == ["2 \(kind)"])
        #expect(found("x\(token)") == [], "a part of another word")
    }

    @Test(arguments: [
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "AKIA" + "IOSFODNN7EXAMPLE",
        "ghp_123", "AKIA1234", "sk_live_", "npm_config_registry",
        "ghp_" + "YOURTOKENGOESHEREabcdefghijklmnop123",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ])
    func letsSamplesAndDigestsBe(_ text: String) {
        #expect(found(text) == [])
    }

    @Test func takesYOURForASampleInFrontOnly() {
        let body = "9aB3dE5fG7hI1jK2lM4nO6pQ8rS0tU2v"
        #expect(found("ghp_" + "Your" + body) == [])
        #expect(found("ghp_" + body + "Your") == ["1 a GitHub token"])
    }

    private static let body = """
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
        MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu
        """

    @Test func findsPrivateKeysAlsoInsideAString() {
        let begin = "-----BEGIN RSA PRIVATE" + " KEY-----"
        let end = "-----END RSA PRIVATE" + " KEY-----"
        #expect(found("\n\(begin)\n\(Self.body)\n\(end)\n") == ["2 a private key"])
        let escaped = Self.body.replacing("\n", with: "\\n")
        #expect(found("\"\(begin)\\n\(escaped)\\n\(end)\"") == ["1 a private key"])
    }

    @Test(arguments: ["...", "", "BASE64", "(your key here)"])
    func letsThePictureOfAPrivateKeyBe(_ inside: String) {
        let begin = "-----BEGIN PRIVATE" + " KEY-----"
        #expect(found("\(begin)\n\(inside)\n-----END PRIVATE" + " KEY-----\n") == [])
    }

    private static func block(_ label: String, _ lines: [String]) -> String {
        "-----BEGIN \(label)-----\n" + lines.map { $0 + "\n" }.joined() + "-----END \(label)-----\n"
    }

    private static let lines = body.split(separator: "\n").map(String.init)

    /// Put together here, so that no scanner takes this file for a leak.
    private static let keys: [String] = [
        block("EC PRIVATE" + " KEY", lines), block("OPENSSH PRIVATE" + " KEY", lines),
        block("ENCRYPTED PRIVATE" + " KEY", lines),
        // Ed25519 is the shortest.
        block("PRIVATE" + " KEY", [String(lines[0].suffix(64))]),
        block(
            "RSA PRIVATE" + " KEY",
            ["Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-128-CBC,0011223344556677", ""] + lines),
        block(
            "PGP PRIVATE" + " KEY BLOCK",
            ["Version: GnuPG v2.4.0 (GNU/Linux)", "Comment: https://example.org/", ""] + lines),
        "---- BEGIN SSH2 ENCRYPTED PRIVATE"
            + " KEY ----\nComment: \"me\"\n\(body)---- END SSH2 ----\n",
        block("PRIVATE" + " KEY", lines.map { $0 + "\r" }),
    ]

    @Test(arguments: keys)
    func findsPrivateKeysOfEachKind(_ key: String) {
        #expect(found("x\n" + key + "y\n") == ["2 a private key"])
        #expect(found("{\"k\": \"" + key.replacing("\n", with: "\\n") + "\"}").count == 1)
    }

    @Test func findsPrivateKeysOfOtherPrograms() {
        let line = String(Self.lines[0].prefix(56))
        let putty =
            "PuTTY-User-Key-File-3: ssh-ed25519\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\n"
            + line + "\nPrivate-MAC: 00\n"
        #expect(found(putty) == ["4 a private key of PuTTY"])
        let minisign = String(repeating: Self.lines[0], count: 4).prefix(212)
        #expect(
            found("untrusted comment: minisign encrypted secret key\n\(minisign)\n")
                == ["1 a private key of minisign"])
    }

    @Test func findsAPrivateKeyInBase64() {
        let text = Data(Self.keys[0].utf8).base64EncodedString()
        #expect(found("client-key-data: \(text)\n") == ["1 a private key in Base64"])
        let certificate = Data(Self.block("CERTIFICATE", Self.lines + Self.lines).utf8)
        #expect(found("client-certificate-data: \(certificate.base64EncodedString())\n") == [])
    }

    @Test func takesNoCertificateForAKey() {
        #expect(found(Self.block("CERTIFICATE", Self.lines)) == [])
        #expect(found(Self.block("PUBLIC KEY", Self.lines)) == [])
    }

    @Test func staysLinearInManyBeginnings() {
        let begin = "-----BEGIN PRIVATE" + " KEY-----\nabcdefghij\n"
        let end = String(repeating: "a", count: 300)
        let headers = "-----BEGIN PRIVATE" + " KEY-----\nabc: "
        #expect(found(String(repeating: headers, count: 40_000)) == [])
        let tokens = "glpat-" + "sk-proj-" + "AKIA" + "LS0tLS1CRUdJTi"
        // A scan that began anew at each of them would not end in the time of a test.
        #expect(found(String(repeating: begin, count: 40_000)) == [])
        #expect(found(String(repeating: tokens, count: 40_000) + end) == [])
    }

    @Test func findsSecretValuesOfTheEnvironment() {
        let environment = [
            "DEPLOY_TOKEN": "correct-horse-battery", "PATH": "/usr/bin:/bin/correct",
            "SSH_KEY": "/home/me/.ssh/id_ed25519", "API_KEY": "short",
        ]
        #expect(
            found(
                "a\nit is correct-horse-battery, in /usr/bin:/bin/correct", environment: environment
            )
                == ["2 a secret of the environment"])
    }

    @Test func letsASampleThroughByItsDigest() {
        let token = Self.samples[0].0
        #expect(found(token, allowed: [namedDigest(of: Array(token.utf8))]) == [])
    }

    @Test func tellsOneSecretOnce() {
        let token = Self.samples[0].0
        #expect(found("\(token)\n\(token)\n").count == 1)
    }

    @Test func cleansWordsOfSecrets() {
        let redaction = Redaction(environment: ["MY_PASSWORD": "hunter2hunter2"])
        #expect(
            redaction.clean("fatal: https://me:tok@host/x.git and hunter2hunter2 at ssh://git@h/")
                == "fatal: https://***@host/x.git and *** at ssh://***@h/")
    }
}
