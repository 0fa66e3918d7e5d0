import Foundation
import Output

/// A folder for one test, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("galley-output-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = try URL(fileURLWithPath: OutputFolder(folder.path).path).path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ name: String, _ text: String) throws {
        try makeFolder(name.split(separator: "/").dropLast().joined(separator: "/"))
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: file(name), withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: file(name), withDestinationPath: target)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: file(name))), as: UTF8.self)
    }

    func attributes(_ name: String) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: file(name))
    }

    func inode(_ name: String) throws -> UInt64? {
        try attributes(name)[.systemFileNumber] as? UInt64
    }

    func modified(_ name: String) throws -> Date? {
        try attributes(name)[.modificationDate] as? Date
    }

    func setModified(_ name: String, _ date: Date) throws {
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file(name))
    }

    func mode(_ name: String) throws -> Int? {
        try attributes(name)[.posixPermissions] as? Int
    }

    /// The names at the top, sorted, the hidden ones too.
    func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: file(folder)).sorted()
    }

    /// All files below a folder with their text; nil when there is no such folder.
    func tree(_ folder: String) throws -> [String: String]? {
        guard let names = FileManager.default.enumerator(atPath: file(folder)),
            FileManager.default.fileExists(atPath: file(folder))
        else { return nil }
        var tree: [String: String] = [:]
        for case let name as String in names {
            var isFolder: ObjCBool = false
            let path = "\(folder)/\(name)"
            if FileManager.default.fileExists(atPath: file(path), isDirectory: &isFolder),
                !isFolder.boolValue
            {
                tree[name] = try text(path)
            }
        }
        return tree
    }

    /// A whole build of these files into `public`.
    @discardableResult
    func build(_ files: [String: String]) throws -> StagedTree.Summary {
        let lock = try BuildLock(for: try OutputFolder(file("public")))
        let tree = try StagedTree(under: lock)
        for (name, text) in files { try tree.write(.init(name), Array(text.utf8)) }
        let summary = try tree.commit()
        lock.release()
        return summary
    }
}
