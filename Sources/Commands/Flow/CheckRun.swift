import Addresses
import Content
import Diagnostics
import Snippets

/// A check that is ready to run, of a site or of files: as often as wanted, and with other texts than on
/// the disk.
struct CheckRun: Sendable {
    /// Where the paths of what was found count from.
    let folder: SiteFolder
    /// Texts that are not on the disk, as standard input is.
    let input: [SourcePath: [UInt8]]
    private let check: @Sendable ([SourcePath: [UInt8]]) async throws -> CheckOutcome

    /// What the command line says of a check beside what is checked.
    struct Options: Sendable {
        var request = BuildRequest()
        var baseline: String?
        var writesBaseline = false
        var shard: Shard?
        /// A revision of Git: only what changed since then is checked.
        var changedSince: String?
    }

    /// Finds the texts. Throws where a path is not there, where no path holds Markdown, and where Git
    /// cannot tell what has changed.
    init(_ target: CheckTarget, _ options: Options) async throws {
        folder = target.folder
        var scope = CheckScope(shard: options.shard)
        var found: [Diagnostic] = []
        var input: [SourcePath: [UInt8]] = [:]
        if let bytes = target.input {
            let (text, problems) = folder.decoded(bytes, file: CheckTarget.inputFile)
            found += problems
            input[CheckTarget.inputFile] = text
        }
        self.input = input
        let output = target.isSite ? Self.output(of: folder, options.request) : nil
        let named = try target.paths.map { paths in
            try MarkdownFiles(at: paths, in: target.folder, passing: output)
        }
        found += named?.diagnostics ?? []
        let files = (named?.files ?? []) + input.keys
        if files.isEmpty, found.isEmpty, let paths = target.paths {
            let list = paths.map { "'\($0.string.isEmpty ? "." : $0.string)'" }
            throw CannotRun("there is no Markdown in \(list.joined(separator: ", "))")
        }
        if let revision = options.changedSince {
            scope.changed = try await ChangedFiles(
                since: revision, in: folder, files.filter { input[$0] == nil })
        }
        if target.isSite {
            if target.paths != nil { scope.named = Set(files) }
            let insisted = named?.named ?? []
            check = { [scope, found, folder] replaced in
                let check = Check(
                    folder: folder, request: options.request, baseline: options.baseline,
                    writesBaseline: options.writesBaseline, scope: scope, others: files,
                    insisted: insisted, replaced: replaced)
                var outcome = try await check.run()
                outcome.diagnostics = (outcome.diagnostics + found).sortedByPlace()
                return outcome
            }
        } else {
            check = { [scope, found, folder] replaced in
                try await FileCheck(
                    folder: folder, files: files, found: found, baseline: options.baseline,
                    writesBaseline: options.writesBaseline, scope: scope, replaced: replaced
                ).run()
            }
        }
    }

    /// Runs it.
    ///
    /// - Parameter replaced: texts that are not as on the disk.
    func outcome(_ replaced: [SourcePath: [UInt8]] = [:]) async throws -> CheckOutcome {
        try await check(input.merging(replaced) { $1 })
    }

    /// Where a site is written to, if that is below its folder: nobody wrote what is there.
    private static func output(of folder: SiteFolder, _ request: BuildRequest) -> SourcePath? {
        guard let configuration = try? SiteConfiguration.load(folder, request).0 else { return nil }
        return SourcePath(configuration.build.output)
    }
}
