import Foundation
import Text

/// The path of a file under the output folder, raw (not percent-encoded), NFC: `标签/go/index.html`.
package struct OutputPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let string: String

    package init(_ string: some StringProtocol) {
        self.string = String(string)
    }

    package var description: String { string }

    /// Equal for two paths that are the same file on some file system: case folded, NFC.
    package var collisionKey: String {
        if string.utf8.allSatisfy({ $0 < 0x80 }) { return string.lowercased() }
        return string.folding(options: .caseInsensitive, locale: nil).nfc
    }

    /// Its parts from the top: `["标签", "go", "index.html"]`.
    package var segments: [Substring] {
        string.split(separator: "/", omittingEmptySubsequences: false)
    }

    /// By bytes, so that the order is the same on every machine.
    package static func < (a: OutputPath, b: OutputPath) -> Bool {
        a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
    }
}
