/// Whether a text that is sound is shown at a given time, and until when that holds.
struct Publication: Sendable, Hashable {
    /// nil: it is shown.
    let hidden: Hidden.Reason?
    /// The instant at which the answer changes; nil: never.
    let until: Int64?

    /// - Parameters:
    ///   - date: of a post; pages appear at once.
    ///   - now: seconds since 1970; a text is shown from its date on and until it expires.
    init(
        isDraft: Bool, date: Moment?, expires: Moment?, build: Configuration.Build, now: Int64
    ) {
        let changes = [date, expires].compactMap { $0?.instant }.filter { $0 > now }
        if isDraft, !build.drafts {
            (hidden, until) = (.draft, nil)
        } else if let expires, expires.instant <= now {
            (hidden, until) = (.expired(expires), nil)
        } else if let date, date.instant > now, !build.future {
            (hidden, until) = (.future(date), date.instant)
        } else {
            (hidden, until) = (nil, changes.min())
        }
    }
}
