import ArgumentParser

/// `galley theme`: what a site takes from its theme.
struct ThemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Copy files of the theme, or write style sheets.",
        subcommands: [ThemeEjectCommand.self, ThemeStylesCommand.self])
}
