import Addresses
import ArgumentParser
import Content
import Diagnostics
import Planning
import Rendering
import Text

/// `galley why`: which file makes an address, or why it is missing.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say which file makes an address, or why a file makes none.")

    @Argument(help: "A path of the site, a URL, a source file or an output file.")
    var subject: String

    @OptionGroup var site: SiteOption

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let folder = try site.siteFolder()
            let session = try await SiteSession.read(folder, BuildRequest()).planned()
            let problems = session.found + session.planProblems
            let sources = DiagnosticSources(folder)
            guard let site = session.site else {
                terminal.report(problems.sortedByPlace()) { sources.bytes($0) }
                throw ExitStatus.siteHasErrors
            }
            var answer = Why(site: site, folder: folder).answer(subject)
            if !answer.isFound, let hidden = try await hiddenSource(folder) {
                answer = Why(site: site, folder: folder).answer(hidden.string)
            }
            terminal.put(Array((answer.text + "\n").utf8))
            if let file = answer.brokenSource {
                let own = problems.filter { $0.place?.file == file }
                terminal.report(own.sortedByPlace()) { sources.bytes($0) }
            }
            if !answer.isFound { throw ExitStatus.siteHasErrors }
        }
    }

    /// The text that would have this address if drafts, future posts and expired texts were built.
    private func hiddenSource(_ folder: SiteFolder) async throws -> SourcePath? {
        var request = BuildRequest()
        request.drafts = true
        request.future = true
        request.now = "1970-01-02"
        guard let all = try await SiteSession.read(folder, request).planned().site else {
            return nil
        }
        return Why(site: all, folder: folder).source(at: subject)
    }
}
