import Addresses
import Content

/// The addresses that Jekyll gives texts.
///
/// https://jekyllrb.com/docs/permalinks/
struct JekyllRule: Sendable {
    private let configuration: JekyllConfiguration
    private let zone: Zone

    init(_ configuration: JekyllConfiguration, zone: Zone) {
        self.configuration = configuration
        self.zone = zone
    }

    /// nil: the post has no date.
    func address(ofPost post: OldText) -> URLPath? {
        let below = "_posts/" + post.relative
        let pattern =
            post.head.permalink
            ?? configuration.standard("permalink", of: below, type: "posts")?.scalar
            ?? configuration.postPermalink.pattern
        return expanded(JekyllConfiguration.pattern(pattern), post, collection: "posts")
    }

    func address(ofPage page: OldText) -> URLPath? {
        if let own = page.head.permalink
            ?? configuration.standard("permalink", of: page.relative, type: "pages")?.scalar
        {
            return expanded(JekyllConfiguration.pattern(own), page, collection: "")
        }
        let path = page.folders.map { $0 + "/" }.joined()
        if page.stem == "index" { return URLPath("/" + path) }
        let isHTML = page.source.isHTML || page.source.isMarkdown
        let suffix = configuration.pageSuffix.replacing(":output_ext", with: isHTML ? ".html" : "")
        return URLPath("/" + path + page.stem + suffix)
    }

    func address(of text: OldText, in collection: JekyllConfiguration.Collection) -> URLPath? {
        let pattern =
            text.head.permalink
            ?? configuration.standard(
                "permalink", of: "_\(collection.name)/" + text.relative, type: collection.name)?
            .scalar
            ?? collection.permalink
        return expanded(pattern, text, collection: collection.name)
    }

    private func expanded(_ pattern: String, _ text: OldText, collection: String) -> URLPath? {
        let date = text.date.map { zone.moment(at: $0.instant) }
        let isPost = collection == "posts"
        let base = isPost ? OldText.nameWithoutDate(text.stem) : text.stem
        var isWhole = true
        let path = pattern.replacing(/:([a-z_]+)/) { match -> String in
            switch match.output.1 {
            case "title": return text.head.slug ?? base
            case "slug": return PathSegment.ofJekyll(text.head.slug ?? base)
            case "name": return PathSegment.ofJekyll(base)
            case "path":
                return (text.folders + [base]).joined(separator: "/")
            case "basename": return base
            case "collection": return collection
            case "output_ext": return ".html"
            case "categories":
                return text.head.categories.joined().map { $0.lowercased() }.joined(separator: "/")
            case "slugified_categories":
                return text.head.categories.joined().map(PathSegment.ofJekyll).joined(
                    separator: "/")
            default:
                guard let date, let value = Self.value(match.output.1, date) else {
                    isWhole = false
                    return ""
                }
                return value
            }
        }
        guard isWhole else { return nil }
        return URLPath(("/" + path).collapsingSlashes).withoutIndexName
    }

    private static func value(_ token: Substring, _ date: Moment) -> String? {
        switch token {
        case "year": digits(date.year, 4)
        case "month": digits(date.month, 2)
        case "day": digits(date.day, 2)
        case "i_month": String(date.month)
        case "i_day": String(date.day)
        case "short_year": digits(date.year % 100, 2)
        case "y_day": digits(date.dayOfYear, 3)
        case "hour": digits(date.hour, 2)
        case "minute": digits(date.minute, 2)
        case "second": digits(date.second, 2)
        default: nil
        }
    }
}
