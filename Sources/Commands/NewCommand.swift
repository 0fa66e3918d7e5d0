import Addresses
import ArgumentParser
import Content
import Diagnostics
import Foundation
import Text

/// `galley new post TITLE` and `galley new page TITLE`: a file with its front matter filled in.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write the beginning of a post or a page.")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case post, page
    }

    @Argument(help: "post or page.")
    var kind: Kind

    @Argument(help: "Its title.")
    var title: String

    @OptionGroup var site: SiteOption

    @Option(
        help: ArgumentHelp("The date of a post (default: now).", valueName: "DATE"))
    var now: String?

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let folder = try site.siteFolder()
            let loaded = try SiteConfiguration.read(folder, terminal)
            let name = PathSegment.ofTitle(title)
            guard !name.isEmpty else {
                throw CannotRun("the title '\(title)' has no letter to make a file name of")
            }
            let path = target(loaded.posts.folder, in: loaded.build.content, name)
            if folder.kind(of: path) != nil {
                throw CannotRun("'\(path)' is there already", hint: "choose another title")
            }
            let instant = try Clock.instant(now, zone: loaded.site.zone)
            let moment = loaded.site.zone.moment(at: instant)
            try write(text(moment), to: folder.absolute(path))
            terminal.put(Array("\(path)\n".utf8))
        }
    }

    private func target(_ posts: SourcePath, in content: SourcePath, _ name: String) -> SourcePath {
        let base: SourcePath
        switch kind {
        case .post:
            base = posts.string.isEmpty ? content : joined(content, posts)
        case .page:
            base = content.appending("pages")
        }
        return base.appending(name + ".md")
    }

    private func joined(_ content: SourcePath, _ posts: SourcePath) -> SourcePath {
        content.appending(posts.string)
    }

    /// The title quoted as YAML, for `【译文】` and `a: b` would not be text without quotes.
    private func text(_ moment: Moment) -> String {
        var quoted: [UInt8] = []
        quoted.append(json: title)
        let yaml = String(decoding: quoted, as: UTF8.self).replacing("\\u003c", with: "<")
        switch kind {
        case .page: return "---\ntitle: \(yaml)\n---\n\n"
        case .post:
            func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
            let date =
                "\(moment.year)-\(two(moment.month))-\(two(moment.day)) "
                + "\(two(moment.hour)):\(two(moment.minute)):\(two(moment.second))"
            return """
                ---
                title: \(yaml)
                date: \(date)
                tags: []
                categories: []
                draft: true
                ---

                <!-- more -->

                """
        }
    }

    private func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .withoutOverwriting)
        } catch {
            throw CannotRun("cannot write '\(path)': \(error.localizedDescription)")
        }
    }
}
