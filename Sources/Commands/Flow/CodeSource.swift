import Addresses
import Content
import Diagnostics
import Markdown
import Rendering
import Snippets

/// A text whose code is checked.
struct CodeSource: Sendable {
    let file: SourcePath
    /// Its front matter, where the site has read it; nil: it is read for what it says of code, and else
    /// passed over.
    var head: Head?

    /// The texts of a site: those that are published, and those that errors keep out of it.
    ///
    /// Drafts, future posts and what the configuration excludes are not among them.
    static func all(of library: Library) -> [CodeSource] {
        let broken = library.hidden.filter { $0.reason == .broken && $0.source.isMarkdown }
        return library.posts.map { CodeSource(file: $0.source, head: $0.head) }
            + library.pages.map { CodeSource(file: $0.source, head: $0.head) }
            + library.listTexts.map { CodeSource(file: $0.source, head: $0.head) }
            + broken.map { CodeSource(file: $0.source) }
    }

    /// The code blocks of the text, and what is wrong with the text that concerns its code.
    struct Examined: Sendable {
        var snippets: [ExaminedSnippet] = []
        var diagnostics: [Diagnostic] = []
    }

    /// Reads the file and looks at its code. Throws where it cannot be read.
    func examined(
        from texts: CheckedFiles, _ markdown: MarkdownOptions, by examiner: SnippetExaminer
    ) throws -> Examined {
        let (text, problems) = try texts.read(file)
        guard let text else { return Examined(diagnostics: problems) }
        let head = head ?? Self.head(of: text, file)
        let document = Document(
            parsing: text, from: head.bodyOffset, file: file, options: markdown.settled(by: head),
            isUTF8: true)
        let comments = SnippetComments(in: document)
        var snippets = examiner.examine(
            document, comments, defaults: SnippetDefaults.of(head).0)
        // MDX has no indented code: it is the inside of elements.
        if file.fileExtension == "mdx" { snippets.removeAll { !$0.isFenced } }
        return Examined(
            snippets: snippets,
            diagnostics: problems + document.diagnostics.filter { Self.areOfCode.contains($0.id) }
                + comments.diagnostics)
    }

    /// What of a document's diagnostics keeps code from being read.
    private static let areOfCode: Set<Diagnostic.ID> = [
        .markdownUnclosedFence, .markdownTooLarge, .markdownTooComplex,
    ]

    /// Front matter that nobody judges: where it cannot be read, all that it gives is where it ends.
    private static func head(of text: [UInt8], _ file: SourcePath) -> Head {
        let rules = HeadRules(zone: .utc, categories: .path)
        if let head = readHead(of: text, file: file, rules: rules).0 { return head }
        var head = Head()
        head.bodyOffset = bodyOffset(of: text)
        return head
    }
}

/// The files that a check reads: those of a folder, but for some that have another text than on the disk.
struct CheckedFiles: Sendable {
    let folder: SiteFolder
    /// Standard input, and what edits would write; UTF-8.
    var replaced: [SourcePath: [UInt8]] = [:]

    /// The text of a file as ``Content/SiteFolder/readText(_:)`` gives it.
    func read(_ file: SourcePath) throws(SiteFolderError) -> ([UInt8]?, [Diagnostic]) {
        if let text = replaced[file] { return (text, []) }
        return try folder.readText(file)
    }
}
