import Foundation
import Programs

/// A folder of one run of a tool, for nobody else to read: an empty one to work in, and a file for
/// what it says. Removed with its last use.
final class ScratchFolder: Sendable {
    private let path: String

    /// nil where no folder can be made.
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

    /// Where the tool works.
    var work: String { path + "/work" }

    /// Where its words go.
    var output: String { path + "/output" }

    /// What it said, invalid UTF-8 repaired; nothing where it said nothing.
    var text: String {
        String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
    }

    /// Writes a file into the working folder; whether it could.
    func write(_ name: String, _ bytes: [UInt8]) -> Bool {
        FileManager.default.createFile(atPath: work + "/" + name, contents: Data(bytes))
    }
}
