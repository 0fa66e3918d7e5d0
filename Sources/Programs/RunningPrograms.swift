import Foundation
import Synchronization

/// The process groups of running programs, and their working folders: stopping galley must also
/// stop them, because they are in groups of their own and would continue.
package enum RunningPrograms {
    /// One run, from before its program is started.
    typealias Run = UUID

    private struct State: Sendable {
        /// Runs whose program may already have started, though its group is not known yet.
        var starting: Set<Run> = []
        /// Those among them to kill as soon as it is known.
        var doomed: Set<Run> = []
        var groups: [Run: pid_t] = [:]
        var folders: Set<String> = []
    }

    private static let state = Mutex(State())

    /// Call it before a program is started.
    static func starts() -> Run {
        let run = Run()
        _ = state.withLock { $0.starting.insert(run) }
        return run
    }

    /// Records that the program has started; kills it immediately if galley was stopped meanwhile.
    static func began(_ run: Run, _ group: pid_t) {
        state.withLock { state in
            state.starting.remove(run)
            state.groups[run] = group
            if state.doomed.remove(run) != nil { _ = kill(-group, SIGKILL) }
        }
    }

    /// Records that the program has ended, or did not start.
    static func ended(_ run: Run) {
        state.withLock { state in
            state.starting.remove(run)
            state.doomed.remove(run)
            state.groups[run] = nil
        }
    }

    /// Records a folder that is useless once the programs have ended.
    package static func made(_ folder: String) {
        _ = state.withLock { $0.folders.insert(folder) }
    }

    /// Records that the folder was removed.
    package static func removed(_ folder: String) {
        _ = state.withLock { $0.folders.remove(folder) }
    }

    /// How long ``stop()`` waits for starting programs.
    private static let patience = Duration.seconds(5)

    /// Kills every program, including starting ones, and removes every folder.
    ///
    /// Blocks until no program is starting any more, which takes as long as starting one.
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
