/// A value of TOML, of exactly the type that it is written in.
package enum TOMLValue: Sendable {
    case string(String)
    /// 64 bits, as the specification asks for.
    case integer(Int)
    /// Infinite or not a number where `inf` or `nan` is written, and only there.
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

/// A time of day. The second may be 60, as RFC 3339 has it for leap seconds.
package struct TOMLTime: Sendable, Hashable {
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// What is finer is cut off, as the specification asks for.
    package let nanosecond: Int
}
