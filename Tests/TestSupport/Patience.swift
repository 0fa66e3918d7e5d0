/// How long a test waits for what must happen and, on a busy machine, may happen late.
///
/// A test that waits this long has found a hang, not a slow machine: its verdict must not depend on speed.
package enum Patience {
    /// Less than the time limits of suites, which are an hour.
    package static let duration = Duration.seconds(seconds)

    /// ``duration`` in whole seconds.
    package static let seconds = 1500
}
