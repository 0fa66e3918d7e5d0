/// A date, a time or both, in the format of RFC 3339: `1979-05-27T07:32:00.999-08:00`.
struct TOMLMoment {
    let kind: TOMLNode.Kind
    private var date = TOMLDate(year: 0, month: 1, day: 1)
    private var time = TOMLTime(hour: 0, minute: 0, second: 0, nanosecond: 0)
    private var offset = 0

    var value: TOMLValue {
        switch kind {
        case .offsetDateTime: .offsetDateTime(date, time, offset: offset)
        case .localDateTime: .localDateTime(date, time)
        case .localDate: .localDate(date)
        default: .localTime(time)
        }
    }

    /// Reads a whole word; nil if it is not a date or time, or does not exist.
    init?(in bytes: [UInt8], _ word: Range<Int>) {
        var cursor = Cursor(bytes: bytes, position: word.lowerBound, end: word.upperBound)
        if let time = cursor.time() {
            guard cursor.isAtEnd else { return nil }
            self.time = time
            kind = .localTime
            return
        }
        guard let date = cursor.date() else { return nil }
        self.date = date
        if cursor.isAtEnd {
            kind = .localDate
            return
        }
        guard cursor.take("Tt ") != nil, let time = cursor.time() else { return nil }
        self.time = time
        if cursor.isAtEnd {
            kind = .localDateTime
            return
        }
        guard let offset = cursor.offset(), cursor.isAtEnd else { return nil }
        self.offset = offset
        kind = .offsetDateTime
    }

    /// Whether a word begins like a date or a time, `1979-` or `07:`.
    static func isBegun(in bytes: [UInt8], _ word: Range<Int>) -> Bool {
        let digits = bytes[word].prefix(5).prefix { (0x30...0x39).contains($0) }
        guard digits.endIndex < word.upperBound else { return false }
        let mark = bytes[digits.endIndex]
        return digits.count == 4 && mark == UInt8(ascii: "-")
            || digits.count == 2 && mark == UInt8(ascii: ":")
    }

    /// Reads numbers of fixed length.
    private struct Cursor {
        let bytes: [UInt8]
        var position: Int
        let end: Int

        var isAtEnd: Bool { position == end }

        mutating func take(_ marks: StaticString) -> UInt8? {
            guard position < end else { return nil }
            let byte = bytes[position]
            let isOne = marks.withUTF8Buffer { $0.contains(byte) }
            guard isOne else { return nil }
            position += 1
            return byte
        }

        /// A number of exactly this many digits, within bounds; otherwise nil, and nothing is read.
        mutating func number(_ digits: Int, in bounds: ClosedRange<Int>) -> Int? {
            guard end - position >= digits else { return nil }
            var value = 0
            for byte in bytes[position..<(position + digits)] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            guard bounds.contains(value) else { return nil }
            position += digits
            return value
        }

        mutating func date() -> TOMLDate? {
            guard let year = number(4, in: 0...9999), take("-") != nil,
                let month = number(2, in: 1...12), take("-") != nil,
                let day = number(2, in: 1...TOMLMoment.days(of: month, in: year))
            else { return nil }
            return TOMLDate(year: year, month: month, day: day)
        }

        /// Reads nothing if no time begins here.
        mutating func time() -> TOMLTime? {
            guard end - position > 2, bytes[position + 2] == UInt8(ascii: ":"),
                let hour = number(2, in: 0...23), take(":") != nil,
                let minute = number(2, in: 0...59), take(":") != nil,
                let second = number(2, in: 0...60)
            else { return nil }
            var nanosecond = 0
            if take(".") != nil {
                guard let digits = fraction() else { return nil }
                nanosecond = digits
            }
            return TOMLTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
        }

        private mutating func fraction() -> Int? {
            var value = 0
            var unit = 100_000_000
            let start = position
            while let digit = number(1, in: 0...9) {
                value += digit * unit
                unit /= 10
            }
            return position > start ? value : nil
        }

        /// `Z` or `+08:00`, in minutes.
        mutating func offset() -> Int? {
            if take("Zz") != nil { return 0 }
            guard let sign = take("+-"), let hours = number(2, in: 0...23), take(":") != nil,
                let minutes = number(2, in: 0...59)
            else { return nil }
            return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
        }
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
