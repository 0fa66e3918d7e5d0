import Addresses
import Foundation

/// A site in one text, written into a temporary folder that goes away with it.
///
/// The text is cut at lines `-- path`; what follows is the file's content up to the next:
///
///     -- galley.toml
///     [site]
///     -- content/posts/a.md
///     # A
///     -- content/b.md -> posts/a.md
///     -- content/empty/
///
/// `path -> target` makes a symbolic link, a path that ends in `/` an empty folder. Lines before
/// the first are an error, so that a forgotten header is noticed.
package final class SiteText: Sendable {
    /// The folder, absolute and with links resolved.
    package let path: String

    /// Writes the files.
    package init(_ text: String) throws {
        let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        let folder = base.appending(path: "galley-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path(percentEncoded: false)
        for section in try Self.sections(of: text) { try write(section) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// One headed part of the text.
    package struct Section: Sendable, Hashable {
        package let path: String
        package let content: String
    }

    /// A text that is not cut into sections.
    package struct MissingHeader: Error {
        package let line: Substring
    }

    /// The sections of a text, in order.
    package static func sections(of text: String) throws -> [Section] {
        var sections: [Section] = []
        var path: String?
        var lines: [Substring] = []
        func close() {
            guard let path else { return }
            sections.append(Section(path: path, content: lines.map { $0 + "\n" }.joined()))
        }
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false)
        if rest.last == "" { rest.removeLast() }
        for line in rest {
            if line.hasPrefix("-- ") {
                close()
                path = String(line.dropFirst(3))
                lines = []
            } else if path != nil {
                lines.append(line)
            } else {
                throw MissingHeader(line: line)
            }
        }
        close()
        return sections
    }

    /// The absolute path of a file of the site.
    package func absolute(_ source: String) -> String {
        path + "/" + source
    }

    /// Writes one file of raw bytes, and the folders above it.
    package func write(_ source: String, bytes: [UInt8]) throws {
        try makeFolder(above: source)
        try Data(bytes).write(to: URL(filePath: absolute(source)))
    }

    /// The text of a file; nil: it is not there, or no UTF-8.
    package func text(_ source: String) -> String? {
        try? String(contentsOfFile: absolute(source), encoding: .utf8)
    }

    /// Removes a file or folder.
    package func remove(_ source: String) throws {
        try FileManager.default.removeItem(atPath: absolute(source))
    }

    private func write(_ section: Section) throws {
        let parts = section.path.split(separator: " -> ", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            try makeFolder(above: parts[0])
            try FileManager.default.createSymbolicLink(
                atPath: absolute(parts[0]), withDestinationPath: parts[1])
        } else if section.path.hasSuffix("/") {
            try FileManager.default.createDirectory(
                atPath: absolute(section.path), withIntermediateDirectories: true)
        } else {
            try write(section.path, bytes: Array(section.content.utf8))
        }
    }

    private func makeFolder(above source: String) throws {
        try FileManager.default.createDirectory(
            atPath: absolute(SourcePath(source).folder.string), withIntermediateDirectories: true)
    }
}
