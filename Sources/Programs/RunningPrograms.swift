import Foundation
import Synchronization

/// The process groups of the programs that run now, and the folders that they work in: whoever
/// stops galley takes them along, for they are in groups of their own and would go on.
package enum RunningPrograms {
    /// One run, from before its program is started.
    typealias Run = UUID

    private struct State: Sendable {
        /// Runs whose program may be there already, though nobody knows its group yet.
        var starting: Set<Run> = []
        /// Those of them that are to be killed as soon as it is known.
        var doomed: Set<Run> = []
        var groups: [Run: pid_t] = [:]
        var folders: Set<String> = []
    }

    private static let state = Mutex(State())

    /// To be called before a program is started.
    static func starts() -> Run {
        let run = Run()
        _ = state.withLock { $0.starting.insert(run) }
        return run
    }

    /// The program is there; it is killed at once where galley was stopped meanwhile.
    static func began(_ run: Run, _ group: pid_t) {
        state.withLock { state in
            state.starting.remove(run)
            state.groups[run] = group
            if state.doomed.remove(run) != nil { _ = kill(-group, SIGKILL) }
        }
    }

    /// The program has ended, or did not begin.
    static func ended(_ run: Run) {
        state.withLock { state in
            state.starting.remove(run)
            state.doomed.remove(run)
            state.groups[run] = nil
        }
    }

    /// A folder that is of no use once the programs have ended.
    package static func made(_ folder: String) {
        _ = state.withLock { $0.folders.insert(folder) }
    }

    /// The folder is gone.
    package static func removed(_ folder: String) {
        _ = state.withLock { $0.folders.remove(folder) }
    }

    /// How long ``stop()`` waits for programs that are being started.
    private static let patience = Duration.seconds(5)

    /// Kills every program, those that are being started too, and removes every folder.
    ///
    /// Blocks until no program is on its way any more, which takes as long as starting one.
    package static func stop() {
        state.withLock { state in
            state.doomed = state.starting
            for group in state.groups.values { _ = kill(-group, SIGKILL) }
            state.groups = [:]
        }
        let deadline = ContinuousClock.now + patience
        while state.withLock({ !$0.doomed.isEmpty }), ContinuousClock.now < deadline {
            usleep(1000)
        }
        state.withLock { state in
            for folder in state.folders { try? FileManager.default.removeItem(atPath: folder) }
            state.folders = []
        }
    }
}
