import Addresses
import Articles
import Content
import Diagnostics
import Rendering
import Snippets

/// The stages parse and check with external tools: every snippet of a site gets its final verdict. What
/// tools said goes into the cache, so that a second check starts none.
///
/// A text is parsed once, unless a tool has to be asked about it first: then its tree is released until
/// the answer is there, and the text is parsed again for its page.
struct FullCheck: Sendable {
    let files: CheckedFiles
    let configuration: Configuration
    let setup: SnippetSetup
    /// The texts that are looked at.
    let sources: [CodeSource]
    let parser: ArticleParser
    /// Whether tools' words are kept in the folder for the next run.
    let keepsAnswers: Bool

    /// A check of all texts of a site.
    init(of site: Site, in folder: SiteFolder, _ setup: SnippetSetup, _ stages: ArticleStages) {
        self.init(
            CheckedFiles(folder: folder), site.configuration, setup,
            CodeSource.all(of: site.library, on: site), stages.parser)
    }

    /// - Parameter parser: nil: that of texts without pages.
    init(
        _ files: CheckedFiles, _ configuration: Configuration, _ setup: SnippetSetup,
        _ sources: [CodeSource], _ parser: ArticleParser? = nil, keepsAnswers: Bool = true
    ) {
        self.files = files
        self.configuration = configuration
        self.setup = setup
        self.sources = sources
        self.parser = parser ?? ArticleParser(configuration)
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

    /// Checks the code of all texts, and nothing else of them.
    ///
    /// - Parameter acceptsAll: every finding counts as known.
    func run(acceptsAll: Bool = false) async throws -> Result {
        try await run(acceptsAll: acceptsAll) { _, _, _ in }.0
    }

    /// Checks the code of all texts.
    ///
    /// - Parameters:
    ///   - acceptsAll: every finding counts as known.
    ///   - use: takes each text that has a page, with the verdicts of its code, once they are final; on
    ///     any thread.
    /// - Returns: with the result, what `use` gave, in the order of the sources.
    func run<Value: Sendable>(
        acceptsAll: Bool = false,
        _ use: @escaping @Sendable (TextRole, ParsedArticle, [CheckedSnippet]) throws -> Value
    ) async throws -> (Result, [Value]) {
        var checker = SnippetChecker(
            setup, keepsAnswers ? SnippetSetup.cache(of: files.folder) : VerdictCache())
        let resolver = checker.resolver
        var texts = try await parallelMap(sources) { try check($0, resolver, use) }
        let waiting = texts.indices.filter { !texts[$0].waiting.isEmpty }
        let replies = await checker.ask(waiting.flatMap { texts[$0].waiting.compactMap(\.request) })
        var diagnostics = texts.flatMap(\.diagnostics) + missing(texts)
        if replies.isAny {
            checker.take(replies)
            do { try checker.save() } catch {
                diagnostics.append(
                    .warning(
                        .stateNotKept, "the next check will ask all tools again: \(error)",
                        fixes: [.init("make '.galley' a folder that can be written to")]))
            }
        }
        let answered = checker.resolver
        let late = try await parallelMap(waiting.map { ($0, texts[$0].waiting) }) { index, open in
            try finish(sources[index], open.map { answered.verdict(of: $0) }, use)
        }
        for (index, text) in zip(waiting, late) {
            texts[index].snippets = text.snippets
            texts[index].value = text.value
        }
        return (
            result(texts, diagnostics, acceptsAll: acceptsAll, asked: replies.count),
            texts.compactMap(\.value)
        )
    }

    /// What one text gave.
    private struct CheckedText<Value: Sendable>: Sendable {
        /// Its code with final verdicts, known findings among them.
        var snippets: [CheckedSnippet] = []
        /// Its code, all of it, where a tool has to be asked about some.
        var waiting: [ExaminedSnippet] = []
        /// The tools that are not there, by the language that wants them.
        var missing: [String: String] = [:]
        /// What keeps code from being read.
        var diagnostics: [Diagnostic] = []
        var value: Value?
    }

    private func check<Value>(
        _ source: CodeSource, _ resolver: VerdictResolver,
        _ use: (TextRole, ParsedArticle, [CheckedSnippet]) throws -> Value
    ) throws -> CheckedText<Value> {
        var text = CheckedText<Value>()
        guard let parsed = try parse(source, &text.diagnostics) else { return text }
        guard source.isExamined else {
            text.diagnostics = []
            if let role = source.role { text.value = try use(role, parsed, []) }
            return text
        }
        var snippets = SnippetExaminer(setup.settings).examine(
            parsed.document, parsed.comments, defaults: parsed.defaults)
        // MDX has no indented code: it is the inside of elements.
        if source.file.fileExtension == "mdx" { snippets.removeAll { !$0.isFenced } }
        text.diagnostics +=
            parsed.document.diagnostics.filter { CodeSource.areOfCode.contains($0.id) }
            + parsed.comments.diagnostics
        for snippet in snippets {
            guard let language = snippet.language, let tool = resolver.missingTool(of: snippet)
            else {
                continue
            }
            text.missing[language] = tool
        }
        if snippets.contains(where: resolver.awaitsTool) {
            text.waiting = snippets
        } else {
            text.snippets = snippets.map { resolver.verdict(of: $0) }
            if let role = source.role {
                text.value = try use(role, parsed, reported(text.snippets))
            }
        }
        return text
    }

    /// Takes a text up again whose verdicts are final now.
    private func finish<Value>(
        _ source: CodeSource, _ snippets: [CheckedSnippet],
        _ use: (TextRole, ParsedArticle, [CheckedSnippet]) throws -> Value
    ) throws -> CheckedText<Value> {
        var text = CheckedText<Value>(snippets: snippets)
        guard let role = source.role else { return text }
        // They were reported.
        var diagnostics: [Diagnostic] = []
        if let parsed = try parse(source, &diagnostics) {
            text.value = try use(role, parsed, reported(snippets))
        }
        return text
    }

    /// Reads and parses a text; nil where its bytes are no text.
    private func parse(
        _ source: CodeSource, _ diagnostics: inout [Diagnostic]
    ) throws -> ParsedArticle? {
        let (read, problems) = try files.read(source.file)
        diagnostics += problems
        guard let bytes = source.role == nil ? read : read ?? [] else { return nil }
        return parser.parse(source.text ?? CodeSource.text(of: bytes, source.file), bytes)
    }

    /// The code of one text without what the baseline knows.
    private func reported(_ snippets: [CheckedSnippet]) -> [CheckedSnippet] {
        setup.baseline.known?.sparing(snippets) ?? snippets
    }

    private func result<Value>(
        _ texts: [CheckedText<Value>], _ diagnostics: [Diagnostic], acceptsAll: Bool, asked: Int
    ) -> Result {
        let checked = texts.map(\.snippets)
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
            unchecked: Self.unchecked(checked.joined()), spared: spared, asked: asked,
            files: Set(sources.filter(\.isExamined).map(\.file)))
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

    /// An error for each required language whose tool is not there, though a snippet wants it.
    private func missing<Value>(_ texts: [CheckedText<Value>]) -> [Diagnostic] {
        var wanted: [String: String] = [:]
        for text in texts { wanted.merge(text.missing) { $1 } }
        return wanted.keys.sorted().compactMap { language in
            guard setup.settings.required.contains(language), let tool = wanted[language] else {
                return nil
            }
            let package = Tool.all.first { $0.name == tool }?.debianPackage
            return .error(
                .snippetToolMissing, "'\(tool)' is not there, and '\(language)' requires it",
                at: configuration.places["snippets.require"],
                fixes: package.map { [.init("install it, on Debian with: apt-get install \($0)")] }
                    ?? [])
        }
    }
}
