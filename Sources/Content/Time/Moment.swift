/// An instant with the offset it is shown in; a date of the front matter.
package struct Moment: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let instant: Int64
    /// Seconds east of UTC.
    package let offset: Int32

    package init(instant: Int64, offset: Int32) {
        self.instant = instant
        self.offset = offset
    }

    package static func < (a: Moment, b: Moment) -> Bool { a.instant < b.instant }
}
