import Foundation
import Testing

/// A folder that goes away with its last use.
final class TemporarySite: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "galley-preview-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file in place, with the folders above it.
    func write(_ file: String, _ text: String) throws {
        try makeFolder(URL(filePath: file).deletingLastPathComponent().relativePath)
        try Data(text.utf8).write(to: URL(filePath: absolute(file)))
    }

    func makeFolder(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: absolute(folder), withIntermediateDirectories: true)
    }

    func move(_ from: String, _ to: String) throws {
        // rename(2) itself: it replaces what is there, as editors want it.
        try #require(rename(absolute(from), absolute(to)) == 0)
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: absolute(file))
    }

    func link(_ file: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: absolute(file), withDestinationPath: target)
    }

    func absolute(_ file: String) -> String { path + "/" + file }
}
