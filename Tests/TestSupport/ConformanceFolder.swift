import Foundation

/// The data of public specifications, which lies beside the project and not in it.
package enum ConformanceFolder {
    /// `GALLEY_CONFORMANCE`, else `../shared/conformance` from the project's root; nil if neither
    /// is there.
    package static let url: URL? = {
        if let path = ProcessInfo.processInfo.environment["GALLEY_CONFORMANCE"] {
            return existing(URL(filePath: path))
        }
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return existing(root.appending(path: "../shared/conformance").standardized)
    }()

    private static func existing(_ url: URL) -> URL? {
        FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    /// The cases of one file.
    package static func cases<Case: Decodable>(_ name: String) throws -> [Case] {
        guard let url else { return [] }
        let data = try Data(contentsOf: url.appending(path: name))
        return try JSONDecoder().decode([Case].self, from: data)
    }
}
