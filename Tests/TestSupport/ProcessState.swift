import Foundation

/// What the kernel says of another process.
package enum ProcessState {
    /// Whether a process ends within ``Patience``: gone, or dead and not yet asked by its parent how.
    ///
    /// A kill takes effect when the kernel next runs the process, which on a busy machine is not at
    /// once.
    package static func ends(_ process: pid_t) -> Bool {
        let deadline = ContinuousClock.now + Patience.duration
        while isAlive(process) {
            if ContinuousClock.now > deadline { return false }
            usleep(10_000)
        }
        return true
    }

    private static func isAlive(_ process: pid_t) -> Bool {
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return state.map { !$0.contains(") Z ") } ?? false
    }
}
