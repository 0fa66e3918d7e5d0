import Addresses
import Articles
import Rendering
import Snippets

/// The stages of one text, in their order: parse, check, render.
///
/// Each takes the value that the one before it gives, and is a pure function of it and of the site. A
/// build runs all three, `galley check` the first two; a preview keeps what the first two gave.
struct ArticleStages: Sendable {
    let parser: ArticleParser
    private let checker: ArticleChecker
    private let renderer: ArticleRenderer

    /// - Parameter verdicts: where those of code come from that no tool is asked about first.
    init(_ site: Site, _ verdicts: SnippetVerdicts = .off) {
        parser = ArticleParser(site.configuration, pageIDs: site.theme.elementIDs)
        checker = ArticleChecker(site.plan, verdicts)
        renderer = ArticleRenderer(site: site)
    }

    /// A body, from the bytes of its whole file: its tree with outline and code blocks, where its excerpt
    /// ends, its links as written, its words.
    func parse(_ text: ArticleSource, _ bytes: [UInt8]) -> ParsedArticle {
        parser.parse(text, bytes)
    }

    /// The text with its links resolved against the plan, the verdicts of its code, and all that is
    /// wrong with it.
    ///
    /// - Parameters:
    ///   - path: the address of the page that shows it.
    ///   - snippets: its code blocks with the verdicts that they already have.
    func check(
        _ parsed: ParsedArticle, at path: URLPath, snippets: [CheckedSnippet]? = nil
    ) -> CheckedArticle {
        checker.check(parsed, at: path, snippets: snippets)
    }

    /// The HTML of the text and what lists, feeds and the search show of it.
    func render(_ checked: CheckedArticle, as role: TextRole) -> Article {
        if case .post(let index) = role { return renderer.render(checked, post: index) }
        return renderer.render(checked)
    }
}
