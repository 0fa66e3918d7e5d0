import ArgumentParser

/// The command line: `galley SUBCOMMAND`.
package struct Galley: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "galley",
        abstract: "A static blog generator that proofs the code in its articles.",
        version: Galley.version,
        subcommands: [
            BuildCommand.self, CheckCommand.self, NewCommand.self, InitCommand.self,
            ImportCommand.self,
            MarkdownCommand.self, ServeCommand.self, PublishCommand.self, ReportCommand.self,
            ThemeCommand.self, WhyCommand.self,
        ])

    /// The version that `--version` prints and that belongs to the digest of a build's inputs.
    package static let version = "0.1.0"

    package init() {}

    /// Runs what the command line asks for and ends the process with its exit code.
    package static func start() async {
        let sources = Interruption.takingToolsAlong()
        await main()
        withExtendedLifetime(sources) {}
    }
}

/// How galley ends, other than 0 for clean and 64 (ArgumentParser's own) for wrong usage.
enum ExitStatus {
    /// The site has errors, or a guard refused.
    static let siteHasErrors = ExitCode(1)
    /// Galley could not run: the disk, a permission, a file that is not there.
    static let couldNotRun = ExitCode(2)
}
