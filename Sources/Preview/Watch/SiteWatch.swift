import Addresses
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Watches the folders of a site and reports changes in batches.
///
/// A thread of its own waits for the kernel, and is idle while nothing happens.
package final class SiteWatch: Sendable {
    /// Every batch, in order.
    package let changes: AsyncStream<FileChanges>

    private let continuation: AsyncStream<FileChanges>.Continuation
    private let top: String
    private let polls: Bool
    private let watchLimit: Int
    private let whenOutOfWatches: @Sendable (Shortage) -> Void
    private let pipe: WakePipe
    private let state: Mutex<State>

    private struct State {
        var folders: WatchedFolders
        /// Whether the thread must start again with other folders.
        var isMoved = false
        var isStopped = false
        var watchCount = 0
        var whenArmed: [CheckedContinuation<Method, Never>] = []
        var method: Method?
    }

    /// How changes are detected.
    package enum Method: Sendable, Hashable {
        case inotify
        case polling
        /// The system allows no more watches, so folders are polled.
        case pollingForLackOfWatches
    }

    /// The system's limit that was reached, by name.
    package enum Shortage: String, Sendable, Hashable {
        /// Another watched folder.
        case watches = "fs.inotify.max_user_watches"
        /// A queue of events, one for each program that watches.
        case instances = "fs.inotify.max_user_instances"
    }

    /// - Parameters:
    ///   - top: the site's folder, absolute.
    ///   - polls: whether to poll the disk, as network file systems require.
    ///   - watchLimit: the most folders to watch through the kernel; the system's limit may be
    ///     lower.
    ///   - whenOutOfWatches: called if the kernel cannot watch all folders, before the first poll:
    ///     at the start, or at any time while it runs. The result is nil if the process has no
    ///     descriptors left.
    package init?(
        _ top: String, _ folders: WatchedFolders, polls: Bool, watchLimit: Int = .max,
        whenOutOfWatches: @escaping @Sendable (Shortage) -> Void = { _ in }
    ) {
        guard let pipe = WakePipe() else { return nil }
        self.top = top
        self.polls = polls
        self.watchLimit = watchLimit
        self.whenOutOfWatches = whenOutOfWatches
        self.pipe = pipe
        state = Mutex(State(folders: folders))
        (changes, continuation) = AsyncStream.makeStream()
    }

    /// Starts; returns once every change from now on is detected.
    package func start() async -> Method {
        let thread = Thread { self.run() }
        thread.name = "galley watch"
        thread.start()
        return await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Method? in
                if state.method == nil { state.whenArmed.append(continuation) }
                return state.method
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Watches other folders from now on. Those that stay lose no change.
    package func watch(_ folders: WatchedFolders) {
        let isNew = state.withLock { state in
            guard state.folders != folders else { return false }
            state.folders = folders
            state.isMoved = true
            return true
        }
        if isNew { pipe.wake() }
    }

    package func stop() {
        state.withLock { $0.isStopped = true }
        pipe.wake()
    }

    /// How many folders the kernel watches.
    package var watchCount: Int { state.withLock { $0.watchCount } }

    // MARK: The thread

    private func run() {
        var isFirst = true
        while let folders = nextFolders() {
            let walk = TreeWalk(top: top, folders: folders)
            // Anything may have happened between two watches.
            if !isFirst { continuation.yield(.everything) }
            isFirst = false
            #if os(Linux)
                if !polls {
                    guard let shortage = runInotify(walk) else { continue }
                    whenOutOfWatches(shortage)
                    runPolling(walk, .pollingForLackOfWatches)
                    continue
                }
            #endif
            runPolling(walk, .polling)
        }
        continuation.finish()
    }

    private func nextFolders() -> WatchedFolders? {
        state.withLock { state in
            state.isMoved = false
            return state.isStopped ? nil : state.folders
        }
    }

    private var isInterrupted: Bool { state.withLock { $0.isStopped || $0.isMoved } }

    private func armed(_ method: Method) {
        let waiting = state.withLock { state in
            state.method = method
            defer { state.whenArmed = [] }
            return state.whenArmed
        }
        for continuation in waiting { continuation.resume(returning: method) }
    }

    #if os(Linux)
        /// Runs until other folders are to be watched, or the kernel cannot watch them all: then
        /// returns the reason.
        private func runInotify(_ walk: TreeWalk) -> Shortage? {
            guard var tree = InotifyTree(walk, limit: watchLimit) else { return .instances }
            if tree.isIncomplete { return .watches }
            state.withLock { $0.watchCount = tree.count }
            armed(.inotify)
            var changes = FileChanges()
            var timer = QuietTimer()
            while true {
                wait(tree.descriptor, timer.remaining())
                if isInterrupted { return nil }
                while tree.collect(into: &changes) { if !changes.isEmpty { timer.touch() } }
                state.withLock { $0.watchCount = tree.count }
                if tree.isIncomplete { return .watches }
                if timer.remaining() == .zero {
                    timer.reset()
                    continuation.yield(changes)
                    changes = FileChanges()
                }
            }
        }
    #endif

    /// Polls, at most a tenth of the time, until other folders are to be watched.
    private func runPolling(_ walk: TreeWalk, _ method: Method) {
        var stamps = FileStamps(walk)
        state.withLock { $0.watchCount = 0 }
        // The kernel's last events were not reported, and later changes were not observed.
        if state.withLock({ $0.method == .inotify }) { continuation.yield(.everything) }
        armed(method)
        var pause = Duration.milliseconds(300)
        while true {
            wait(nil, pause)
            if isInterrupted { return }
            let start = ContinuousClock.now
            let now = FileStamps(walk)
            pause = max(.milliseconds(300), (ContinuousClock.now - start) * 10)
            let changes = now.changes(since: stamps)
            stamps = now
            if !changes.isEmpty { continuation.yield(changes) }
        }
    }

    /// Waits for the kernel, for another thread, or for a time.
    private func wait(_ descriptor: Int32?, _ time: Duration?) {
        var waited = [pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0)]
        if let descriptor {
            waited.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
        }
        // Rounded up, because an early end would wait again for nothing.
        let milliseconds = time.map { Int32(($0 / .milliseconds(1)).rounded(.up)) } ?? -1
        poll(&waited, nfds_t(waited.count), milliseconds)
        if waited[0].revents != 0 { pipe.clear() }
    }
}
