/// A date as people write it in front matter, before it is placed in a zone.
struct WrittenDate: Sendable, Hashable {
    let date: CivilDate
    var hour = 0
    var minute = 0
    var second = 0
    /// Seconds east of UTC; nil without one, which means the site's zone.
    var offset: Int32?
    /// Whether month and day have two digits each, so that it can only be a date.
    var isFull = true

    /// The result of reading a text.
    enum Reading {
        case date(WrittenDate)
        /// Written like a date, but the day or time does not exist: 2021-02-30.
        case impossible
        case other
    }

    init(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int32? = nil) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }

    /// The instant; `zone` applies if no offset is written.
    func moment(in zone: Zone) -> Moment {
        guard let offset else {
            return zone.moment(
                year: date.year, month: date.month, day: date.day, hour: hour, minute: minute,
                second: second)
        }
        let local = date.days * 86_400 + hour * 3_600 + minute * 60 + second
        return Moment(instant: Int64(local) - Int64(offset), offset: offset)
    }

    /// Reads `2021-08-12 22:18:10`, `2018-4-3 9:05`, `2013/7/13`, `2021-08-12T22:18:10.5+08:00`,
    /// `2019-01-02 03:04:05 +0800`, `2019-01-02T03:04:05Z`.
    static func read(_ text: some StringProtocol) -> Reading {
        var cursor = DigitCursor(text.utf8)
        guard let year = cursor.number(4...4), let separator = cursor.next(among: "-/"),
            let (month, monthDigits) = cursor.counted(1...2), cursor.next(among: separator) != nil,
            let (day, dayDigits) = cursor.counted(1...2)
        else { return .other }
        var written = WrittenDate(date: CivilDate(year: year, month: month, day: day))
        written.isFull = monthDigits == 2 && dayDigits == 2
        if !cursor.isAtEnd {
            guard cursor.next(among: "Tt") != nil || cursor.skipSpaces(),
                written.readTime(&cursor)
            else { return .other }
            _ = cursor.skipSpaces()
            guard cursor.isAtEnd else { return .other }
        }
        return written.exists ? .date(written) : .impossible
    }

    /// Whether the day and time exist, from the year 1 on.
    var exists: Bool {
        date.exists && date.year >= 1 && hour < 24 && minute < 60 && second < 60
            && abs(offset ?? 0) <= 18 * 3_600
    }

    /// `22:18:10.5 +0800`; false if it is not a time.
    private mutating func readTime(_ cursor: inout DigitCursor) -> Bool {
        if cursor.isAtEnd { return true }  // only spaces followed the day
        guard let hour = cursor.number(1...2), cursor.next(among: ":") != nil,
            let minute = cursor.number(1...2)
        else { return false }
        self.hour = hour
        self.minute = minute
        if cursor.next(among: ":") != nil {
            guard let second = cursor.number(1...2) else { return false }
            self.second = second == 60 ? 59 : second  // a leap second
            if cursor.next(among: ".,") != nil, cursor.number(1...12) == nil { return false }
        }
        _ = cursor.skipSpaces()
        if cursor.isAtEnd { return true }
        if cursor.next(among: "Zz") != nil {
            offset = 0
            return true
        }
        guard let sign = cursor.next(among: "+-"), let hours = cursor.number(2...2) else {
            return false
        }
        let hasColon = cursor.next(among: ":") != nil
        let minutes = cursor.number(2...2)
        if hasColon && minutes == nil || (minutes ?? 0) > 59 { return false }
        offset = Int32(hours * 3_600 + (minutes ?? 0) * 60) * (sign == "-" ? -1 : 1)
        return true
    }
}

/// Reads numbers and single characters from the front of a text.
struct DigitCursor {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: some Sequence<UInt8>) {
        bytes = Array(text)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// A decimal number with an allowed number of digits; otherwise nil, and nothing is read.
    mutating func number(_ digits: ClosedRange<Int>) -> Int? { counted(digits)?.0 }

    mutating func counted(_ digits: ClosedRange<Int>) -> (Int, digits: Int)? {
        var value = 0
        var end = position
        while end < bytes.count, end - position < digits.upperBound,
            (0x30...0x39).contains(bytes[end])
        {
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        let count = end - position
        guard digits.contains(count) else { return nil }
        position = end
        return (value, count)
    }

    /// Reads the next character if it is one of `choices`.
    mutating func next(among choices: String) -> String? {
        guard position < bytes.count, choices.utf8.contains(bytes[position]) else { return nil }
        position += 1
        return String(UnicodeScalar(bytes[position - 1]))
    }

    /// Skips spaces; returns whether there were any.
    mutating func skipSpaces() -> Bool {
        let start = position
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
            position += 1
        }
        return position > start
    }
}
