import Foundation
import Programs

/// One external process with limits on time, processor time, memory and output.
///
/// `/bin/sh` starts it, sets the limits and replaces itself by the tool. It has a process group of
/// its own, which is killed afterwards, whether or not a limit was reached. Articles come from pull
/// requests: nothing from them is ever an argument.
struct ToolProcess: Sendable {
    /// The tool, absolute, and its arguments.
    let command: [String]
    /// The working folder, absolute.
    let folder: String
    /// The file for stdout and stderr, absolute, outside the working folder.
    let output: String
    let limits: Limits
    /// In mode ``Tool/Mode/each``; nil: the tool is started once.
    var loop: Loop?

    /// Starts the tool for `PREFIX0.EXT` to `PREFIX(COUNT-1).EXT` in turn, with a line `MARK
    /// NUMBER` before and `MARK = STATUS` after the output for each.
    struct Loop: Sendable {
        let mark: String
        let prefix: String
        let fileExtension: String
        let count: Int
    }

    struct Limits: Sendable {
        /// The time after which the whole process group is killed.
        var time: Duration
        /// The clock for ``time``.
        var clock: any Clock<Duration> = ContinuousClock()
        /// Of one process, in seconds of processor time.
        var processorTime = 60
        /// Of one process, in MiB of address space; nil: unlimited.
        var memory: Int?
        /// Of any file that it writes, including its output, in MiB.
        var fileSize = 16
    }

    typealias Ending = ProgramRun.Ending

    /// Runs it to its end, or until its time is up.
    func run() async -> Ending {
        await ProgramRun(
            ["/bin/sh"] + arguments, environment: environment, time: limits.time,
            clock: limits.clock
        ).runQuietly()
    }

    private static let script = """
        cd "$1" || exit 126
        ulimit -c 0 -t "$2" 2>/dev/null || { ulimit -c 0; ulimit -t "$2"; }
        [ "$3" = - ] || ulimit -v "$3"
        ulimit -f "$4"
        exec >"$5" 2>&1 </dev/null
        mark=$6 prefix=$7 extension=$8
        shift 8
        count=$1
        shift
        [ "$count" = - ] && exec "$@"
        i=0
        while [ "$i" -lt "$count" ]; do
            printf '\\n%s %s\\n' "$mark" "$i"
            "$@" "$prefix$i.$extension"
            printf '\\n%s = %s\\n' "$mark" "$?"
            i=$((i + 1))
        done
        """

    private var arguments: [String] {
        let memory = limits.memory.map { String($0 * 1024) } ?? "-"
        // POSIX counts blocks of 512 bytes.
        let blocks = String(limits.fileSize * 2048)
        return [
            "-c", Self.script, "galley", folder, String(limits.processorTime), memory, blocks,
            output, loop?.mark ?? "-", loop?.prefix ?? "-", loop?.fileExtension ?? "-",
            loop.map { String($0.count) } ?? "-",
        ] + command
    }

    /// Only the search path from the user's environment.
    private var environment: [String: String] {
        var values = [
            "PATH": SearchPath.current.joined(separator: ":"), "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "HOME": folder, "TMPDIR": folder, "TERM": "dumb", "NO_COLOR": "1",
        ]
        // Toolchains of rustup; no secrets are there, as may be in CARGO_HOME.
        if let home = SearchPath.rustupHome { values["RUSTUP_HOME"] = home }
        return values
    }
}
