import Addresses
import Dispatch
import Output
import Synchronization
import Text

/// The output folder to publish, with each file read once: digests, and what guards need.
package struct SiteReading: Sendable {
    package let tree: SiteTree
    let findings: [OutputPath: FileFindings]

    /// Reads all files on all cores; O(bytes).
    ///
    /// - Parameters:
    ///   - written: the kind of each file that galley wrote; copies are not in it.
    ///   - isLeftOut: whether a file is not part of the site, although it is in the output.
    ///   - site: the site's address.
    ///   - secrets: the digests that may be published.
    package init(
        _ output: OutputFolder, written: [OutputPath: WrittenKind], site: SiteAddress,
        secrets: Set<String>, environment: [String: String],
        leavingOut isLeftOut: (OutputPath) -> Bool = { _ in false }
    ) throws(PublishError) {
        let listed: [OutputFolder.File]
        do {
            listed = try output.files().filter { !isLeftOut($0.path) }
        } catch {
            throw PublishError("\(error)")
        }
        for file in listed where file.path.string.unicodeScalars.contains(where: \.isControl) {
            throw PublishError(
                "the name of '\(file.path.string.printableLine)' holds a control character",
                hint:
                    "rename the file; lists of files that hosts and tools read end at a line break")
        }
        let scan = SecretScan(allowed: secrets, environment: Redaction(environment: environment))
        let results = Mutex<[(SiteFile, FileFindings)]>([])
        let failure = Mutex<PublishError?>(nil)
        let share = 32
        let shares = (listed.count + share - 1) / share
        DispatchQueue.concurrentPerform(iterations: shares) { index in
            for file in listed[(index * share)..<min(listed.count, (index + 1) * share)] {
                if failure.withLock({ $0 != nil }) { return }
                do throws(PublishError) {
                    let path = output.path + "/" + file.path.string
                    var large = FileFindings.OfLargeFile(scan)
                    let read = try FileReading(path, keepingUpTo: FileFindings.largest) {
                        large.search($0)
                    }
                    let findings =
                        read.bytes.map {
                            FileFindings(
                                $0, at: file.path, kind: written[file.path], site: site,
                                secrets: scan)
                        } ?? large.findings
                    let published = SiteFile(
                        file.path, size: read.size, digest: read.digest, file: path)
                    results.withLock { $0.append((published, findings)) }
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        let all = results.withLock { $0 }
        tree = SiteTree(all.map(\.0))
        findings = Dictionary(uniqueKeysWithValues: all.map { ($0.0.path, $0.1) })
    }

    /// The resources that all pages load.
    package var policySources: PolicySources {
        findings.values.reduce(into: PolicySources()) { $0.add($1.sources) }
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || value == 0x7F }
}
