import Addresses
import ArgumentParser
import Content
import Diagnostics
import Foundation
import Markdown
import Output
import Rendering
import Snippets

/// `galley markdown`: one document to HTML on stdout.
struct MarkdownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markdown", abstract: "Convert one document to HTML on stdout.")

    @Argument(help: "The document (default: stdin).")
    var file: String?

    @Flag(help: "CommonMark 0.30 and nothing else.")
    var commonmark = false

    @Flag(help: "Print the tree with its places in place of HTML.")
    var tree = false

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let bytes = try read()
            let source = SourcePath(file ?? "stdin")
            let document = Document(
                parsing: bytes, file: source, options: commonmark ? .commonMark : .standard)
            if tree {
                terminal.put(Array(document.dump().utf8))
            } else {
                var settings = HTMLSettings()
                if !commonmark { settings.codeBlock = listing }
                terminal.put(html(of: document, settings))
            }
            let all = document.diagnostics + TemplateWarnings.diagnostics(of: document.templateTags)
            terminal.report(all.sortedByPlace()) { _ in bytes }
            if document.diagnostics.hasErrors { throw ExitStatus.siteHasErrors }
        }
    }

    private var listing: HTMLSettings.CodeBlockWriter {
        let listing = Listing(style: Configuration.Highlight(), label: "code")
        return { block, document, out in
            let info = InfoString(block.info)
            listing.append(document.tree.bytes[block.text], info: info, to: &out)
        }
    }

    private func read() throws -> [UInt8] {
        guard let file else { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw CannotRun("cannot read '\(file)': \(error.reason)")
        }
    }
}
