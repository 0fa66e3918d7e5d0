import ArgumentParser

/// `galley init DIR` makes a new site, `galley init ci github|shell` what publishes one.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new site that builds, or what publishes it.",
        usage: """
            galley init [DIR]
            galley init ci github|shell
            """,
        discussion: """
            'galley init DIR' makes a new site in the folder DIR, 'galley init' makes it here. A folder \
            called ci is './ci'.
            """,
        subcommands: [InitSiteCommand.self, InitCICommand.self],
        defaultSubcommand: InitSiteCommand.self)
}
