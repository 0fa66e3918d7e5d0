/// Decides when to report a batch of changes: after a quiet interval, or when it has waited long
/// enough.
///
/// An editor writes a file in several steps, and a checkout writes thousands: each would cause a
/// reload. A program that never stops writing must not delay the rest.
struct QuietTimer {
    /// The quiet interval.
    static let quiet = Duration.milliseconds(50)
    /// The longest delay after the first change.
    static let longest = Duration.seconds(1)

    private var first: ContinuousClock.Instant?
    private var last = ContinuousClock.now

    /// Records a change.
    mutating func touch(_ now: ContinuousClock.Instant = .now) {
        if first == nil { first = now }
        last = now
    }

    /// The time until the batch is due; zero: now; nil: no batch.
    func remaining(_ now: ContinuousClock.Instant = .now) -> Duration? {
        guard let first else { return nil }
        return max(.zero, min(last + Self.quiet, first + Self.longest) - now)
    }

    mutating func reset() { first = nil }
}
