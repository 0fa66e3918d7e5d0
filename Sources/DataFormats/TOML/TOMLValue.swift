/// A value of TOML, of exactly the type in which it is written.
package enum TOMLValue: Sendable {
    case string(String)
    /// 64 bits, as the specification requires.
    case integer(Int)
    /// Infinite or not a number only if `inf` or `nan` is written.
    case float(Double)
    case boolean(Bool)
    /// `1979-05-27T07:32:00-08:00`; the offset in minutes east of UTC.
    case offsetDateTime(TOMLDate, TOMLTime, offset: Int)
    /// `1979-05-27T07:32:00`
    case localDateTime(TOMLDate, TOMLTime)
    /// `1979-05-27`
    case localDate(TOMLDate)
    /// `07:32:00`
    case localTime(TOMLTime)
    case array(TOMLItems)
    case table(TOMLItems)
}

/// A day of the calendar, from the year 0 to 9999.
package struct TOMLDate: Sendable, Hashable {
    package let year: Int
    package let month: Int
    package let day: Int
}

/// A time of day. The second may be 60 for leap seconds, as in RFC 3339.
package struct TOMLTime: Sendable, Hashable {
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// Finer fractions are truncated, as the specification requires.
    package let nanosecond: Int
}
