import Content
import Snippets

/// What tools said of the snippets of a site, and how to ask them about more.
struct SnippetChecker: Sendable {
    private let setup: SnippetSetup
    private var cache: VerdictCache
    private var toolbox: Toolbox

    /// With what tools said in earlier runs.
    init(_ setup: SnippetSetup, of folder: SiteFolder) {
        self.init(setup, SnippetSetup.cache(of: folder))
    }

    init(_ setup: SnippetSetup, _ cache: VerdictCache) {
        self.setup = setup
        self.cache = cache
        toolbox = Toolbox(overrides: setup.settings.tools, versions: cache.versions)
    }

    /// Gives verdicts by what is known now.
    var resolver: VerdictResolver { VerdictResolver(toolbox: toolbox, answers: cache.answers) }

    /// The verdicts that are known now.
    var verdicts: SnippetVerdicts {
        let known = setup.baseline.known
        return .cached(
            SnippetExaminer(setup.settings, hasDigests: known != nil), resolver, known: known)
    }

    /// What tools answered: to be taken by ``take(_:)``.
    struct Replies: Sendable {
        fileprivate let answers: ToolAnswers
        fileprivate let versions: ToolVersions
        fileprivate let toolbox: Toolbox
        fileprivate let overrides: [String: [String]]
        /// Whether some verdict may be another now.
        let isAny: Bool

        /// How many texts tools were asked about.
        var count: Int { answers.count }
    }

    /// Asks the tools what they did not answer yet. Runs programs, seconds long; never code of an
    /// article.
    func ask(_ requests: [ToolRequest]) async -> Replies {
        var toolbox = toolbox
        var versions = cache.versions
        await toolbox.probe(Set(requests.map(\.tool)), &versions)
        let answers = await ToolRunner(toolbox).answers(to: requests, known: cache.answers)
        return Replies(
            answers: answers, versions: versions, toolbox: toolbox,
            overrides: setup.settings.tools,
            isAny: !answers.isEmpty || versions != cache.versions)
    }

    /// Takes what tools answered.
    mutating func take(_ replies: Replies) {
        cache.answers.merge(replies.answers)
        cache.versions = replies.versions
        // Those of another configuration are other programs.
        if replies.overrides == setup.settings.tools { toolbox = replies.toolbox }
    }

    /// Keeps it for the next run.
    func save() throws { try cache.save() }
}
