import Addresses
import ArgumentParser
import Content
import Foundation
import Import

/// `galley import`: takes over the site of another generator.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take over a site of Hexo, Hugo, Jekyll or Zola.",
        discussion: """
            Reads the generator's configuration in place, writes galley.toml if there is none, builds \
            into a scratch folder, and reports what became of texts and addresses. It changes no other \
            file. A second run says what it would change in galley.toml.
            """)

    enum Name: String, ExpressibleByArgument, CaseIterable {
        case hexo, hugo, jekyll, zola
    }

    @Argument(help: "The generator (default: recognized by its files).")
    var generator: Name?

    @Option(name: .customLong("site"), help: "The folder of the old site (default: here).")
    var folder: String?

    @Option(
        name: .customLong("old-site"),
        help: ArgumentHelp("Pages that the generator wrote, to compare with.", valueName: "DIR"))
    var oldSite: String?

    @Option(help: ArgumentHelp("The old site's sitemap.xml, to compare with.", valueName: "FILE"))
    var sitemap: String?

    @Flag(
        help: "Only report, by the galley.toml that is there; exit 1 where an address is missing.")
    var check = false

    @Option(help: "The time that decides which posts are future or expired (default: the clock).")
    var now: String?

    @Option(help: "How the report is given: text or json.")
    var format = BuildCommand.Format.text

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let named = folder ?? "."
            let path = URL(fileURLWithPath: named).standardizedFileURL.path
            let site = SiteFolder(path: path)
            guard site.kind(of: SourcePath("")) == .folder else {
                throw CannotRun("there is no folder '\(named)'")
            }
            let files = try OldSiteFiles(site).files()
            let generator = try recognized(in: files, named)
            let run = ImportRun(
                folder: site, site: ImportedSite(generator, files), files: files, now: now,
                found: try foundAddresses(), sitemap: try sitemapBytes(), isCheck: check)
            let report = try await terminal.showingProgress("importing") { try await run.report() }
            switch format {
            case .text: terminal.put(Array(report.text.utf8))
            case .json: terminal.put(try report.json())
            }
            if !report.isBuilt || check && report.hasMissing { throw ExitStatus.siteHasErrors }
        }
    }

    private func recognized(in files: OldFiles, _ named: String) throws -> Generator {
        if let name = generator, let known = Generator(rawValue: name.rawValue) { return known }
        if let known = Generator.recognized(in: files) { return known }
        let others = Generator.folders(in: files).prefix(3).map { "--site \(named)/\($0)" }
        throw CannotRun(
            "no configuration of Hexo, Hugo, Jekyll or Zola is in '\(named)'",
            hint: others.isEmpty
                ? "name the generator: galley import hexo"
                : "try \(others.joined(separator: ", or "))")
    }

    private func foundAddresses() throws -> [OldAddress] {
        guard let oldSite else { return [] }
        let path = URL(fileURLWithPath: oldSite).standardizedFileURL.path
        return FoundAddresses.ofOutput(try OldSiteFiles(SiteFolder(path: path)).paths())
    }

    private func sitemapBytes() throws -> [UInt8]? {
        guard let sitemap else { return nil }
        guard let data = FileManager.default.contents(atPath: sitemap) else {
            throw CannotRun("cannot read '\(sitemap)'")
        }
        return Array(data)
    }
}
