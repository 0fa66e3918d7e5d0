import Foundation

/// How fast a kernel goes over bytes, in time of the processor, which others on the machine disturb
/// less than time of the day.
struct Stopwatch {
    /// How many rounds are measured; the best one counts.
    var rounds = 5
    /// How many bytes a round goes over at least.
    var bytes = 50_000_000

    /// Megabytes (10⁶ bytes) a second of the best round.
    ///
    /// - Parameter run: goes over `count` bytes once.
    func megabytesPerSecond(of count: Int, _ run: () -> Void) -> Double {
        var best = 0.0
        for _ in 0..<rounds {
            var done = 0
            let start = clock()
            while done < bytes {
                run()
                done += count
            }
            let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
            best = max(best, Double(done) / seconds / 1_000_000)
        }
        return best
    }
}
