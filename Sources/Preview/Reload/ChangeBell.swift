import Synchronization

/// Tells every open tab that something may have changed.
///
/// A ring that nobody has answered yet is not repeated: a tab that is slow to listen hears one for
/// many.
final class ChangeBell: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
        var isSilent = false
    }

    private let state = Mutex(State())

    /// So many listen at once; a further one takes the place of the oldest. Browsers allow six
    /// connections for a host, and one that spent them all on streams could load no page. Whoever
    /// lost its place comes back after a second and is told the state then, so that any number of
    /// tabs that are shown at once is never more than that behind.
    static let most = 4

    /// The rings from now on; ends when the bell is silenced or the listener is let go.
    func listen() -> (id: Int, rings: AsyncStream<Void>) {
        let (rings, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let (id, oldest) = state.withLock { state in
            state.next += 1
            var oldest: AsyncStream<Void>.Continuation?
            if state.isSilent {
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
        return (id, rings)
    }

    /// Ends the rings of one listener; of one that is gone already it does nothing.
    func leave(_ id: Int) {
        state.withLock { $0.listeners.removeValue(forKey: id) }?.finish()
    }

    func ring() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
    }

    /// Ends the rings of all, those to come included.
    func silence() {
        let listeners = state.withLock { state in
            state.isSilent = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    /// Whether the server stops.
    var isSilent: Bool { state.withLock { $0.isSilent } }

    /// How many tabs are open.
    var count: Int { state.withLock { $0.listeners.count } }
}
