import Addresses
import ArgumentParser

/// `galley serve`: a preview that follows every edit.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Preview the site while you write.",
        discussion: """
            Pages are rendered when they are asked for and come by themselves after every edit. \
            Nothing is written into the output folder. Ctrl-C stops it.
            """)

    @OptionGroup var site: SiteOption

    @OptionGroup var posts: PostOptions

    @OptionGroup var trust: TrustOption

    @Option(
        help: ArgumentHelp(
            "Where to listen (default: this machine alone).", valueName: "HOST"))
    var host: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            """
            A further name that the preview may be asked under, such as laptop.local or \
            *.app.github.dev; may be given several times.
            """, valueName: "NAME"),
        transform: ServeCommand.hostPattern)
    var allowHost: [HostPattern] = []

    @Option(help: "The port (default: 4000, or the next one that is free).")
    var port: Int?

    @Flag(help: "Look for changes again and again, as network file systems need.")
    var poll = false

    @Flag(help: "Open the site in the browser.")
    var open = false

    private static func hostPattern(_ text: String) throws -> HostPattern {
        do {
            return try HostPattern(text)
        } catch let flaw {
            throw ValidationError("'\(text)' \(flaw.reason). \(flaw.explanation)")
        }
    }

    func validate() throws {
        if let port, !(0...65535).contains(port) {
            throw ValidationError("a port is a number from 0 to 65535")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let folder = try site.siteFolder()
            #if Preview
                try await PreviewRun(self, folder, terminal).run()
            #else
                _ = folder
                throw CannotRun(
                    "this galley was built without its preview server",
                    hint: "build it without --disable-default-traits: swift build -c release")
            #endif
        }
    }
}
