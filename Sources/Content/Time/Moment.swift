import Text

/// An instant with the offset it is shown in; a date of the front matter.
///
/// Two moments are equal when instant and offset are; they are ordered by the instant alone.
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

    package var year: Int { civil.year }
    /// 1...12.
    package var month: Int { civil.month }
    /// 1...31.
    package var day: Int { civil.day }
    package var hour: Int { secondOfDay / 3_600 }
    package var minute: Int { secondOfDay / 60 % 60 }
    package var second: Int { secondOfDay % 60 }

    /// 0 is Sunday.
    package var weekday: Int { civil.weekday }
    /// 1...366.
    package var dayOfYear: Int { dayNumber - CivilDate(year: year, month: 1, day: 1).days + 1 }

    /// `2021-08-12T22:18:10+08:00`; at offset 0 `2021-08-12T22:18:10Z` (RFC 3339, section 5.6).
    ///
    /// An offset with seconds, as before standard time, loses them here; the instant stays the
    /// same.
    package var rfc3339: String {
        var bytes: [UInt8] = []
        bytes.append(rfc3339: self)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `Thu, 12 Aug 2021 22:18:10 +0800`, always in English (RFC 822 with the four-digit year of
    /// RFC 5322, section 3.3), as RSS requires.
    package var rfc822: String {
        let shown = inWholeMinutes
        let date = shown.civil
        return Self.weekdays[date.weekday] + ", " + Self.padded(date.day) + " "
            + Self.months[date.month - 1] + " " + Self.padded(date.year, 4) + " " + shown.clock
            + " " + shown.zone(separator: "")
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private var local: Int { Int(instant) + Int(offset) }

    private var dayNumber: Int { (local - secondOfDay) / 86_400 }

    private var secondOfDay: Int {
        let remainder = local % 86_400
        return remainder < 0 ? remainder + 86_400 : remainder
    }

    fileprivate var civil: CivilDate { CivilDate(days: dayNumber) }

    fileprivate var inWholeMinutes: Moment { Moment(instant: instant, offset: offset / 60 * 60) }

    private var clock: String {
        Self.padded(hour) + ":" + Self.padded(minute) + ":" + Self.padded(second)
    }

    private func zone(separator: String) -> String {
        let minutes = Int(abs(offset)) / 60
        return (offset < 0 ? "-" : "+") + Self.padded(minutes / 60) + separator
            + Self.padded(minutes % 60)
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension [UInt8] {
    /// Appends the bytes of ``Moment/rfc3339``.
    package mutating func append(rfc3339 moment: Moment) {
        let shown = moment.inWholeMinutes
        let date = shown.civil
        append(padded: date.year, 4)
        append(UInt8(ascii: "-"))
        append(padded: date.month)
        append(UInt8(ascii: "-"))
        append(padded: date.day)
        append(UInt8(ascii: "T"))
        append(padded: shown.hour)
        append(UInt8(ascii: ":"))
        append(padded: shown.minute)
        append(UInt8(ascii: ":"))
        append(padded: shown.second)
        if shown.offset == 0 { return append(UInt8(ascii: "Z")) }
        let minutes = Int(abs(shown.offset)) / 60
        append(UInt8(ascii: shown.offset < 0 ? "-" : "+"))
        append(padded: minutes / 60)
        append(UInt8(ascii: ":"))
        append(padded: minutes % 60)
    }

    /// Appends decimal digits, with zeros in front up to a width.
    package mutating func append(padded number: Int, _ width: Int = 2) {
        var bound = 10
        for _ in 1..<width {
            if number < bound { append(UInt8(ascii: "0")) }
            bound *= 10
        }
        append(decimal: number)
    }
}
