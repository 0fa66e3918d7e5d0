import Publishing

/// What the command line asks of a build, over what galley.toml says.
struct BuildRequest: Sendable {
    /// As given; nil: the configured one.
    var output: String?
    /// Whether an output folder that galley did not write may be replaced.
    var adoptsOutput = false
    var url: String?
    var drafts = false
    var future = false
    /// The clock, in seconds since 1970; nil until the zone is known.
    var now: String?
    var isStrict = false
    /// Whether galley.toml may be a stranger's: what runs programs or reaches beyond the site is left
    /// out of it.
    var isUntrusted = false
    /// Whether snippets are checked at all.
    var checks = true
    /// What a strict build finds and does not stop at: the guards that `publish --allow` names.
    var allowed: Set<Guard> = []

    init() {}
}
