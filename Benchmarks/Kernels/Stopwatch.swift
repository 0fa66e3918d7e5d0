import Foundation

/// How fast a kernel goes over bytes, in time of the processor, which others on the machine disturb
/// less than time of the day.
struct Stopwatch {
    /// How many rounds are measured; the best one counts.
    var rounds = 5
    /// How long a round is at least, in seconds.
    var length = 0.2

    /// Megabytes (10⁶ bytes) a second of the best round.
    ///
    /// - Parameter run: goes over `count` bytes once.
    func megabytesPerSecond(of count: Int, _ run: () -> Void) -> Double {
        var best = 0.0
        for _ in 0..<rounds {
            var done = 0
            var seconds = 0.0
            let start = clock()
            while seconds < length {
                run()
                done += count
                seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
            }
            best = max(best, Double(done) / seconds / 1_000_000)
        }
        return best
    }
}
