import Foundation
import Text

/// The secrets in the environment, which are removed from the output of tools.
package struct Redaction: Sendable {
    /// The values of variables whose names mark secrets, longest first.
    package let secrets: [String]

    /// Collects `GITHUB_TOKEN`, `AWS_SECRET_ACCESS_KEY` and others; excludes the paths of key
    /// files, and values so short that they occur in any text.
    package init(environment: [String: String], others: [String] = []) {
        let named = environment.filter { name, value in
            value.utf8.count >= 8 && !value.hasPrefix("/") && SecretName.maySaySecret(name)
        }
        secrets = (named.values + others).sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text with `***` for secrets, and for user and password in addresses:
    /// `https://me:pw@host/` gives `https://***@host/`.
    package func clean(_ text: String) -> String {
        var text = text
        for secret in secrets { text = text.replacing(secret, with: "***") }
        return Self.withoutPasswords(text)
    }

    /// The text with `***` for the part between `://` and `@`. O(bytes).
    private static func withoutPasswords(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        /// After the last `://`, up to a character that cannot be in a name or a password.
        var start: Int?
        for (i, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "@"):
                if let start, start < out.count {
                    out.removeLast(out.count - start)
                    out.append(contentsOf: "***".utf8)
                }
                start = nil
            case UInt8(ascii: "/"):
                let isScheme =
                    i >= 3 && bytes[i - 1] == byte && bytes[i - 2] == UInt8(ascii: ":")
                    && isOfScheme(bytes[i - 3])
                start = isScheme ? out.count + 1 : nil
            case 0...0x20, UInt8(ascii: "'"), UInt8(ascii: "\""): start = nil
            default: break
            }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isOfScheme(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "+.-".utf8.contains(byte)
        }
    }

    /// The last lines of a tool's output, cleaned, on one line, without repetitions.
    func lastWords(_ bytes: [UInt8]) -> String {
        var said: Set<String> = []
        let lines = String(decoding: bytes, as: UTF8.self).printableLines
            .filter { !$0.isEmpty && !$0.hasPrefix("hint:") && said.insert($0).inserted }
        return clean(lines.suffix(8).joined(separator: "; ")).cut(to: 800)
    }
}
