import Addresses
import Content
import Diagnostics
import Snippets

/// The check of Markdown that is of no site, such as a README or the content of another generator: every
/// code block gets its verdict, by every tool that is there; front matter is passed over, and links are
/// not followed. Nothing is kept.
struct FileCheck: Sendable {
    /// Where relative paths count from.
    let folder: SiteFolder
    let files: [SourcePath]
    /// What finding the files had to say.
    var found: [Diagnostic] = []
    /// The file that `--baseline` names.
    var baseline: String?
    /// Whether the findings that there are now become the baseline.
    var writesBaseline = false
    var scope = CheckScope()
    /// Texts that are not as on the disk.
    var replaced: [SourcePath: [UInt8]] = [:]

    /// Throws only for errors of the system: disk, permissions.
    func run() async throws -> CheckOutcome {
        guard let configuration = Configuration.withoutSite else { return CheckOutcome(found) }
        let setup = SnippetSetup(folder, configuration, baseline: baseline)
        if baseline != nil, !writesBaseline { try setup.baseline.require() }
        if setup.diagnostics.hasErrors { return CheckOutcome(found + setup.diagnostics) }
        let checked = CheckedFiles(folder: folder, replaced: replaced)
        let full = try await FullCheck(
            checked, configuration, setup,
            files.filter(scope.holds).map { CodeSource(file: $0) }, keepsAnswers: false
        ).run(acceptsAll: writesBaseline)
        let severities = Severities(configuration.diagnostics, isStrict: true)
        return try KnownFindings(setup, severities, of: checked, scope).outcome(
            full, found, rendered: [], writesBaseline: writesBaseline)
    }
}
