/// Whether a valid text is shown at a given time, and how long that holds.
struct Publication: Sendable, Hashable {
    /// nil: it is shown.
    let hidden: Hidden.Reason?
    /// The instant at which this changes; nil: never.
    let until: Int64?

    /// - Parameters:
    ///   - isDraft: by its head or its place.
    ///   - date: of a post; pages appear immediately. A `publishDate` takes precedence.
    ///   - now: seconds since 1970; a text is shown from its date on and until it expires.
    init(_ head: FrontMatter, isDraft: Bool, date: Moment?, build: Configuration.Build, now: Int64)
    {
        let date = head.publishDate ?? date
        let expires = head.expires
        let changes = [date, expires].compactMap { $0?.instant }.filter { $0 > now }
        if isDraft, !build.drafts {
            (hidden, until) = (.draft, nil)
        } else if let expires, expires.instant <= now, !build.expired {
            (hidden, until) = (.expired(expires), nil)
        } else if !head.makesPage {
            (hidden, until) = (.withoutPage(keepsFiles: head.publishesFiles), changes.min())
        } else if let date, date.instant > now, !build.future {
            (hidden, until) = (.future(date), date.instant)
        } else {
            (hidden, until) = (nil, changes.min())
        }
    }
}
