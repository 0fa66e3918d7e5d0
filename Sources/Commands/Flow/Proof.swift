import Addresses
import Content
import Diagnostics
import Rendering
import Snippets

/// The stage check with external tools: every snippet of a site gets its verdict before any page is
/// written. What tools said goes into the cache, so that a second proof starts none.
struct Proof: Sendable {
    let files: CheckedFiles
    let configuration: Configuration
    let setup: SnippetSetup
    /// The texts that are looked at.
    let sources: [CodeSource]
    /// Whether tools' words are kept in the folder for the next run.
    let keepsAnswers: Bool

    /// A proof of all texts of a site.
    init(_ loaded: LoadedSite, _ setup: SnippetSetup) {
        self.init(
            CheckedFiles(folder: loaded.folder), loaded.configuration, setup,
            CodeSource.all(of: loaded.library))
    }

    init(
        _ files: CheckedFiles, _ configuration: Configuration, _ setup: SnippetSetup,
        _ sources: [CodeSource], keepsAnswers: Bool = true
    ) {
        self.files = files
        self.configuration = configuration
        self.setup = setup
        self.sources = sources
        self.keepsAnswers = keepsAnswers
    }

    struct Result: Sendable {
        /// By file, in the order of the text.
        let snippets: [SourcePath: [CheckedSnippet]]
        /// What concerns the code of the texts as a whole; required tools that are missing, and a cache
        /// that could not be kept.
        let diagnostics: [Diagnostic]
        /// All findings about snippets that there are, known ones among them.
        let found: Baseline
        /// The digests of the snippets that nothing could tell about.
        let unchecked: Set<String>
        /// How many findings about snippets the baseline spares.
        let spared: Int
        /// How many texts tools were asked about now.
        let asked: Int
        /// The texts that were looked at.
        let files: Set<SourcePath>

        /// How many texts were looked at.
        var texts: Int { files.count }
    }

    /// - Parameter acceptsAll: every finding counts as known.
    func run(acceptsAll: Bool = false) async throws -> Result {
        let texts = try await examine()
        let examined = texts.map(\.snippets)
        var cache = keepsAnswers ? SnippetSetup.cache(of: files.folder) : VerdictCache()
        let before = cache.versions
        var toolbox = Toolbox(overrides: setup.settings.tools, versions: cache.versions)
        let requests = examined.flatMap { $0.compactMap(\.request) }
        await toolbox.probe(Set(requests.map(\.tool)), &cache.versions)
        let new = await ToolBench(toolbox).answers(to: requests, known: cache.answers)
        cache.answers.merge(new)
        var diagnostics = texts.flatMap(\.diagnostics) + missing(examined, toolbox)
        if !new.isEmpty || cache.versions != before {
            do { try cache.save() } catch {
                diagnostics.append(
                    .warning(
                        .stateNotKept, "the next check will ask all tools again: \(error)",
                        fixes: [.init("make '.galley' a folder that can be written to")]))
            }
        }
        let judge = SnippetJudge(toolbox: toolbox, answers: cache.answers)
        let checked = try await parallelMap(examined) { $0.map { judge.verdict(of: $0) } }
        let severities = Severities(configuration.diagnostics, isStrict: true)
        let found = Baseline(of: checked.joined(), leavingOut: severities.isOff)
        let known = acceptsAll ? found : setup.baseline.known
        var snippets: [SourcePath: [CheckedSnippet]] = [:]
        var spared = 0
        for list in checked {
            guard let file = list.first?.file else { continue }
            let left = known?.sparing(list) ?? list
            spared += Self.findings(of: list) - Self.findings(of: left)
            snippets[file] = left
        }
        return Result(
            snippets: snippets, diagnostics: diagnostics, found: found,
            unchecked: Self.unchecked(checked.joined()), spared: spared, asked: new.count,
            files: Set(sources.map(\.file)))
    }

    private static func findings(of snippets: [CheckedSnippet]) -> Int {
        snippets.reduce(0) { $0 + $1.diagnostics.count }
    }

    private static func unchecked(_ snippets: some Sequence<CheckedSnippet>) -> Set<String> {
        var digests: Set<String> = []
        for snippet in snippets {
            if case .unchecked = snippet.verdict { digests.insert(snippet.digest) }
        }
        return digests
    }

    private func examine() async throws -> [CodeSource.Examined] {
        let examiner = SnippetExaminer(setup.settings)
        let options = configuration.markdown
        return try await parallelMap(sources) {
            try $0.examined(from: files, options, by: examiner)
        }
    }

    /// An error for each required language whose tool is not there, though a snippet wants it.
    private func missing(_ examined: [[ExaminedSnippet]], _ toolbox: Toolbox) -> [Diagnostic] {
        var wanted: [String: String] = [:]
        for snippet in examined.joined() {
            guard let language = snippet.language, let request = snippet.request else { continue }
            if !toolbox.has(request.tool) { wanted[language] = request.tool }
        }
        return wanted.keys.sorted().compactMap { language in
            guard setup.settings.required.contains(language), let tool = wanted[language] else {
                return nil
            }
            let package = toolbox.debianPackage(of: tool)
            return .error(
                .snippetToolMissing, "'\(tool)' is not there, and '\(language)' requires it",
                at: configuration.places["snippets.require"],
                fixes: package.map { [.init("install it, on Debian with: apt-get install \($0)")] }
                    ?? [])
        }
    }
}
