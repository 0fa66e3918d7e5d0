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

    /// The rings from now on; ends when the bell is silenced or the listener is let go.
    func listen() -> (id: Int, rings: AsyncStream<Void>) {
        let (rings, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.next += 1
            if state.isSilent {
                continuation.finish()
            } else {
                state.listeners[state.next] = continuation
            }
            return state.next
        }
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

    /// How many tabs are open.
    var count: Int { state.withLock { $0.listeners.count } }
}
