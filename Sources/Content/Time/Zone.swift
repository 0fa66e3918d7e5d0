import Foundation

/// A time zone of the IANA database, with its rules through the years.
///
/// Every call takes well under a microsecond and is thread-safe.
package struct Zone: Sendable, Hashable {
    /// `Asia/Shanghai`, as configured.
    package let identifier: String
    private let rules: TimeZone

    package static let utc = Zone(identifier: "UTC", rules: .gmt)

    /// Accepts `UTC` or an IANA identifier in its exact spelling.
    ///
    /// - Returns: nil for abbreviations such as `CST`, which means Chicago or China, for `GMT+8`,
    ///   and for unknown names.
    package init?(identifier: String) {
        if identifier == "UTC" {
            self = .utc
            return
        }
        guard identifier.contains("/"), let rules = TimeZone(identifier: identifier),
            Self.hasExactSpelling(identifier)
        else { return nil }
        self.init(identifier: identifier, rules: rules)
    }

    private init(identifier: String, rules: TimeZone) {
        self.identifier = identifier
        self.rules = rules
    }

    /// The identifiers to choose from, for "did you mean".
    package static var knownIdentifiers: [String] { ["UTC"] + TimeZone.knownTimeZoneIdentifiers }

    package static func == (a: Zone, b: Zone) -> Bool { a.identifier == b.identifier }

    package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

    /// The offset at an instant, in seconds east of UTC.
    package func offset(at instant: Int64) -> Int32 {
        Int32(rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))))
    }

    /// The instant as clocks of this zone show it.
    package func moment(at instant: Int64) -> Moment {
        Moment(instant: instant, offset: offset(at: instant))
    }

    /// The instant of a local date and time. The date must exist.
    ///
    /// A time that the clocks skip in spring is the time after the gap: 02:30 in Berlin becomes
    /// 03:30. A time that they show twice in autumn is the first.
    package func moment(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
    ) -> Moment {
        let days = CivilDate(year: year, month: month, day: day).days
        let local = Int64(days * 86_400 + hour * 3_600 + minute * 60 + second)
        // No zone is a full day from UTC, so these apply before and after any change nearby.
        let before = offset(at: local - 86_400)
        let first = moment(at: local - Int64(before))
        if first.offset == before { return first }
        let after = offset(at: local + 86_400)
        let second = moment(at: local - Int64(after))
        // Neither applies within a gap: there the old offset leads to the time after it.
        return second.offset == after ? second : first
    }

    /// Foundation also accepts `asia/shanghai`, which no other tool would.
    private static func hasExactSpelling(_ identifier: String) -> Bool {
        if spellings.contains(identifier) { return true }
        // Names that the database keeps for old programs are not among the known ones.
        return !folded.contains(identifier.lowercased())
            && identifier.split(separator: "/").allSatisfy { $0.first?.isUppercase == true }
    }

    private static let spellings = Set(TimeZone.knownTimeZoneIdentifiers)
    private static let folded = Set(TimeZone.knownTimeZoneIdentifiers.map { $0.lowercased() })
}

extension Moment {
    /// A date as front matter writes it: `2024-03-08`, `2024-03-08 21:30:00`, RFC 3339.
    ///
    /// - Parameter zone: applies if no offset is written.
    /// - Returns: nil for text that is not a date, or not a day of the calendar.
    package init?(_ text: String, zone: Zone) {
        guard case .date(let written) = WrittenDate.read(text) else { return nil }
        self = written.moment(in: zone)
    }
}
