import Foundation

/// How the time that a function takes grows with its input.
///
/// Measured as time of this thread on a processor, which other threads and processes do not disturb,
/// and compared with another measurement of the same run: never with a limit in seconds.
package enum Growth {
    /// Four times the input may take that many times as long; by its square it would take 16 times.
    private static let bound = 9.0
    /// Shorter times say nothing, in seconds.
    private static let noise = 0.004

    /// Why a function does not take time by the length of its input; nil: it does.
    ///
    /// Compares an input of `size` bytes with one of four times that: each once and, where the longer
    /// one seems to take too long, each three more times, of which the shortest count.
    ///
    /// - Parameter make: gives an input of about so many bytes.
    package static func problem<Input>(
        from size: Int, _ make: (Int) -> Input, _ run: (Input) -> Void
    ) -> String? {
        let (short, long) = (make(size), make(4 * size))
        var times = (short: Double.infinity, long: Double.infinity)
        for _ in 0..<4 {
            times.short = min(times.short, ThreadTime.seconds { run(short) })
            times.long = min(times.long, ThreadTime.seconds { run(long) })
            if times.long <= bound * times.short + noise { return nil }
        }
        return "\(size) bytes take \(times.short) s, \(4 * size) bytes \(times.long) s"
    }
}

/// What a processor spends on one thread.
package enum ThreadTime {
    /// Seconds of this thread on a processor while `body` runs.
    package static func seconds(_ body: () -> Void) -> Double {
        let start = now()
        body()
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
