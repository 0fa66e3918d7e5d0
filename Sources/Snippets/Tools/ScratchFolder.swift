import Foundation
import Programs

/// A private folder for one run of a tool: an empty working folder, and a file for its output.
/// Removed after its last use.
final class ScratchFolder: Sendable {
    private let path: String

    /// nil if no folder can be created.
    init?() {
        let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        var template = Array((base + "/galley-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        RunningPrograms.made(path)
        guard mkdir(path + "/work", 0o700) == 0 else { return nil }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        RunningPrograms.removed(path)
    }

    /// The tool's working folder.
    var work: String { path + "/work" }

    /// The file of its output.
    var output: String { path + "/output" }

    /// Its output, invalid UTF-8 repaired; empty without output.
    var text: String {
        String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
    }

    /// Writes a file into the working folder; returns whether it succeeded.
    func write(_ name: String, _ bytes: [UInt8]) -> Bool {
        FileManager.default.createFile(atPath: work + "/" + name, contents: Data(bytes))
    }
}
