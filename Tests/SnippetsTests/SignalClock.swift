import Foundation
import Synchronization

/// A clock on which every time ends when a process says, by making a file in a folder, that it hangs: so a
/// test of time limits does not depend on how fast the machine is.
final class SignalClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
    }

    /// Where a process that is about to hang makes a file of any new name.
    let folder: URL
    private let seen = Mutex<Set<String>>([])

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "signals-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var now: Instant { Instant(offset: .zero) }
    var minimumResolution: Duration { .zero }

    /// Waits for a file that no earlier sleep has ended with.
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        while true {
            try Task.checkCancellation()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let isNew = seen.withLock { seen in
                names.reduce(false) { found, name in seen.insert(name).inserted || found }
            }
            if isNew { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
