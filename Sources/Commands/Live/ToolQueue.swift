import Addresses
import Content

/// The texts that the tools still have to check; each version of a text once.
struct ToolQueue: Sendable {
    private struct Version: Hashable {
        let source: SourcePath
        let digest: ContentDigest
    }

    private var asked: Set<Version> = []
    private var waiting: Set<SourcePath> = []
    private var isRunning = false

    /// The most versions to remember. Asking about a text again costs a parse, because its answers are
    /// cached.
    private static let most = 20_000

    mutating func add(_ source: SourcePath, _ digest: ContentDigest) {
        if asked.count >= Self.most { asked.removeAll() }
        if asked.insert(Version(source: source, digest: digest)).inserted { waiting.insert(source) }
    }

    /// Whether the caller has to ask the tools now. If so, it calls ``end()`` when it is done.
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
