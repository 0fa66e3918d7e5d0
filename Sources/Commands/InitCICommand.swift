import ArgumentParser
import Content
import Foundation
import Output

/// `galley init ci github|shell`: what a CI runner does to check and publish the site.
struct InitCICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ci", abstract: "Write the CI step that checks and publishes the site.")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        /// A workflow for GitHub Pages.
        case github
        /// A script for any runner.
        case shell
    }

    @Argument(help: "github (a workflow for GitHub Pages) or shell (a script for any runner).")
    var kind: Kind

    @OptionGroup var site: SiteOption

    @Option(
        help: ArgumentHelp(
            "The Git repository of galley's sources, where the site's does not hold them.",
            valueName: "URL"))
    var source: String?

    @Option(
        help: ArgumentHelp("The commit of galley to build: its 40 digits.", valueName: "COMMIT"))
    var revision: String?

    func validate() throws {
        // A branch or a tag moves, and a short id may come to mean another commit.
        if let revision, revision.wholeMatch(of: /[0-9a-f]{40}/) == nil {
            throw ValidationError(
                "--revision must be the 40 hexadecimal digits of a commit, not '\(revision)'.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let folder = try site.siteFolder()
            let scaffold = CIScaffold(
                tool: try tool(of: folder), sitePath: RepositoryFolder.of(folder.path))
            let below = RepositoryFolder.of(folder.path).string
            // The top of the repository, which is where runners look.
            let top = String(folder.path.dropLast(below.isEmpty ? 0 : below.utf8.count + 1))
            let file = kind == .github ? CIScaffold.workflow : CIScaffold.script
            let text = kind == .github ? scaffold.githubWorkflow : scaffold.shellScript
            if try isThere(file, below: top, as: text) {
                terminal.say("nothing to do: '\(file)' is there already, the same")
            } else {
                try write(text, to: top + "/" + file, isProgram: kind == .shell)
                terminal.put(Array("\(file)\n".utf8))
            }
            if kind == .github { try addTarget(to: folder, terminal) }
        }
    }

    /// Where runners get galley from.
    private func tool(of folder: SiteFolder) throws -> CIScaffold.Tool {
        if let source {
            guard let revision else {
                throw CannotRun(
                    "--source needs --revision",
                    hint: "name a commit, so that every run builds the same galley")
            }
            if source.contains(where: { " '\"\n\\$`{}".contains($0) }) || source.hasPrefix("-") {
                throw CannotRun("'\(source)' is no address that a script can hold")
            }
            return .clone(source: source, revision: revision)
        }
        let below = RepositoryFolder.of(folder.path).string
        let top = String(folder.path.dropLast(below.isEmpty ? 0 : below.utf8.count + 1))
        let manifest = FileManager.default.contents(atPath: top + "/Package.swift")
        let isGalley = manifest.map { String(decoding: $0, as: UTF8.self) }?
            .contains("name: \"galley\"")
        guard isGalley == true else {
            throw CannotRun(
                "the site's repository does not hold galley's sources",
                hint: "say where they are: --source URL --revision COMMIT")
        }
        return .sameRepository
    }

    /// Whether a file is there with this text; throws where it is there with another.
    private func isThere(_ file: String, below top: String, as text: String) throws -> Bool {
        let path = top + "/" + file
        guard FileManager.default.fileExists(atPath: path) else { return false }
        guard FileManager.default.contents(atPath: path) == Data(text.utf8) else {
            throw CannotRun(
                "'\(file)' is there already", hint: "remove it, or compare by hand")
        }
        return true
    }

    private func write(_ text: String, to path: String, isProgram: Bool) throws {
        let url = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .withoutOverwriting)
            if isProgram {
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o755], ofItemAtPath: path)
            }
        } catch {
            throw CannotRun("cannot write '\(path)': \(error.reason)")
        }
    }

    /// The workflow publishes to the target `pages`: a site that has none gets it.
    private func addTarget(to folder: SiteFolder, _ terminal: Terminal) throws {
        let (configuration, _) = try SiteConfiguration.load(folder, BuildRequest())
        if configuration?.publish.targets["pages"] != nil { return }
        let path = folder.absolute(SiteFiles.configuration)
        do {
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            defer { try? file.close() }
            try file.seekToEnd()
            try file.write(contentsOf: Data(CIScaffold.pagesTarget.utf8))
        } catch {
            throw CannotRun("cannot write '\(path)': \(error.reason)")
        }
        terminal.put(Array("\(SiteFiles.configuration): [publish.pages]\n".utf8))
    }
}
