/// A date as other tools and people write it, beyond the forms of ``WrittenDate/read(_:)``: `Thu,
/// 12 Aug 2021 22:18:10 +0800` (RFC 2822), `2015-12-08 19:01:14 EST`, `2024-01-01 00:00:00 -5`,
/// `August 12, 2021`, `2021年8月12日 22:18`, `20210812`, and what JavaScript and `date` print.
///
/// `12/08/2021` is refused: it means different days in different countries.
enum LooseDate: Equatable {
    case moment(Moment)
    /// The day is readable and the rest is not: midnight in the site's zone.
    case day(Moment)
    /// The time in the site's zone, because the written zone is unknown or ambiguous.
    case unknownZone(Moment, name: String)
    /// The day does not exist.
    case impossible
    case other

    /// Reads a text. O(text); texts over 128 bytes are refused.
    static func read(_ text: String, in zone: Zone) -> LooseDate {
        guard text.utf8.count <= 128 else { return .other }
        var words = DateWords(text)
        guard let day = words.takeDay() else { return .other }
        guard day.exists, day.year >= 1 else { return .impossible }
        let midnight = WrittenDate(date: day)
        guard words.takeTime() else { return .day(midnight.moment(in: zone)) }
        var written = words.written(on: day)
        let name = words.takeZone()
        guard words.isAtEnd else { return .day(midnight.moment(in: zone)) }
        switch name {
        case nil: return .moment(written.moment(in: zone))
        case .offset(let offset)?:
            guard abs(offset) <= 18 * 3_600 else {
                return .unknownZone(written.moment(in: zone), name: words.zoneText)
            }
            written.offset = offset
            return .moment(written.moment(in: zone))
        case .identifier(let identifier)?:
            guard let other = Zone(identifier: identifier) else {
                return .unknownZone(written.moment(in: zone), name: identifier)
            }
            return .moment(written.moment(in: other))
        case .abbreviation(let name)?:
            let moment = written.moment(in: zone)
            guard let offset = ZoneName.offset(of: name, near: moment, in: zone) else {
                // A word after a day without a time is not a zone.
                return words.hasTime ? .unknownZone(moment, name: name.uppercased()) : .day(moment)
            }
            written.offset = offset
            return .moment(written.moment(in: zone))
        }
    }
}

/// Abbreviations of time zones.
enum ZoneName {
    /// Hours east of UTC, for names of a single zone, and for the American ones (RFC 2822, section
    /// 4.3), which ``alsoElsewhere`` has too.
    private static let hours: [String: Double] = [
        "utc": 0, "gmt": 0, "ut": 0, "z": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2,
        "eest": 3, "msk": 3, "est": -5, "edt": -4, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
        "akst": -9, "akdt": -8, "hst": -10, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "pht": 8,
        "aest": 10, "aedt": 11, "acst": 9.5, "acdt": 10.5, "awst": 8, "nzst": 12, "nzdt": 13,
        "brt": -3, "art": -3, "adt": -3,
    ]
    /// Meanings of names in ``hours`` on a site whose zone has that offset: Sydney's `EST`.
    private static let alsoElsewhere: [String: [Double]] = [
        "est": [10, 11], "edt": [11], "mst": [6.5],
    ]
    /// Meanings on the sites of one country, whose offset others share: Manila's `PST` is not
    /// Shanghai's.
    private static let elsewhere: [String: [String: Double]] = [
        "mst": ["Asia/Kuala_Lumpur": 8, "Asia/Kuching": 8], "pst": ["Asia/Manila": 8],
    ]
    /// Names of several zones, each with its possible offsets.
    private static let ambiguous: [String: [Double]] = [
        "cst": [8, -6, -5], "cdt": [-5, 9, -4], "ist": [5.5, 1, 2], "bst": [1, 6, 11],
        "sst": [-11, 8],
        "gst": [4, -2], "ast": [-4, 3], "amt": [-4, 4], "ect": [-5, -4], "pyt": [-4, -3],
        "wst": [8, 13],
    ]

    /// Seconds east of UTC; for an ambiguous name only if the site's own zone has that offset then.
    static func offset(of name: String, near moment: Moment, in zone: Zone) -> Int32? {
        if let own = elsewhere[name]?[zone.identifier] { return Int32(own * 3_600) }
        let others = (alsoElsewhere[name] ?? ambiguous[name] ?? []).map { Int32($0 * 3_600) }
        if let own = others.first(where: { $0 == moment.offset }) { return own }
        return hours[name].map { Int32($0 * 3_600) }
    }

    /// The possible offsets of an ambiguous name, as text.
    static func offsets(of name: String) -> [String] {
        (ambiguous[name] ?? []).map { hours in
            let minutes = Int(abs(hours) * 60)
            let digits = [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }
            return (hours < 0 ? "-" : "+") + digits.joined(separator: ":")
        }
    }
}
