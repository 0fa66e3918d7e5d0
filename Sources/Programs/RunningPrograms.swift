import Foundation
import Synchronization

/// The process groups of the programs that run now, and the folders that they work in: whoever
/// stops galley takes them along, for they are in groups of their own and would go on.
package enum RunningPrograms {
    private struct State: Sendable {
        var groups: Set<pid_t> = []
        var folders: Set<String> = []
    }

    private static let state = Mutex(State())

    static func began(_ group: pid_t) { _ = state.withLock { $0.groups.insert(group) } }
    static func ended(_ group: pid_t) { _ = state.withLock { $0.groups.remove(group) } }

    /// A folder that is of no use once the programs have ended.
    package static func made(_ folder: String) {
        _ = state.withLock { $0.folders.insert(folder) }
    }

    /// The folder is gone.
    package static func removed(_ folder: String) {
        _ = state.withLock { $0.folders.remove(folder) }
    }

    /// Kills every program and removes every folder.
    package static func stop() {
        state.withLock { state in
            for group in state.groups { _ = kill(-group, SIGKILL) }
            for folder in state.folders { try? FileManager.default.removeItem(atPath: folder) }
            state = State()
        }
    }
}
