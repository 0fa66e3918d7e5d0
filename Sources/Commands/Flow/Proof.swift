import Addresses
import Content
import Diagnostics
import Markdown
import Rendering
import Snippets

/// The stage check with external tools: every snippet of a site gets its verdict before any page is
/// written. What tools said goes into the cache, so that a second proof starts none.
struct Proof: Sendable {
    let folder: SiteFolder
    let configuration: Configuration
    let library: Library
    let setup: SnippetSetup
    /// The part of the site whose texts are looked at; nil: all of it.
    let shard: Shard?

    init(_ loaded: LoadedSite, _ setup: SnippetSetup, _ shard: Shard? = nil) {
        self.shard = shard
        folder = loaded.folder
        configuration = loaded.configuration
        library = loaded.library
        self.setup = setup
    }

    struct Result: Sendable {
        /// By file, in the order of the text.
        let snippets: [SourcePath: [CheckedSnippet]]
        /// Required tools that are missing, entries of the baseline to be struck, and a cache that
        /// could not be kept.
        let diagnostics: [Diagnostic]
        /// The failures that there are, known ones among them.
        let failures: Baseline
        /// How many texts tools were asked about now.
        let asked: Int
        /// How many texts were looked at.
        let texts: Int
    }

    /// - Parameter acceptsAll: every failure counts as known.
    func run(acceptsAll: Bool = false) async throws -> Result {
        let examined = try await examine()
        var cache = SnippetSetup.cache(of: folder)
        let before = cache.versions
        var toolbox = Toolbox(overrides: setup.settings.tools, versions: cache.versions)
        let requests = examined.flatMap { $0.compactMap(\.request) }.map(toolbox.settled)
        await toolbox.probe(Set(requests.map(\.tool)), &cache.versions)
        let new = await ToolBench(toolbox).answers(to: requests, known: cache.answers)
        cache.answers.merge(new)
        var diagnostics = missing(examined, toolbox)
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
        let failures = Baseline(of: checked.flatMap { $0 })
            .keeping(setup.settings.baseline, checked.joined())
        let known = acceptsAll ? failures : setup.settings.baseline
        if !acceptsAll { diagnostics += stale(checked) }
        var snippets: [SourcePath: [CheckedSnippet]] = [:]
        for list in checked {
            guard let file = list.first?.file else { continue }
            snippets[file] = list.map { known?.sparing($0) ?? $0 }
        }
        return Result(
            snippets: snippets, diagnostics: diagnostics, failures: failures, asked: new.count,
            texts: examined.count)
    }

    private func stale(_ checked: [[CheckedSnippet]]) -> [Diagnostic] {
        guard let baseline = setup.settings.baseline, let file = setup.baselineFile,
            let text = setup.baselineText
        else { return [] }
        let seen = Set(library.posts.map(\.source) + library.pages.map(\.source))
            .filter { shard?.holds($0) ?? true }
        return baseline.stale(
            checked.joined(),
            isUnseen: { !seen.contains($0) && folder.kind(of: $0) != nil }, file: file,
            text: text)
    }

    private func examine() async throws -> [[ExaminedSnippet]] {
        let examiner = SnippetExaminer(setup.settings)
        let texts =
            library.posts.map { ($0.source, $0.head) } + library.pages.map { ($0.source, $0.head) }
            + library.listTexts.map { ($0.source, $0.head) }
        let ours = texts.filter { shard?.holds($0.0) ?? true }
        return try await parallelMap(ours) { source, head in
            let bytes = try folder.readText(source).0 ?? []
            let document = Document(
                parsing: bytes, from: head.bodyOffset, file: source,
                options: configuration.markdown(of: head))
            return examiner.examine(
                document, SnippetComments(in: document), defaults: SnippetDefaults.of(head).0)
        }
    }

    /// An error for each required language whose tool is not there, though a snippet wants it.
    private func missing(_ examined: [[ExaminedSnippet]], _ toolbox: Toolbox) -> [Diagnostic] {
        var wanted: [String: String] = [:]
        for snippet in examined.joined() {
            guard let language = snippet.language, let request = snippet.request else { continue }
            let tool = toolbox.settled(request).tool
            if !toolbox.has(tool) { wanted[language] = tool }
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
