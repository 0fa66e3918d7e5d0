import Foundation
import Text

/// What of the environment is secret, and the words of tools without it.
package struct Redaction: Sendable {
    /// The values of variables whose names tell that they are secret, the longest first.
    package let secrets: [String]

    /// Words of a variable's name.
    private static let words: Set<Substring> = [
        "TOKEN", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASSPHRASE", "PASS", "KEY", "APIKEY",
        "CREDENTIAL", "CREDENTIALS", "AUTH",
    ]

    /// Takes `GITHUB_TOKEN`, `AWS_SECRET_ACCESS_KEY` and the like; not the paths of key files, nor
    /// values so short that they stand in any text.
    package init(environment: [String: String], others: [String] = []) {
        let named = environment.filter { name, value in
            value.utf8.count >= 8 && !value.hasPrefix("/")
                && name.uppercased().split(separator: "_").contains { Self.words.contains($0) }
        }
        secrets = (named.values + others).sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text with `***` for secrets, and for user and password in addresses:
    /// `https://me:pw@host/` gives `https://***@host/`.
    package func clean(_ text: String) -> String {
        var text = text
        for secret in secrets { text = text.replacing(secret, with: "***") }
        return text.replacing(/(?<scheme>[A-Za-z][A-Za-z0-9+.-]*:\/\/)[^\/\s@'"]+@/) {
            "\($0.scheme)***@"
        }
    }

    /// The last lines of what a tool said, cleaned, in one line; none of them twice.
    func lastWords(_ bytes: [UInt8]) -> String {
        var said: Set<String> = []
        let lines = String(decoding: bytes, as: UTF8.self).printableLines
            .filter { !$0.isEmpty && !$0.hasPrefix("hint:") && said.insert($0).inserted }
        return clean(lines.suffix(8).joined(separator: "; ")).cut(to: 800)
    }
}
