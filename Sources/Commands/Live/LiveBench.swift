import Addresses
import Content
import Diagnostics
import Markdown
import Rendering
import Snippets

/// What tools said of the snippets of a site that is being edited, and how to ask them about more.
struct LiveBench: Sendable {
    private let folder: SiteFolder
    private let setup: SnippetSetup
    private let configuration: Configuration
    private var cache: VerdictCache
    private var toolbox: Toolbox

    /// Reads what earlier runs were told.
    init(_ folder: SiteFolder, _ setup: SnippetSetup, _ configuration: Configuration) {
        self.folder = folder
        self.setup = setup
        self.configuration = configuration
        cache = SnippetSetup.cache(of: folder)
        toolbox = Toolbox(overrides: setup.settings.tools, versions: cache.versions)
    }

    /// The verdicts that are known now.
    var verdicts: SnippetVerdicts {
        let known = setup.baseline.known
        let judge = SnippetJudge(toolbox: toolbox, answers: cache.answers)
        let examiner = SnippetExaminer(setup.settings, hasDigests: known != nil)
        return .cached(examiner, judge, known: known)
    }

    /// What asking brought: to be taken by ``take(_:)``.
    struct News: Sendable {
        fileprivate let answers: ToolAnswers
        fileprivate let versions: ToolVersions
        fileprivate let toolbox: Toolbox
        fileprivate let overrides: [String: [String]]
        /// Whether some verdict may be another now.
        let isAny: Bool
    }

    /// Asks the tools about the snippets of some texts that they were not asked about yet. Runs
    /// programs, seconds long; never code of an article.
    func ask(about texts: [(SourcePath, Head)]) async -> News {
        let examiner = SnippetExaminer(setup.settings, hasDigests: false)
        var requests: [ToolRequest] = []
        for (source, head) in texts {
            guard let bytes = try? folder.readText(source).0 else { continue }
            let document = Document(
                parsing: bytes, from: head.bodyOffset, file: source,
                options: configuration.markdown(of: head))
            let examined = examiner.examine(
                document, SnippetComments(in: document), defaults: SnippetDefaults.of(head).0)
            requests += examined.compactMap(\.request)
        }
        var toolbox = toolbox
        var versions = cache.versions
        await toolbox.probe(Set(requests.map(\.tool)), &versions)
        let answers = await ToolBench(toolbox).answers(to: requests, known: cache.answers)
        return News(
            answers: answers, versions: versions, toolbox: toolbox,
            overrides: setup.settings.tools,
            isAny: !answers.isEmpty || versions != cache.versions)
    }

    /// Takes what asking brought, and keeps it for the next run and for `build`; where that cannot be
    /// written, the tools are asked again then.
    mutating func take(_ news: News) {
        guard news.isAny else { return }
        cache.answers.merge(news.answers)
        cache.versions = news.versions
        // Those of a configuration that is no more are other programs.
        if news.overrides == setup.settings.tools { toolbox = news.toolbox }
        try? cache.save()
    }
}
