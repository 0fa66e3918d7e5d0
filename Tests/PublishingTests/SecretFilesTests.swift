import Addresses
import Foundation
import Testing

@testable import Publishing

/// Which files are searched for secrets, and what is found in those that programs keep them in.
struct SecretFilesTests {
    private let token = "ghp_" + "9aB3dE5fG7hI1jK2lM4nO6pQ8rS0tU2vW4xY"

    private func found(_ path: String, _ bytes: [UInt8]) throws -> [String] {
        let folder = try PublishedFolder()
        try folder.text.write("public/" + path, bytes: bytes)
        let findings = try folder.reading().findings[OutputPath(path)]
        return findings?.secrets.map { "\($0.line) \($0.kind)" } ?? ["not read"]
    }

    private func found(_ path: String, _ text: String) throws -> [String] {
        try found(path, Array(text.utf8))
    }

    private static let media: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0],
        Array("GIF89a".utf8), Array("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ".utf8), Array("wOF2".utf8),
        [0, 1, 0, 0, 0], Array("OTTO".utf8), [0, 0, 1, 0], [0x49, 0x49, 0x2A, 0],
        [0, 0, 0, 0x20] + Array("ftypavif".utf8), [0x50, 0x4B, 3, 4], [0x1F, 0x8B, 8],
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], Array("BZh91AY&SY".utf8), [0x28, 0xB5, 0x2F, 0xFD],
        Array("OggS\u{0}".utf8), Array("ID3\u{4}".utf8), Array("GIF87a".utf8),
        Array("8BPS".utf8), Array("wOFF".utf8), Array("ttcf".utf8), Array("fLaC".utf8),
    ]

    @Test(arguments: media)
    func searchesNoPictureFontOrArchive(head: [UInt8]) throws {
        #expect(try found("file.txt", head + [0] + Array("\n\(token)\n".utf8)) == [])
    }

    /// Bitmaps begin with two letters, which a text may begin with too.
    @Test func searchesNoBitmapOfTheSizeThatItSays() throws {
        let rest = [0, 0, 0, 0] + Array("\n\(token)\n".utf8)
        let size = 6 + rest.count
        let bitmap = Array("BM".utf8) + [UInt8(size), 0, 0, 0] + rest
        #expect(try found("a.bmp", bitmap) == [])
        #expect(try found("a.bmp", Array("BM".utf8) + [1, 0, 0, 0] + rest).count == 1)
    }

    private static let others: [[UInt8]] = [
        [0], [0x7F, 0x45, 0x4C, 0x46, 0, 0], Array("RIFF of something".utf8), Array("BM, BZh".utf8),
        Array("b0VIM 9.0\u{0}\u{0}\u{0}".utf8), Array("SQLite format 3\u{0}".utf8),
        Array("%PDF-1.7".utf8), [0xFF, 0xFE],
        // What pictures and fonts begin with, in a text.
        Array("OTTO_HOST=x".utf8), Array("wOFF=1".utf8), Array("wOF2".utf8), Array("8BPS".utf8),
        Array("ttcf".utf8), Array("GIF87a".utf8), Array("GIF89a is old".utf8), Array("fLaC".utf8),
        Array("the ftyp of a film".utf8), Array("BZh91AY&SY".utf8), Array("RIFF1234WEBP".utf8),
    ]

    @Test(arguments: others)
    func searchesEverythingElse(head: [UInt8]) throws {
        #expect(try found("x.swp", head + Array("\n\(token)\n".utf8)) == ["2 a GitHub token"])
    }

    @Test func searchesTextInUTF16() throws {
        for order in [false, true] {
            let units = "\u{FEFF}a\n\(token)\n".utf16.flatMap {
                order ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
            }
            #expect(try found("notes.txt", units) == ["2 a GitHub token"])
        }
    }

    @Test func searchesALargeFileInWindows() throws {
        let line = Array((String(repeating: "x", count: 99) + "\n").utf8)
        var bytes: [UInt8] = []
        for _ in 0..<(FileFindings.largest / 100 + 1) { bytes += line }
        // Across the border of two pieces, and at the very end.
        let border = Array("\n\(token)\n".utf8)
        let start = (17 << 20) - 20
        bytes += [UInt8](repeating: 0x78, count: max(0, start - bytes.count)) + border
        bytes += [UInt8](repeating: 0x78, count: 2 << 20)
        let other = "npm_" + "aZ3xS5dC7fV9gB1hN2jM4kL6pO8iU0yT3rE5"
        bytes += Array("\n\(other)".utf8)
        let lines = bytes.count { $0 == 0x0A }
        #expect(
            try found("dump.sql", bytes)
                == ["\(lines - 1) a GitHub token", "\(lines + 1) an npm token"])
    }

    private static let settings: [(path: String, text: String, found: [String])] = [
        (".env", "# x\nDB_HOST=db\nDB_PASSWORD=correcthorse\n", ["3 the value of 'DB_PASSWORD'"]),
        ("prod.env", "export API_KEY='q7Zr-93kdLw0'\n", ["1 the value of 'API_KEY'"]),
        (
            ".git-credentials", "https://me:q7Zr93kdLw0@example.com\n",
            ["1 a password in an address"]
        ),
        (
            ".netrc", "machine example.com\n  login me\n  password q7Zr93kdLw0\n",
            ["3 a password of .netrc"]
        ),
        (
            ".npmrc", "//registry.npmjs.org/:_authToken=q7Zr-93kdLw0-aaaa\n",
            ["1 the value of '//registry.npmjs.org/:_authToken'"]
        ),
        (
            "settings.txt", "[db]\nuser = me\npassword = q7Zr93kdLw0\n",
            ["3 the value of 'password'"]
        ),
        (
            "wg0.conf", "[Interface]\nPrivateKey = q7Zr93kdLw0+abc=\n",
            ["2 the value of 'PrivateKey'"]
        ),
        (
            "config.yml", "db:\n  user: me\n  password: 'q7Zr93kdLw0'\nlist:\n- a b\n---\n",
            ["3 the value of 'password'"]
        ),
        (
            "config.json", "{\"db\": {\"clientSecret\" :\n \"q7Zr93kdLw0\", \"user\": \"a\\\"b\"}}",
            ["2 the value of 'clientSecret'"]
        ),
        (
            ".dockerconfigjson", "{\"auths\":{\"x.io\":{\"auth\":\"bWU6c2VjcmV0cGFzcw==\"}}}",
            ["1 the value of 'auth'"]
        ),
        (
            "key.json",
            "{\"kty\":\"EC\",\"x\":\"weN\",\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}",
            ["1 a private key in JSON"]
        ),
        (
            "key.xml",
            "<RSAKeyValue>\n<D>" + String(repeating: "q7Zr93kd", count: 8)
                + "</D></RSAKeyValue>",
            ["2 a private key in XML"]
        ),
        (
            "credentials",
            "[default]\naws_secret_access_key = "
                + "zZ9k3jd8fk3jDk3kd9sks8dkPq1Lm2Nn3Oo4Pp5Q\n", ["2 an AWS secret key"]
        ),
        (
            "a.conf", "[remote \"origin\"]\n\turl = https://me:q7Zr93kdLw0@example.com/x.git\n",
            ["2 a password in an address"]
        ),
        ("bom.env", "\u{FEFF}API_KEY=q7Zr93kdLw0\n", ["1 the value of 'API_KEY'"]),
        ("bom.json", "\u{FEFF}{\"ApiKey\": \"q7Zr93kdLw0\"}", ["1 the value of 'ApiKey'"]),
        (".env", "API_KEY = \"q7Zr93kdLw0\"  # production\n", ["1 the value of 'API_KEY'"]),
        (".env", "API_KEY = q7Zr93kdLw0 # production\n", ["1 the value of 'API_KEY'"]),
        (
            "config.yml", "a: b # c\npassword: q7Zr93kdLw0  # prod\n",
            ["2 the value of 'password'"]
        ),
        (
            "config.toml", "password = 'q7Zr#93kdLw0' # prod\n", ["1 the value of 'password'"]
        ),
        (".env", "PASSPHRASE=\"correct horse battery\"\n", ["1 the value of 'PASSPHRASE'"]),
        ("deploy.conf", "DB_PASS='four words and 42'\n", ["1 the value of 'DB_PASS'"]),
        (
            ".env", "SECRET_KEY=/9aB3dE5fG7hI1jK2lM4nO6pQ8rS0tU2vW4xY\n",
            ["1 the value of 'SECRET_KEY'"]
        ),
        (
            "settings.conf", "SECRET_KEY=/9aB3dE5fG7h/I1jK2lM4nO6pQ8rS0t+U2vW4xY=\n",
            ["1 the value of 'SECRET_KEY'"]
        ),
        ("list.json", "[1,{\"ApiKey\":\"q7Zr93kdLw0\"}]", ["1 the value of 'ApiKey'"]),
        (
            ".pgpass", "# a\ndb:5432:*:me:q7Zr93kdLw0\nd\\:b:*:*:me:k4\\:Wx92mQ\n",
            ["2 a password of .pgpass", "3 a password of .pgpass"]
        ),
    ]

    /// PowerShell writes such files.
    @Test func findsWhatFilesOfSettingsKeepInUTF16() throws {
        for order in [false, true] {
            let units = "\u{FEFF}NAME=你好\r\nAPI_KEY=q7Zr93kdLw0\r\n".utf16.flatMap {
                order ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
            }
            #expect(try found(".env", units) == ["2 the value of 'API_KEY'"])
            #expect(try found("web.config", Array(units.dropLast())).count == 1)
        }
    }

    @Test(arguments: settings)
    func findsWhatFilesOfSettingsKeep(path: String, text: String, expected: [String]) throws {
        #expect(try found(path, text) == expected)
    }

    @Test(arguments: [
        (
            ".env",
            "DB_PASSWORD=\nAPI_KEY=changeme-please\nTOKEN=${TOKEN_OF_CI}\nKEY_FILE=/etc/x/k9\n"
        ),
        (
            ".env.example",
            "API_KEY=your-key-goes-here\nSECRET=xxxxxxxxxxxx\nPUBLIC_KEY=q7Zr93kdLw0\n"
        ),
        (
            ".env",
            "API_KEY=changeme-please # or another\nTOKEN=\"${TOKEN_OF_CI}\" # CI\n"
                + "SECRET=xxxxxxxxxxxx # x\nSECRET_KEY=/run/secrets/MyApp/key-2.pem\n"
                + "AUTH=./certs/9f86d081884c/id_rsa2\nDB_PASSWORD= # of db.example.org 2024\n"
        ),
        (".env.example", "PASSWORD=\"ask the admin for it\"\n"),
        ("de.toml", "password = \"Mindestens 8 Zeichen\" # von 2\n"),
        ("en.json", "[1, {\"password\": \"At least 8 characters\"}]"),
        (".pgpass", "# a:b:c:d:q7Zr93kdLw0\ndb:5432:*:me:changeme\ndb:5432:*:me\n"),
        ("de.properties", "password=Passwort\ntoken=Anmeldemarke\n"),
        ("robots.txt", "User-agent: *\nDisallow: /x?token=q7Zr93kdLw0\n"),
        ("notes.txt", "Once upon a time.\nPASSWORD=q7Zr93kdLw0\n"),
        ("a/index.html", "<pre>DB_PASSWORD=q7Zr93kdLw0\npostgres://me:q7Zr93kdLw0@db/x</pre>"),
        ("de.json", "{\"password\": \"Passwort\", \"sortKey\": \"q7Zr93kdLw0\"}"),
        ("de.yml", "password: Passwort eingeben\ncacheKey: q7Zr93kdLw0\ntoken:\n"),
        (
            "data.json",
            "{\"d\": \"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\", \"token\": [\"q7Zr93kdLw0\"]}"
        ),
        ("cut.json", "{\"password\": \"q7Zr93kdLw0"),
        ("app.js", "const url = 'https://me:q7Zr93kdLw0@example.com'\n"),
        ("list.txt", "https://example.com:8080/@me\nhttps://me@example.com/\n"),
    ])
    func letsSamplesAndOtherFilesBe(path: String, text: String) throws {
        #expect(try found(path, text) == [])
    }

    @Test(arguments: [".git/HEAD", "modules/theme/.git", "a/.git/config"])
    func findsAPartOfARepository(path: String) throws {
        #expect(
            try found(path, "ref: refs/heads/main\n") == ["1 a part of a Git repository"])
    }

    /// A SEQUENCE with a version and what follows it.
    private static func der(_ content: [UInt8]) -> [UInt8] {
        let padded = content + [UInt8](repeating: 7, count: 300) + [0]
        return [0x30, 0x82, UInt8(padded.count >> 8), UInt8(padded.count & 255)] + padded
    }

    private static let encrypted: [UInt8] =
        [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D, 0x05, 0x00]

    private static let keys: [([UInt8], String)] = [
        (der([2, 1, 0, 2, 0x82, 1, 1]), "a private key in DER"),
        (der([2, 1, 0, 0x30, 0x0D]), "a private key in DER"),
        (der([2, 1, 1, 4, 0x20]), "a private key in DER"),
        (der([2, 1, 3, 0x30, 0x82, 1, 0]), "a private key in DER"),
        (
            [0x30, 0x41] + encrypted + [4, 0x30] + [UInt8](repeating: 9, count: 48),
            "a private key in DER"
        ),
        (Array("openssh-key-v1\u{0}none".utf8), "a private key of OpenSSH"),
        ([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2], "a key store of Java"),
        (Array("(11:private-key(3:rsa(1:n".utf8), "a private key of GnuPG"),
        (
            Array("Created: 20240101T000000\nKey: (protected-private-key (rsa\n".utf8),
            "a private key of GnuPG"
        ),
        (Array("SSH PRIVATE KEY FILE FORMAT 1.1\n\u{0}\u{3}".utf8), "a private key of SSH 1"),
        ([7, 2, 0, 0, 0, 0xA4, 0, 0] + Array("RSA2".utf8), "a private key in a BLOB"),
        ([0x03, 0xD9, 0xA2, 0x9A, 0x67, 0xFB, 0], "a store of passwords"),
        (
            [0x95, 3, 0x98, 4, 0x60, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 20),
            "a private key of OpenPGP"
        ),
    ]

    @Test(arguments: keys)
    func findsKeysThatAreNoText(bytes: [UInt8], kind: String) throws {
        #expect(try found("key.bin", bytes) == ["1 " + kind])
    }

    private static let noKeys: [[UInt8]] = [
        der([0x30, 0x82, 0, 0x20, 2, 1, 0]), [0x30, 0x82, 1, 0, 2, 1, 0, 2],
        [0x99, 3, 0x98, 4, 0x60, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 20), [0x30],
        [0x30, 0x80],
        [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0],
    ]

    @Test(arguments: noKeys)
    func takesNoCertificateOrOtherFileForAKey(bytes: [UInt8]) throws {
        #expect(try found("x.bin", bytes) == [])
    }
}
