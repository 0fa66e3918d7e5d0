import Synchronization

/// Notifies every open tab that something may have changed.
///
/// Pending notifications are merged: a slow tab receives one for many.
final class ReloadBroadcaster: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    /// How many tabs listen at once; a further one replaces the oldest. Browsers allow six
    /// connections to a host, and a host that spent them all on streams could load no page. A tab
    /// that was replaced connects again after a second and reads the state, so any number of open
    /// tabs is up to date within that time.
    static let most = 4

    /// The signals from now on; ends when the server stops or the listener leaves.
    func listen() -> (id: Int, signals: AsyncStream<Void>) {
        let (signals, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let (id, oldest) = state.withLock { state in
            state.next += 1
            var oldest: AsyncStream<Void>.Continuation?
            if state.isFinished {
                oldest = continuation
            } else {
                state.listeners[state.next] = continuation
                if state.listeners.count > Self.most, let first = state.listeners.keys.min() {
                    oldest = state.listeners.removeValue(forKey: first)
                }
            }
            return (state.next, oldest)
        }
        oldest?.finish()
        return (id, signals)
    }

    /// Ends the notifications of one listener; has no effect if it is already gone.
    func leave(_ id: Int) {
        state.withLock { $0.listeners.removeValue(forKey: id) }?.finish()
    }

    func signal() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
    }

    /// Ends the notifications of all listeners, including future ones.
    func finish() {
        let listeners = state.withLock { state in
            state.isFinished = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    /// Whether the server stops.
    var isFinished: Bool { state.withLock { $0.isFinished } }

    /// How many tabs are open.
    var count: Int { state.withLock { $0.listeners.count } }
}
