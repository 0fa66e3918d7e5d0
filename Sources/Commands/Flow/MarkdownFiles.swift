import Addresses
import Content
import Diagnostics
import Foundation

/// The Markdown files that paths of a command line name: each file as it is, and of folders what has a
/// Markdown extension. Hidden files and folders and `node_modules` are passed over there, and links to
/// folders are not followed; what is named itself is taken whatever it is called.
struct MarkdownFiles {
    /// Sorted, each once.
    private(set) var files: [SourcePath] = []
    /// Those of ``files`` that were named themselves.
    private(set) var named: Set<SourcePath> = []
    /// Files whose names cannot be opened.
    private(set) var diagnostics: [Diagnostic] = []

    private let folder: SiteFolder

    /// Throws for a path that is not there or is neither a file nor a folder, and where a folder cannot
    /// be read.
    ///
    /// - Parameters:
    ///   - paths: from `folder`, or absolute; an empty one is the folder itself.
    ///   - passed: a folder that is passed over, as what a site is written to.
    init(at paths: [SourcePath], in folder: SiteFolder, passing passed: SourcePath? = nil) throws {
        self.folder = folder
        var found: Set<SourcePath> = []
        for path in paths {
            switch folder.kind(of: path) {
            case .file:
                found.insert(path)
                named.insert(path)
            case .folder: try walk(path, passing: passed, &found)
            case .link, .other:
                throw CannotRun("'\(path)' is neither a file nor a folder")
            case nil: throw CannotRun("there is no file or folder '\(path)'")
            }
        }
        files = found.sorted()
    }

    private mutating func walk(
        _ top: SourcePath, passing passed: SourcePath?, _ found: inout Set<SourcePath>
    ) throws {
        var open = [top]
        while let next = open.popLast() {
            for entry in try folder.entries(of: next) where !Self.isPassedOver(entry.name) {
                let path = next.appending(entry.name)
                switch entry.kind {
                case .folder where path != passed: open.append(path)
                case .file where Self.isMarkdown(path): found.insert(path)
                case .link where Self.isMarkdown(path) && folder.kind(of: path) == .file:
                    found.insert(path)
                case .other where !entry.isUTF8:
                    diagnostics.append(
                        .error(
                            .badFileName, "Name of a file in '\(next)' is not UTF-8",
                            at: Place(file: path), fixes: [.init("rename the file")]))
                default: break
                }
            }
        }
    }

    private static func isPassedOver(_ name: String) -> Bool {
        name.hasPrefix(".") || name == "node_modules"
    }

    private static func isMarkdown(_ path: SourcePath) -> Bool {
        path.isMarkdown || path.fileExtension == "mdx"
    }
}
