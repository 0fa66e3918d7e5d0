import ArgumentParser
import Foundation

/// `galley report merge`: the reports of several runners as one.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Work with reports of galley check.",
        subcommands: [Merge.self])

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge",
            abstract: "Make one report of those of all parts (check --shard I/N --format json).",
            discussion: """
                The report goes to stdout. Exits with 0 when nothing failed in any part, 1 when \
                something did, 2 when a part is missing, is there twice, or is no report.
                """)

        @Argument(help: ArgumentHelp("The reports, in any order.", valueName: "FILE"))
        var files: [String]

        func run() async throws {
            let terminal = Terminal()
            try await Outcome.exit(terminal) {
                let parts = try files.map { file in
                    guard let bytes = FileManager.default.contents(atPath: file) else {
                        throw CannotRun("cannot read '\(file)'")
                    }
                    return try ReportPart(Array(bytes), file: file)
                }
                let merged = try MergedReport(parts)
                terminal.put(merged.json)
                terminal.say(merged.line)
                if merged.hasErrors { throw ExitStatus.siteHasErrors }
            }
        }
    }
}
