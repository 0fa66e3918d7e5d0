import Addresses
import Content

/// Which texts the tools have to be asked about, each version of a text once.
struct ProofQueue: Sendable {
    private struct Version: Hashable {
        let source: SourcePath
        let digest: ContentDigest
    }

    private var asked: Set<Version> = []
    private var waiting: Set<SourcePath> = []
    private var isRunning = false

    /// So many versions are remembered; a text that is asked about again costs a parse, for its
    /// answers are known.
    private static let most = 20_000

    mutating func add(_ source: SourcePath, _ digest: ContentDigest) {
        if asked.count >= Self.most { asked.removeAll() }
        if asked.insert(Version(source: source, digest: digest)).inserted { waiting.insert(source) }
    }

    /// Whether somebody has to begin to ask; the caller then does, and ends with ``end()``.
    mutating func begin() -> Bool {
        guard !waiting.isEmpty, !isRunning else { return false }
        isRunning = true
        return true
    }

    mutating func next() -> Set<SourcePath> {
        defer { waiting = [] }
        return waiting
    }

    mutating func end() { isRunning = false }
}
