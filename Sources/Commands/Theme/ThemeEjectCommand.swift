import Addresses
import ArgumentParser
import Content
import Foundation
import Output
import Rendering
import Text

/// `galley theme eject`: copies one file of the theme into the site's `theme/`, where it overrides
/// the theme's own; without a file it lists them.
struct ThemeEjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eject",
        abstract: "Copy one file of the theme into the site, to be changed there.",
        discussion: "Without FILE it lists the files. 'galley build' warns when the theme's own "
            + "file changes later.")

    @Argument(help: "A file of the theme: layouts/post.mustache.")
    var file: String?

    @Flag(help: "Write the file to stdout instead.")
    var print = false

    @Flag(help: "Take the theme's file for seen: stop warning that it changed.")
    var accept = false

    @Flag(help: "Overwrite the site's own file.")
    var force = false

    @OptionGroup var site: SiteOption

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let folder = try site.siteFolder()
            let configuration = try SiteConfiguration.read(folder, terminal)
            let files = ThemeFiles(folder: folder, configuration: configuration)
            let (originals, problems) = try files.originals()
            if problems.hasErrors {
                terminal.report(problems) { try? folder.read($0) }
                throw ExitStatus.siteHasErrors
            }
            guard let file else { return list(originals, folder, terminal) }
            guard let original = originals.first(where: { $0.path == file }) else {
                throw CannotRun(
                    "the theme has no file '\(file)'",
                    hint: nearestName(to: file, in: originals.map(\.path))
                        .map { "did you mean '\($0)'?" } ?? "'galley theme eject' lists them")
            }
            if print { return terminal.put(original.bytes) }
            try take(original, folder, terminal)
        }
    }

    /// `layouts/post.mustache`, and after it where the site has one of its own.
    private func list(_ originals: [ThemeFile], _ folder: SiteFolder, _ terminal: Terminal) {
        var seen: Set<String> = []
        for path in originals.map(\.path).sorted() where seen.insert(path).inserted {
            let own = SiteFiles.themeOverrides.appending(path)
            let mark = folder.kind(of: own) == .file ? "  (\(own) replaces it)" : ""
            terminal.put(Array("\(path)\(mark)\n".utf8))
        }
    }

    private func take(
        _ original: ThemeFile, _ folder: SiteFolder, _ terminal: Terminal
    ) throws {
        let own = SiteFiles.themeOverrides.appending(original.path)
        let isThere = folder.kind(of: own) != nil
        if accept {
            guard isThere else {
                throw CannotRun("there is no '\(own)'", hint: "leave '--accept' out to make it")
            }
        } else {
            if isThere, !force {
                throw CannotRun(
                    "'\(own)' is there already",
                    hint: "'--print' shows the theme's file, '--force' overwrites the site's")
            }
            try write(original.bytes, to: own, folder)
            terminal.put(Array("\(own)\(isThere ? " (overwritten)" : "")\n".utf8))
        }
        let record = SiteFiles.ejected
        let known = folder.kind(of: record) == .file ? try folder.read(record) : []
        var ejected = EjectedFiles(known)
        ejected.note(original)
        try write(ejected.bytes, to: record, folder)
    }

    private func write(_ bytes: [UInt8], to source: SourcePath, _ folder: SiteFolder) throws {
        let url = URL(fileURLWithPath: folder.absolute(source))
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw CannotRun("cannot write '\(url.path)': \(error.reason)")
        }
    }
}
