import Addresses
import Content
import Foundation
import Publishing

/// The files that changed since a revision of Git.
struct ChangedFiles: Sendable {
    private let folder: SiteFolder
    /// Absolute, links resolved.
    private let paths: Set<String>

    /// Asks the repository of the folder, or those that the files lie in where there are any.
    ///
    /// Throws where Git cannot tell.
    init(since revision: String, in folder: SiteFolder, _ files: [SourcePath]) async throws {
        self.folder = folder
        var environment = ProcessInfo.processInfo.environment
        for name in SourceRepository.foreignVariables { environment[name] = nil }
        let folders = Set(files.map { folder.absolute($0.folder) })
        let tops = files.isEmpty ? [folder.path] : Set(folders.map(Self.repository(of:)))
        var paths: Set<String> = []
        for top in tops.sorted() {
            let repository = SourceRepository(top, environment: environment)
            paths.formUnion(try await repository.changes(since: revision))
        }
        self.paths = paths
    }

    /// The top of the repository that a folder lies in; the folder itself where it lies in none.
    private static func repository(of folder: String) -> String {
        var top = URL(fileURLWithPath: folder).standardizedFileURL
        while top.path != "/" {
            if FileManager.default.fileExists(atPath: top.appending(path: ".git").path) {
                return top.path
            }
            top.deleteLastPathComponent()
        }
        return folder
    }

    /// Whether a file is among them; standard input always is.
    func holds(_ file: SourcePath) -> Bool {
        guard let path = folder.resolved(file) else { return file == CheckTarget.inputFile }
        return paths.contains(path)
    }
}
