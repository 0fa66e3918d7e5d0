/// Parses a date as people write it: numbers, words and marks, from the front.
struct DateWords {
    enum WrittenZone: Equatable {
        /// Seconds east of UTC.
        case offset(Int32)
        /// `Asia/Shanghai`.
        case identifier(String)
        /// In lower case: `est`.
        case abbreviation(String)
    }

    /// In lower case, with ASCII digits and marks for full-width ones.
    private let bytes: [UInt8]
    private var index = 0
    private var time: (hour: Int, minute: Int, second: Int) = (0, 0, 0)
    /// Whether a time was written.
    private(set) var hasTime = false
    /// The zone as written, in upper case.
    private(set) var zoneText = ""

    init(_ text: String) {
        var folded = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                folded.unicodeScalars.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0: folded += " "
            case 0x2212, 0x2010...0x2013: folded += "-"
            default: folded.unicodeScalars.append(scalar)
            }
        }
        bytes = Array(LeadIn.trimmed(folded).lowercased().utf8)
    }

    var isAtEnd: Bool { index == bytes.count }

    // MARK: The day

    /// Reads the day, which may not exist; nil without one. If the year comes last, the time is
    /// read with it.
    mutating func takeDay() -> CivilDate? {
        if let date = takeNumericDay() { return date }
        index = 0
        return takeNamedDay()
    }

    /// `2021-8-12`, `2021/08/12`, `2021.08.12`, `2021年8月12日`, `20210812`.
    private mutating func takeNumericDay() -> CivilDate? {
        let digits = bytes[index...].prefix(while: \.isDigit).count
        if digits == 8, let number = takeNumber(8...8) {
            return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        guard digits == 4, let year = takeNumber(4...4) else { return nil }
        skipSpaces()
        if take("年") {
            skipSpaces()
            guard let month = takeNumber(1...2), take("月") else { return nil }
            skipSpaces()
            guard let day = takeNumber(1...2) else { return nil }
            if !take("日") { _ = take("号") }
            return CivilDate(year: year, month: month, day: day)
        }
        for mark in ["-", "/", "."] where take(mark) {
            guard let month = takeNumber(1...2), take(mark), let day = takeNumber(1...2),
                isAtEnd || !bytes[index].isDigit
            else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }
        return nil
    }

    /// `Thu, 12 Aug 2021`, `Aug 12, 2021`, `12th August 2021`, `Thu Aug 12 22:18:10 CST 2021`.
    private mutating func takeNamedDay() -> CivilDate? {
        skipWeekday()
        var month = takeMonth()
        guard let day = takeNumber(1...2) else { return nil }
        for suffix in ["st", "nd", "rd", "th"] where take(suffix) { break }
        skipSeparators()
        if month == nil { month = takeMonth() }
        guard let month else { return nil }
        if let year = takeNumber(4...4) { return CivilDate(year: year, month: month, day: day) }
        // The year may be at the end.
        guard let year = yearAtEnd() else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// Removes a year from the end: the last word of `date`'s output.
    private mutating func yearAtEnd() -> Int? {
        guard bytes.count >= 5, bytes[bytes.count - 5] == 0x20 else { return nil }
        var words = self
        words.index = bytes.count - 4
        guard let year = words.takeNumber(4...4), words.isAtEnd, index <= bytes.count - 5 else {
            return nil
        }
        let whole = bytes[..<(bytes.count - 5)]
        self = DateWords(whole, from: index)
        return year
    }

    private init(_ bytes: ArraySlice<UInt8>, from index: Int) {
        self.bytes = Array(bytes)
        self.index = min(index, bytes.count)
    }

    private mutating func skipWeekday() {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let word = bytes[index...].prefix(while: \.isLower)
        if names.contains(where: { word.starts(with: $0.utf8) }) {
            index = word.endIndex
            skipSeparators()
        }
    }

    private mutating func takeMonth() -> Int? {
        let names = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        let word = bytes[index...].prefix(while: \.isLower)
        guard word.count >= 3, let month = names.firstIndex(where: { word.starts(with: $0.utf8) })
        else { return nil }
        index = word.endIndex
        skipSeparators()
        return month + 1
    }

    // MARK: The time

    /// Reads the time that follows, if any; false if something else does.
    mutating func takeTime() -> Bool {
        if take("t") {
            // `2021-08-12T22:18:10`
        } else {
            skipSeparators()
            skipWeekday()
            skipChineseWeekday()
        }
        if isAtEnd || !bytes[index].isDigit {
            let isAfternoon = take("下午")
            if !isAfternoon, !take("上午") { return true }
            skipSpaces()
            return takeClock(afternoon: isAfternoon)
        }
        return takeClock(afternoon: nil)
    }

    private mutating func takeClock(afternoon: Bool?) -> Bool {
        let digits = bytes[index...].prefix(while: \.isDigit).count
        var afternoon = afternoon
        if digits == 6 || digits == 4, let number = takeNumber(digits...digits) {
            let seconds = digits == 6 ? number : number * 100
            time = (seconds / 10_000, seconds / 100 % 100, seconds % 100)
        } else {
            guard let hour = takeNumber(1...2), take(":") || take("时") || take("点"),
                let minute = takeNumber(1...2)
            else { return false }
            time = (hour, minute, 0)
            _ = take("分")
            if take(":") || (!isAtEnd && bytes[index].isDigit) {
                guard let second = takeNumber(1...2) else { return false }
                time.second = second == 60 ? 59 : second  // a leap second
                _ = take("秒")
                if take(".") || take(",") {
                    let fraction = bytes[index...].prefix(while: \.isDigit)
                    if fraction.isEmpty { return false }
                    index = fraction.endIndex
                }
            }
        }
        skipSpaces()
        if takeHalf("am") || take("a.m.") { afternoon = false }
        if takeHalf("pm") || take("p.m.") { afternoon = true }
        if let afternoon {
            guard (1...12).contains(time.hour) else { return false }
            time.hour = time.hour % 12 + (afternoon ? 12 : 0)
        }
        hasTime = true
        return time.hour < 24 && time.minute < 60 && time.second < 60
    }

    /// `am` or `pm`; `America/New_York` begins with it, too.
    private mutating func takeHalf(_ half: String) -> Bool {
        let next = index + half.utf8.count
        if next < bytes.endIndex, bytes[next] | 0x20 >= UInt8(ascii: "a"),
            bytes[next] | 0x20 <= UInt8(ascii: "z")
        {
            return false
        }
        return take(half)
    }

    private mutating func skipChineseWeekday() {
        guard take("星期") || take("周") else { return }
        for day in ["一", "二", "三", "四", "五", "六", "日", "天"] where take(day) { break }
        skipSpaces()
    }

    /// The day with the time that was read.
    func written(on day: CivilDate) -> WrittenDate {
        WrittenDate(date: day, hour: time.hour, minute: time.minute, second: time.second)
    }

    // MARK: The zone

    /// Reads the zone, if one is written, and a comment `(China Standard Time)` or
    /// `[Asia/Shanghai]` after it.
    mutating func takeZone() -> WrittenZone? {
        skipSpaces()
        let start = index
        let zone = takeZoneName()
        zoneText = String(decoding: bytes[start..<index], as: UTF8.self).uppercased()
        skipSpaces()
        // `+0800 CST`, as Go prints it: the name repeats the offset.
        if case .offset? = zone, takeOffset() == nil {
            index = bytes[index...].prefix(while: \.isLower).endIndex
        }
        skipSpaces()
        if take("(") || take("[") { index = bytes.count }
        return zone
    }

    private mutating func takeZoneName() -> WrittenZone? {
        if let offset = takeOffset() { return .offset(offset) }
        let word = bytes[index...].prefix { $0.isLower || "/_".utf8.contains($0) }
        if word.isEmpty { return nil }
        index = word.endIndex
        if word.contains(UInt8(ascii: "/")) {
            // `Etc/GMT-8`, `America/Port-au-Prince`
            let whole = bytes[word.startIndex...].prefix {
                $0.isLower || $0.isDigit || "/_+-".utf8.contains($0)
            }
            index = whole.endIndex
            return .identifier(Self.spelled(String(decoding: whole, as: UTF8.self)))
        }
        let name = String(decoding: word, as: UTF8.self)
        // `GMT+0800`; after other names an offset repeats the zone.
        if ["gmt", "utc", "ut"].contains(name), let offset = takeOffset() {
            return .offset(offset)
        }
        return .abbreviation(name)
    }

    /// `+08:00`, `+0800`, `+08`, `-5`, `+5:30`.
    private mutating func takeOffset() -> Int32? {
        let start = index
        let isWest = take("-")
        guard isWest || take("+") else { return nil }
        let digits = bytes[index...].prefix(while: \.isDigit).count
        var hours = 0
        var minutes = 0
        switch digits {
        case 1, 2:
            hours = takeNumber(1...2) ?? 0
            if take(":") { minutes = takeNumber(2...2) ?? 60 }
        case 3, 4:
            let number = takeNumber(3...4) ?? 0
            (hours, minutes) = (number / 100, number % 100)
        default: hours = 99
        }
        guard hours < 99, minutes < 60 else {
            index = start
            return nil
        }
        return Int32(hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
    }

    /// `asia/shanghai` as the database spells it.
    private static func spelled(_ name: String) -> String {
        if name.hasPrefix("etc/gmt") { return "Etc/GMT" + name.dropFirst("etc/gmt".count) }
        return Zone.knownIdentifiers.first { $0.lowercased() == name } ?? name
    }

    // MARK: Characters

    private mutating func takeNumber(_ digits: ClosedRange<Int>) -> Int? {
        let number = bytes[index...].prefix(digits.upperBound).prefix(while: \.isDigit)
        guard digits.contains(number.count) else { return nil }
        index = number.endIndex
        return number.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { take(bytes: $0) }
    }

    private mutating func take(_ text: String) -> Bool { take(bytes: text.utf8) }

    private mutating func take(bytes other: some Sequence<UInt8> & Collection<UInt8>) -> Bool {
        guard bytes[index...].starts(with: other) else { return false }
        index += other.count
        return true
    }

    private mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }

    private mutating func skipSeparators() {
        while index < bytes.count, " \t,".utf8.contains(bytes[index]) { index += 1 }
    }
}
