import Addresses
import ArgumentParser
import Content
import Diagnostics
import Foundation
import Output
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
        help: ArgumentHelp(
            "The name of its file, and so the end of its address (default: of the title).",
            valueName: "NAME"))
    var slug: String?

    @Option(
        help: ArgumentHelp("The date of a post (default: now).", valueName: "DATE"))
    var now: String?

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let folder = try site.siteFolder()
            let loaded = try SiteConfiguration.read(folder, terminal)
            let path = target(loaded.posts.folder, in: loaded.build.content, try name())
            if folder.kind(of: path) != nil {
                throw CannotRun(
                    "'\(path)' is there already", hint: "name the file with --slug NAME")
            }
            let instant = try Clock.instant(now, zone: loaded.site.zone)
            let moment = loaded.site.zone.moment(at: instant)
            try write(text(moment), to: folder.absolute(path))
            terminal.put(Array("\(path)\n".utf8))
        }
    }

    /// The name of the file, without its extension: `C++-入门` of the title `C++ 入门`, `go/intro` of
    /// such a slug. `.NET` gives `dotNET`, for a file whose name begins with a dot is hidden.
    private func name() throws(CannotRun) -> String {
        guard let slug else {
            let name = PathSegment.ofTitle(title)
            if name.isEmpty {
                throw CannotRun(
                    "the title '\(title)' has no letter to make a file name of",
                    hint: "name the file with --slug NAME")
            }
            guard name.utf8.count <= 240 else {
                throw CannotRun(
                    "the title is too long to make a file name of",
                    hint: "name the file with --slug NAME")
            }
            return name.hasPrefix(".") ? "dot" + name.dropFirst() : name
        }
        let segments = slug.split(separator: "/", omittingEmptySubsequences: false)
            .map { PathSegment.segment(String($0)) }
        let isUsable = segments.allSatisfy { segment in
            PathSegment.flaw(segment)?.isError != true && !segment.hasPrefix(".")
                && !segment.hasPrefix("_") && !segment.hasSuffix("~")
        }
        guard isUsable else {
            throw CannotRun(
                "'\(slug)' cannot be the name of a text",
                hint: "write letters, digits and hyphens, such as --slug go-memory-model")
        }
        return segments.joined(separator: "/")
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
            throw CannotRun("cannot write '\(path)': \(error.reason)")
        }
    }
}
