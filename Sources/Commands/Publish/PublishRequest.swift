import Publishing

/// What the command line asks of a publish.
struct PublishRequest: Sendable {
    enum Mode: Sendable {
        /// Says what would be done.
        case plan
        /// Does what a plan says, and nothing else.
        case apply(PublishPlan)
        /// Both in one go.
        case publish
    }

    var mode = Mode.publish
    /// Guards that do not refuse.
    var allowed: Set<Guard> = []
    /// Whether the target holds nothing yet, by the user's word, though it cannot be asked.
    var isFirst = false
    var now: String?
    /// Whether galley.toml may be a stranger's.
    var isUntrusted = false
    var environment: [String: String] = [:]
}
