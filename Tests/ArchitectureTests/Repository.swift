import Foundation

/// The files of this repository, found from where the tests were compiled.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// All files below `folder` with this extension, relative to the root, sorted.
    static func files(below folder: String, extension wanted: String) throws -> [String] {
        let base = root.appending(path: folder)
        let enumerator = FileManager.default.enumerator(atPath: base.path)
        var files: [String] = []
        while let name = enumerator?.nextObject() as? String {
            if name.hasSuffix("." + wanted) || wanted.isEmpty { files.append(folder + "/" + name) }
        }
        return files.sorted()
    }
}
