/// The date in a file name and the rest of the name: `2019-01-02-slug.md` gives 2019, 1, 2 and
/// `slug.md`.
///
/// - Returns: nil if the name has no such prefix or the day does not exist.
package func dateFromFileName(
    _ name: String
) -> (year: Int, month: Int, day: Int, rest: String)? {
    var cursor = DigitCursor(name.utf8)
    guard let year = cursor.number(4...4), cursor.next(among: "-") != nil,
        let month = cursor.number(1...2), cursor.next(among: "-") != nil,
        let day = cursor.number(1...2), cursor.isAtEnd || cursor.next(among: "-_") != nil,
        year >= 1, CivilDate(year: year, month: month, day: day).exists
    else { return nil }
    let rest = String(decoding: name.utf8.dropFirst(cursor.position), as: UTF8.self)
    return (year, month, day, rest)
}

/// The midnight of the date at the beginning of a file name, in the site's zone; nil without one.
package func dateFromFileName(_ name: String, zone: Zone) -> Moment? {
    dateFromFileName(name).map { zone.moment(year: $0.year, month: $0.month, day: $0.day) }
}
