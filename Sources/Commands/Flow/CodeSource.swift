import Addresses
import Articles
import Content
import Diagnostics
import Markdown
import Rendering

/// A text that a full check reads.
struct CodeSource: Sendable {
    let file: SourcePath
    /// The text as the site has read it; nil: its front matter is read for what it says of code, and else
    /// passed over.
    var text: ArticleSource?
    /// nil: no page of the site shows it, so that its code alone is checked.
    var role: TextRole?
    /// Whether its code gets verdicts.
    var isExamined = true

    /// The texts of a site: those that are published, and those that errors keep out of it.
    ///
    /// Drafts, future posts and what the configuration excludes are not among them.
    ///
    /// - Parameter site: the planned site; nil: no text has a page.
    static func all(of library: Library, on site: Site? = nil) -> [CodeSource] {
        let broken = library.hidden.filter { $0.reason == .broken && $0.source.isMarkdown }
        let pages = Set(site?.texts ?? [])
        func source(_ role: TextRole, _ text: ArticleSource) -> CodeSource {
            CodeSource(
                file: text.source, text: text, role: pages.contains(role) ? role : nil)
        }
        return library.posts.enumerated().map { index, post in
            source(.post(index), ArticleSource(post.source, post.head, title: post.title))
        }
            + library.pages.enumerated().map { index, page in
                source(.page(index), ArticleSource(page.source, page.head, title: page.title))
            }
            + library.listTexts.enumerated().map { index, text in
                source(.list(index), ArticleSource(text.source, text.head))
            }
            + broken.map { CodeSource(file: $0.source) }
    }

    /// What of a document's diagnostics keeps code from being read.
    static let areOfCode: Set<Diagnostic.ID> = [
        .markdownUnclosedFence, .markdownTooLarge, .markdownTooComplex,
    ]

    /// The text of a file by its own front matter. Where that cannot be read, all that it gives is where
    /// it ends.
    static func text(of bytes: [UInt8], _ file: SourcePath) -> ArticleSource {
        let rules = HeadRules(zone: .utc, categories: .path)
        if let head = readHead(of: bytes, file: file, rules: rules).0 {
            return ArticleSource(file, head)
        }
        var head = FrontMatter()
        head.bodyOffset = bodyOffset(of: bytes)
        return ArticleSource(file, head)
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
