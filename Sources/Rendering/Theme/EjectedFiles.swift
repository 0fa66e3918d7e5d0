import Addresses
import Crypto
import Diagnostics
import Foundation
import Text

/// Which files a site took from its theme to change them, and what they were then: `theme/.ejected`.
///
/// A line for each, as `sha256sum` writes them: the SHA-256 of the original, two spaces, the path.
///
///     9f86d081…  layouts/post.mustache
package struct EjectedFiles: Sendable {
    /// Below the site's `theme/`; begins with a dot, so that it is no file of the theme.
    package static let fileName = ".ejected"

    /// Digests by path.
    private var digests: [String: String] = [:]

    /// The lines that cannot be read, as byte ranges.
    private var brokenLines: [Range<Int>] = []

    /// What the file says; empty lines and those after `#` say nothing, and what cannot be read is
    /// passed over and reported by ``diagnostics(own:originals:file:)``.
    package init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) { continue }
            let parts = text.split(separator: "  ", maxSplits: 1)
            if parts.count == 2, Self.isDigest(parts[0]) {
                digests[String(parts[1])] = String(parts[0])
            } else {
                brokenLines.append(line.indices)
            }
        }
    }

    private static func isDigest(_ text: Substring) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    /// Notes that a site took `original` as it is now.
    package mutating func note(_ original: ThemeFile) {
        digests[original.path] = Self.digest(of: original)
    }

    /// The file's bytes, sorted by path.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        for (path, digest) in digests.sorted(by: { $0.key < $1.key }) {
            out.append(digest + "  " + path + "\n")
        }
        return out
    }

    /// A warning for each file of the site whose original changed or was removed since it was taken,
    /// and for each unreadable line. Ignores entries for files that the site no longer has.
    ///
    /// - Parameters:
    ///   - own: the site's files of `theme/`.
    ///   - originals: the files of the theme itself.
    ///   - file: where the record was read.
    package func diagnostics(
        own: [ThemeFile], originals: [ThemeFile], file: SourcePath
    ) -> [Diagnostic] {
        let broken = brokenLines.map { line in
            Diagnostic.warning(
                .themeEjectedRecord, "Line is not a SHA-256, two spaces and a path",
                at: Place(file: file, range: line),
                explanation: "The file that it names is no longer compared with the theme's.",
                fixes: [
                    Diagnostic.Fix("write it again: 'galley theme eject --accept PATH'")
                ])
        }
        return broken + changes(own: own, originals: originals)
    }

    private func changes(own: [ThemeFile], originals: [ThemeFile]) -> [Diagnostic] {
        if digests.isEmpty { return [] }
        let current = Dictionary(originals.map { ($0.path, $0) }) { first, _ in first }
        return own.compactMap { file in
            guard let digest = digests[file.path] else { return nil }
            guard let original = current[file.path] else {
                return .warning(
                    .themeEjectedChanged,
                    "the theme has no '\(file.path)' any more, which this file was taken from",
                    at: Place(file: file.source),
                    fixes: [Diagnostic.Fix("remove it, if nothing else needs it")])
            }
            if Self.digest(of: original) == digest { return nil }
            return .warning(
                .themeEjectedChanged,
                "the theme's '\(file.path)' has changed since this file was taken from it",
                at: Place(file: file.source),
                explanation: "'galley theme eject --print \(file.path)' shows it as it is now.",
                fixes: [
                    Diagnostic.Fix(
                        "take over what is new, then 'galley theme eject --accept \(file.path)'")
                ])
        }
    }

    private static func digest(of file: ThemeFile) -> String {
        SHA256.hash(data: file.bytes).map { String(format: "%02x", $0) }.joined()
    }
}

extension Diagnostic.ID {
    package static let themeEjectedChanged = Diagnostic.ID("theme/ejected-changed")
    package static let themeEjectedRecord = Diagnostic.ID("theme/ejected-record")
}
