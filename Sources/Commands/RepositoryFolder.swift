import Addresses
import Foundation
import Output

/// Where a site lies in its Git repository, whose services want paths from its top.
enum RepositoryFolder {
    /// `blog` for a site in the folder `blog` of a repository; empty at the top of it, and outside.
    static func of(_ path: String) -> SourcePath {
        var top = URL(filePath: path).standardizedFileURL
        var below: [String] = []
        while top.path != "/" {
            if FileManager.default.fileExists(atPath: top.appending(path: ".git").path) {
                return SourcePath(below.reversed().joined(separator: "/"))
            }
            below.append(top.lastPathComponent)
            top.deleteLastPathComponent()
        }
        return SourcePath("")
    }
}

/// The file whose Markdown GitHub shows beside a job.
enum StepSummary {
    /// Appends to the file that `GITHUB_STEP_SUMMARY` names; nothing where it names none.
    static func append(_ markdown: [UInt8]) throws {
        guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty
        else { return }
        do {
            if !FileManager.default.fileExists(atPath: path) {
                try Data().write(to: URL(filePath: path))
            }
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            defer { try? file.close() }
            try file.seekToEnd()
            try file.write(contentsOf: Data(markdown))
        } catch {
            throw CannotRun(
                "cannot write the step summary '\(path)': \(error.reason)")
        }
    }
}
