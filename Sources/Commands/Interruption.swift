import Dispatch
import Foundation
import Programs

/// What happens when somebody stops galley: by Ctrl-C, by closing the terminal, by `kill`.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// From now on such a signal ends the tools that run before it ends galley. The sources must be
    /// kept as long as galley runs.
    static func takingToolsAlong() -> [any DispatchSourceSignal] {
        signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(
                signal: number, queue: DispatchQueue(label: "interruption"))
            source.setEventHandler {
                RunningPrograms.stop()
                // As a shell tells it; the output is swapped at the end alone, so nothing is half.
                _exit(128 + number)
            }
            source.resume()
            return source
        }
    }
}
