import Foundation
import Output

/// The lists of files for rclone, and the generated files: in a folder that is emptied first, and
/// removed after its last use.
final class WorkFolder {
    private let path: String
    private var count = 0

    init(_ path: String) throws(PublishError) {
        self.path = path
        do {
            if FileManager.default.fileExists(atPath: path) {
                try FileManager.default.removeItem(atPath: path)
            }
            try FileManager.default.createDirectory(
                atPath: path + "/made", withIntermediateDirectories: true)
        } catch {
            throw PublishError("cannot write '\(path)': \(error.reason)")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes the generated files.
    func write(_ files: [SiteFile]) throws(PublishError) {
        for file in files {
            guard case .bytes(let bytes) = file.source else { continue }
            let url = URL(filePath: path + "/made/" + file.path.string)
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: url)
            } catch {
                throw PublishError("cannot write '\(url.path)': \(error.reason)")
            }
        }
    }

    /// The folders that hold the files, each with a list of those in it.
    func lists(of files: [SiteFile]) throws(PublishError) -> [(folder: String, list: String)] {
        var paths: [String: [String]] = [:]
        for file in files {
            switch file.source {
            case .bytes: paths[path + "/made", default: []].append(file.path.string)
            case .file(let source):
                let folder = String(source.dropLast(file.path.string.count + 1))
                paths[folder, default: []].append(file.path.string)
            }
        }
        var lists: [(String, String)] = []
        for folder in paths.keys.sorted() {
            count += 1
            lists.append((folder, try list(paths[folder] ?? [], name: "list-\(count)")))
        }
        return lists
    }

    func list(_ paths: [String], name: String) throws(PublishError) -> String {
        let file = path + "/" + name
        do {
            try Data((paths.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
        } catch {
            throw PublishError("cannot write '\(file)': \(error.reason)")
        }
        return file
    }
}
