import Content

/// A token that Jekyll or Hugo has in permalinks and galley's own do not cover; a key of the front
/// matter of that name comes before it.
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
    case weekdayName = "weekdayname"
    case longDay = "long_day"
    case shortDay = "short_day"
    case sections
    case fileName = "filename"
    case contentBaseName = "contentbasename"
    case baseName = "basename"
    case slugOrFileName = "slugorfilename"
    case slugOrContentBaseName = "slugorcontentbasename"
    case slugifiedCategories = "slugified_categories"
    case collection
    case outputExtension = "output_ext"

    init?(_ name: String) { self.init(rawValue: name) }

    /// nil: it is one of a date, and the text has none.
    func value(_ text: PermalinkText, _ configuration: Configuration) -> String? {
        switch self {
        case .sections:
            return text.folders(below: configuration.build.content).map(PathSegment.segment)
                .joined(separator: "/")
        case .fileName, .contentBaseName, .baseName: return PathSegment.segment(text.fileName)
        case .slugOrFileName, .slugOrContentBaseName: return text.slug
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
        case .weekdayName, .longDay: Self.weekdays[date.weekday]
        case .shortDay: String(Self.weekdays[date.weekday].prefix(3))
        default: ""
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let weekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
}
