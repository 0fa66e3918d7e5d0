import Content

/// A permalink token of Jekyll or Hugo that galley's own do not cover; a key of the front matter
/// with its name takes precedence.
///
/// https://jekyllrb.com/docs/permalinks/#placeholders, https://gohugo.io/configuration/permalinks/
enum ForeignToken: String, CaseIterable {
    case shortYear = "short_year"
    case yDay = "y_day"
    case yearDay = "yearday"
    case monthName = "monthname"
    case longMonth = "long_month"
    case shortMonth = "short_month"
    case weekday
    case wDay = "w_day"
    case week
    case weekYear = "w_year"
    case weekdayName = "weekdayname"
    case longDay = "long_day"
    case shortDay = "short_day"
    case sections
    case name
    case fileName = "filename"
    case contentBaseName = "contentbasename"
    case baseName = "basename"
    case slugOrFileName = "slugorfilename"
    case slugOrContentBaseName = "slugorcontentbasename"
    case slugifiedCategories = "slugified_categories"
    case collection
    case outputExtension = "output_ext"

    init?(_ name: String) { self.init(rawValue: name) }

    /// nil: the token needs a date, and the text has none.
    func value(_ text: PermalinkText, _ configuration: Configuration) -> String? {
        switch self {
        case .sections:
            return text.folders(below: configuration.build.content).map(PathSegment.segment)
                .joined(separator: "/")
        case .fileName, .contentBaseName, .baseName: return PathSegment.segment(text.fileName)
        case .name: return text.slug
        case .slugOrFileName, .slugOrContentBaseName:
            return text.head.slug == nil ? PathSegment.ofHugo(text.fileName) : text.slug
        case .slugifiedCategories:
            return text.head.categories.joined().map(PathSegment.ofTitle).joined(separator: "/")
        case .collection: return "posts"
        case .outputExtension: return ".html"
        default: return text.date.map(value)
        }
    }

    private func value(of date: Moment) -> String {
        switch self {
        case .shortYear: digits(date.year % 100, 2)
        case .yDay: digits(date.dayOfYear, 3)
        case .yearDay: String(date.dayOfYear)
        case .monthName, .longMonth: Self.months[date.month - 1]
        case .shortMonth: String(Self.months[date.month - 1].prefix(3))
        case .weekday: String(date.weekday)
        // From 1, Monday, to 7, Sunday.
        case .wDay: String(date.weekday == 0 ? 7 : date.weekday)
        case .week: digits(Self.week(of: date).number, 2)
        case .weekYear: digits(Self.week(of: date).year, 4)
        case .weekdayName, .longDay: Self.weekdays[date.weekday]
        case .shortDay: String(Self.weekdays[date.weekday].prefix(3))
        default: ""
        }
    }

    /// The week of a date and the year that it belongs to (ISO 8601): 1 January 2021 is in week 53
    /// of 2020.
    private static func week(of date: Moment) -> (year: Int, number: Int) {
        let weekday = date.weekday == 0 ? 7 : date.weekday
        let number = (date.dayOfYear - weekday + 10) / 7
        if number < 1 { return (date.year - 1, weeks(in: date.year - 1)) }
        return number > weeks(in: date.year) ? (date.year + 1, 1) : (date.year, number)
    }

    /// 53 in a year that ends on a Thursday, or begins on one.
    private static func weeks(in year: Int) -> Int {
        func lastWeekday(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
        return lastWeekday(year) == 4 || lastWeekday(year - 1) == 3 ? 53 : 52
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let weekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
}
