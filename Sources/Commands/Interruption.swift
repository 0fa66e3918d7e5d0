import Dispatch
import Foundation
import Programs
import Synchronization

/// What happens when somebody stops galley: by Ctrl-C, by closing the terminal, by `kill`.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    private static let graceful = Mutex<(@Sendable () async -> Void)?>(nil)

    /// Runs `stop` at the first signal in place of ending galley, which then ends by itself; a second
    /// signal ends it at once.
    static func stopGracefully(_ stop: @escaping @Sendable () async -> Void) {
        graceful.withLock { $0 = stop }
    }

    /// From now on such a signal ends the tools that run before it ends galley. The sources must be
    /// kept as long as galley runs.
    static func takingToolsAlong() -> [any DispatchSourceSignal] {
        signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(
                signal: number, queue: DispatchQueue(label: "interruption"))
            source.setEventHandler {
                let stop = graceful.withLock { graceful in
                    defer { graceful = nil }
                    return graceful
                }
                RunningPrograms.stop()
                if let stop {
                    Task { await stop() }
                    return
                }
                // As a shell reports it; the output is swapped at the end alone, so nothing is half.
                _exit(128 + number)
            }
            source.resume()
            return source
        }
    }
}
