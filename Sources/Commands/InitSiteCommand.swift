import Addresses
import ArgumentParser
import Content
import Foundation
import Output

/// `galley init DIR`: a new site that builds.
struct InitSiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        // Every other name is one that a new site's folder may have.
        commandName: ".", abstract: "Make a new site that builds.",
        usage: "galley init [DIR]", shouldDisplay: false)

    @Argument(help: "Its folder (default: here).")
    var folder = "."

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let base = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
            let taken = SiteScaffold.files.map(\.path).filter { path in
                FileManager.default.fileExists(atPath: base.appending(path: path).path)
            }
            if let first = taken.first {
                throw CannotRun(
                    "'\(folder)' holds '\(first)' already", hint: "name a new or an empty folder")
            }
            for file in SiteScaffold.files {
                let url = base.appending(path: file.path)
                do {
                    try FileManager.default.createDirectory(
                        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
                } catch {
                    throw CannotRun("cannot write '\(url.path)': \(error.reason)")
                }
                terminal.put(Array("\(file.path)\n".utf8))
            }
            let place = folder == "." ? "" : " --site " + folder.quotedForShell
            terminal.say("A new site. See it in a browser: galley serve\(place)")
        }
    }
}
