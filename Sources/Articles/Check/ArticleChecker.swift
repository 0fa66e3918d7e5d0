import Addresses
import Diagnostics
import Planning
import Snippets

/// The stage check: resolves the links of one text against the plan, and gives its code blocks their
/// verdicts.
///
/// A pure function of the plan, the known verdicts and the parsed text; safe on any number of threads.
/// What takes all texts, such as anchors on other pages, is checked after it: see ``AnchorCheck``.
package struct ArticleChecker: Sendable {
    private let links: SiteLinks
    private let verdicts: SnippetVerdicts

    /// - Parameter verdicts: where the verdicts of texts come from that are checked without any.
    package init(_ plan: SitePlan, _ verdicts: SnippetVerdicts = .off) {
        links = plan.links
        self.verdicts = verdicts
    }

    /// Checks a text. O(links + bytes of code).
    ///
    /// - Parameters:
    ///   - path: the address of the page that shows it.
    ///   - snippets: its code blocks with the verdicts that they already have.
    package func check(
        _ parsed: ParsedArticle, at path: URLPath, snippets: [CheckedSnippet]? = nil
    ) -> CheckedArticle {
        let head = parsed.text.head
        var check = LinkCheck(links, source: parsed.text.source, path: path)
        check.read(parsed.links, of: parsed.document)
        check.read(head)
        if let excerpt = parsed.ownExcerpt {
            let place = head.places["excerpt"] ?? Place(file: parsed.text.source)
            check.read(excerpt.links, of: excerpt, at: place)
        }
        let snippets =
            snippets
            ?? verdicts.verdicts(
                of: parsed.document, parsed.comments, defaults: parsed.defaults)
        return CheckedArticle(
            parsed: parsed, targets: check.targets,
            findings: ArticleFindings(
                path: path, anchors: parsed.anchors, outgoing: check.outgoing, snippets: snippets,
                templateTags: parsed.document.templateTags,
                diagnostics: parsed.diagnostics + check.diagnostics))
    }
}
