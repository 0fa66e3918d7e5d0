/// When a batch of changes is told: after a while of quiet, or when it has waited long enough.
///
/// An editor writes a file in several steps, and a checkout writes thousands: each would be a
/// reload of its own. Something that never stops writing must not keep the rest back.
struct QuietTimer {
    /// So long nothing more has happened.
    static let quiet = Duration.milliseconds(50)
    /// So long after the first change at the latest.
    static let longest = Duration.seconds(1)

    private var first: ContinuousClock.Instant?
    private var last = ContinuousClock.now

    /// Notes that something happened.
    mutating func touch(_ now: ContinuousClock.Instant = .now) {
        if first == nil { first = now }
        last = now
    }

    /// How long until the batch is due; zero: now; nil: nothing waits.
    func remaining(_ now: ContinuousClock.Instant = .now) -> Duration? {
        guard let first else { return nil }
        return max(.zero, min(last + Self.quiet, first + Self.longest) - now)
    }

    mutating func reset() { first = nil }
}
