import Diagnostics
import Foundation

/// What the last build of a site left in `.galley/build.json`, so that the next one can see that
/// nothing changed, say what that build said, and end.
///
/// `Report` is what the caller wants to say again: its numbers, its exit code.
package struct BuildState<Report: Codable & Sendable>: Codable, Sendable {
    /// The form of the file; one of another form is as good as none.
    private var version = BuildStateFile.version
    /// A digest over all that the output is made from, and of what it is made with.
    package let inputs: String
    /// The instants between which no decision about future and expired posts falls otherwise, in
    /// seconds since 1970: the first belongs to the span, the second does not. Nil: no such bound.
    package let validFrom: Int64?
    package let validUntil: Int64?
    package let output: OutputFingerprint
    package let diagnostics: [Diagnostic]
    package let report: Report

    package init(
        inputs: String, validFrom: Int64?, validUntil: Int64?, output: OutputFingerprint,
        diagnostics: [Diagnostic], report: Report
    ) {
        self.inputs = inputs
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.output = output
        self.diagnostics = diagnostics
        self.report = report
    }

    /// Whether a build would make what is there already: the same inputs, a clock within the span,
    /// and an output that nobody touched. Walks the output folder, if the rest is equal.
    package func holds(inputs: String, now: Int64, output: OutputFolder) -> Bool {
        inputs == self.inputs
            && validFrom.map { now >= $0 } ?? true
            && validUntil.map { now < $0 } ?? true
            && OutputFingerprint.of(output) == self.output
    }

    /// Nil when there is none, or none that this program wrote in this form: then all is built.
    ///
    /// To be called under the `BuildLock`.
    package static func load(from siteFolder: String) -> BuildState? {
        guard let bytes = BuildStateFile.read(siteFolder),
            let state = try? JSONDecoder().decode(BuildState.self, from: Data(bytes)),
            state.version == BuildStateFile.version
        else { return nil }
        return state
    }

    /// Replaces the file as a whole; makes `.galley` where it is missing.
    ///
    /// Throws when that folder cannot be written to, which harms nothing but the next build's time.
    package func save(to siteFolder: String) throws(OutputError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            try BuildStateFile.write([UInt8](encoder.encode(self)), siteFolder)
        } catch {
            throw OutputError(.write, BuildStateFile.path(siteFolder), error as? Errno ?? .invalid)
        }
    }
}

/// Where the state lies, and how it is read and replaced.
private enum BuildStateFile {
    static let version = 1

    private static let folder = DiskPath(".galley")
    private static let file = DiskPath("build.json")

    static func path(_ siteFolder: String) -> String { "\(siteFolder)/\(folder)/\(file)" }

    static func read(_ siteFolder: String) -> [UInt8]? {
        try? FileDescriptor(reading: path(siteFolder)).rest()
    }

    static func write(_ bytes: [UInt8], _ siteFolder: String) throws(Errno) {
        let site = try OpenFolder(siteFolder)
        do throws(Errno) {
            try site.makeFolder(folder, mode: StagedTree.folderMode)
        } catch  where error.meansPresent {}
        let state = try site.folder(folder)
        // Two builds of one site, to different outputs, may be here at once.
        let draft = StageNames(besideOutput: file.description).newStage()
        do throws(Errno) {
            let new = try state.create(draft, mode: StagedTree.fileMode)
            try new.append(bytes)
            try new.finish()
            try state.rename(draft, to: file)
        } catch {
            try? state.removeFile(draft)
            throw error
        }
    }
}
