import Addresses
import Content
import Diagnostics
import Foundation
import Output
import Rendering
import Snippets

/// The flow without its end: scan, load, plan, parse and check with every tool, and nothing written.
struct Check: Sendable {
    let folder: SiteFolder
    let request: BuildRequest
    /// The file that `--baseline` names, under the site's folder, over the configured one.
    var baseline: String?
    /// Whether the failures that there are now become the baseline.
    var writesBaseline = false
    /// The part of the site whose texts are checked; nil: all of it.
    var shard: Shard?

    /// Runs it. Throws for the world only.
    func run() async throws -> CheckOutcome {
        let (loaded, found) = try await LoadedSite.load(folder, request)
        guard let loaded else { return CheckOutcome(found) }
        let severities = Severities(loaded.configuration.diagnostics, isStrict: true)
        let setup = SnippetSetup(folder, loaded.configuration, baseline: baseline)
        if let baseline, setup.baselineText == nil, !writesBaseline {
            throw CannotRun(
                "there is no baseline '\(baseline)'",
                hint:
                    "write it with --write-baseline; a relative path counts from the site's folder")
        }
        // What is no baseline may be anything, and is not overwritten.
        let problems = found + setup.diagnostics
        guard !setup.diagnostics.hasErrors else { return CheckOutcome(problems) }
        let proof = try await Proof(loaded, setup, shard).run(acceptsAll: writesBaseline)
        if writesBaseline { try write(proof.failures, setup.baselineFile) }
        let (site, planProblems) = loaded.planned(.known(proof.snippets))
        guard let site else { return CheckOutcome(problems + planProblems) }
        let pages = try await SitePages(site: site, folder: folder, tree: nil).write()
        let ledger = try await SiteLedger(site, of: folder).problems(of: loaded)
        let others =
            problems + proof.diagnostics + planProblems + ledger + pages.otherDiagnostics
        var outcome = CheckOutcome(
            diagnostics: severities.applied(to: others).filter(isOfShard),
            snippets: pages.snippets.map { severities.applied(to: $0) },
            asked: proof.asked)
        outcome.shard = shard
        outcome.texts = proof.texts
        return outcome
    }

    /// What is of one text is told by that text's shard, what is of the whole site by all.
    private func isOfShard(_ diagnostic: Diagnostic) -> Bool {
        guard let shard, let file = diagnostic.place?.file, file.isMarkdown else { return true }
        return shard.holds(file)
    }

    private func write(_ baseline: Baseline, _ file: SourcePath?) throws {
        guard let file else {
            throw CannotRun(
                "there is no file to write the baseline to",
                hint: "name one with --baseline, or as 'baseline' of [snippets] in galley.toml")
        }
        let path = SnippetSetup.path(of: file, in: folder)
        do {
            try Data(baseline.bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CannotRun("cannot write '\(path)': \(error.reason)")
        }
    }
}

/// How a check ended.
struct CheckOutcome: Sendable {
    /// Those that are of no snippet, sorted by place, severities as the site wants them.
    let diagnostics: [Diagnostic]
    /// Every snippet with its verdict and its own diagnostics, by file and line.
    let snippets: [CheckedSnippet]
    /// How many texts tools were asked about; 0 where all was known.
    let asked: Int
    /// The part of the site that was checked; nil: all of it.
    var shard: Shard?
    /// How many texts that were.
    var texts = 0

    init(diagnostics: [Diagnostic], snippets: [CheckedSnippet], asked: Int) {
        self.diagnostics = diagnostics
        self.snippets = snippets.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        self.asked = asked
    }

    /// Of a site that could not be read.
    init(_ diagnostics: [Diagnostic]) {
        self.init(diagnostics: diagnostics.sortedByPlace(), snippets: [], asked: 0)
    }

    /// All there is to say, sorted by place.
    var all: [Diagnostic] {
        (diagnostics + snippets.flatMap(\.diagnostics)).sortedByPlace()
    }
}
