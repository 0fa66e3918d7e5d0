import Addresses
import Content
import Diagnostics
import Foundation

/// The baseline of a site: where it is, and what it holds.
struct BaselineFile: Sendable {
    /// Under the site's folder, or absolute.
    let file: SourcePath
    /// nil where the file is not there.
    let text: [UInt8]?
    /// What it spares; nil where it is not there or cannot be read.
    let known: Baseline?
    let diagnostics: [Diagnostic]
    private let folder: SiteFolder

    /// The file that galley.toml names, or the one that is read without being named.
    static func path(_ settings: Configuration.DiagnosticSettings) -> SourcePath {
        settings.baseline.isEmpty ? SiteFiles.baseline : SourcePath(settings.baseline)
    }

    /// - Parameter named: the file that `--baseline` names, over the configured one.
    init(_ folder: SiteFolder, _ configuration: Configuration, named: String?) {
        self.folder = folder
        file = named.map { SourcePath($0) } ?? Self.path(configuration.diagnostics)
        text = FileManager.default.contents(atPath: Self.absolute(file, folder)).map(Array.init)
        known = text.flatMap { Baseline($0) }
        let isUnreadable = text != nil && known == nil
        diagnostics = isUnreadable ? [Self.unreadable(file)] : []
    }

    /// Throws where the file is not there.
    func require() throws(CannotRun) {
        if text != nil { return }
        throw CannotRun(
            "there is no baseline '\(file)'",
            hint: "write it with --write-baseline; a relative path counts from the site's folder")
    }

    private static func unreadable(_ file: SourcePath) -> Diagnostic {
        .error(
            .baselineUnreadable, "'\(file)' is not a galley baseline file", at: Place(file: file),
            explanation: "galley check --write-baseline does not overwrite it.",
            fixes: [
                .init("name another file, with --baseline or 'baseline' under [diagnostics]"),
                .init("remove it, and run galley check --write-baseline"),
            ])
    }

    private static func absolute(_ file: SourcePath, _ folder: SiteFolder) -> String {
        file.string.hasPrefix("/") ? file.string : folder.absolute(file)
    }

    /// Replaces the file.
    func write(_ baseline: Baseline) throws(CannotRun) {
        let path = Self.absolute(file, folder)
        do {
            try Data(baseline.bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CannotRun("cannot write '\(path)': \(error.reason)")
        }
    }

    /// A warning for each entry whose findings are no longer all there.
    func outdated(
        by found: Baseline, unless isOpen: (Baseline.Entry) -> Bool
    ) -> [Diagnostic] {
        guard let known, let text else { return [] }
        let outdated = known.outdated(by: found, unless: isOpen)
        if outdated.isEmpty { return [] }
        let ranges = known.ranges(in: text)
        return outdated.map { entry, left in
            let (id, count) = (entry.key.id, entry.count)
            let share = count == 1 ? "" : "\(count - left) of \(count) "
            let verb = count - left == 1 ? "is" : "are"
            return .warning(
                .baselineOutdated,
                "\(share)'\(id)' in '\(entry.key.file)' \(verb) no longer found",
                at: Place(file: file, range: ranges[entry] ?? 0..<0),
                fixes: [.init("write the baseline again: galley check --write-baseline")])
        }
    }
}

extension Diagnostic.ID {
    static let baselineOutdated = Diagnostic.ID("baseline/outdated")
    static let baselineUnreadable = Diagnostic.ID("baseline/unreadable")
}
