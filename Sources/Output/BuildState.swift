import Diagnostics
import Foundation

/// The record of a site's last build in `.galley/build.json`, so that the next one can detect that
/// nothing changed, repeat its messages, and end.
///
/// `Report` is what the caller repeats: its numbers, its exit code.
package struct BuildState<Report: Codable & Sendable>: Codable, Sendable {
    /// The format of the file; a file in another format counts as missing.
    private var version = BuildStateFile.version
    /// A digest over all inputs of the output, and over the program.
    package let inputs: String
    /// The span of time in which no decision about future and expired posts changes, in seconds
    /// since 1970: includes its start, excludes its end. nil: no such bound.
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

    /// Whether a build would produce the existing output again: the same inputs, a clock within the
    /// span, and an untouched output. Walks the output folder if the rest is equal.
    package func holds(inputs: String, now: Int64, output: OutputFolder) -> Bool {
        inputs == self.inputs
            && validFrom.map { now >= $0 } ?? true
            && validUntil.map { now < $0 } ?? true
            && OutputFingerprint.of(output) == self.output
    }

    /// nil if the file is missing, or not written by this program in this format: then everything
    /// is built.
    ///
    /// Call it under the `BuildLock`.
    package static func load(from siteFolder: String) -> BuildState? {
        guard let bytes = BuildStateFile.read(siteFolder),
            let state = try? JSONDecoder().decode(BuildState.self, from: Data(bytes)),
            state.version == BuildStateFile.version
        else { return nil }
        return state
    }

    /// Replaces the file atomically; creates a missing `.galley`.
    ///
    /// Throws if that folder is not writable, which only costs the next build time.
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

/// The place of the state, and how to read and replace it.
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
        // Two builds of one site, to different outputs, may run at once.
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
