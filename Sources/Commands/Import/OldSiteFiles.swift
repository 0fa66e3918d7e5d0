import Addresses
import Content
import Import

/// The files of an old site on the disk.
struct OldSiteFiles {
    private let folder: SiteFolder

    init(_ folder: SiteFolder) {
        self.folder = folder
    }

    /// Folders that no generator reads.
    private static let passed: Set<String> = [
        ".git", "node_modules", ".galley", "galley-public", ".deploy_git", "_site", "public",
    ]

    /// Throws if a folder cannot be read.
    func files() throws -> OldFiles {
        let folder = folder
        return OldFiles(try paths(passing: Self.passed)) { try? folder.read($0) }
    }

    /// All files, sorted; links are not followed.
    ///
    /// - Parameter passed: names of folders at the top, and of repositories anywhere, to leave out.
    func paths(passing passed: Set<String> = []) throws -> [SourcePath] {
        var paths: [SourcePath] = []
        var open = [SourcePath("")]
        while let next = open.popLast() {
            for entry in try folder.entries(of: next) where entry.isUTF8 {
                let path = next.appending(entry.name)
                let isPassed =
                    passed.contains(entry.name)
                    && (next.string.isEmpty || [".git", "node_modules"].contains(entry.name))
                switch entry.kind {
                case .file: paths.append(path)
                case .folder where !isPassed: open.append(path)
                default: continue
                }
            }
        }
        return paths.sorted()
    }
}
