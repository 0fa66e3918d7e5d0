import Addresses
import Content

/// The posts by the years and months of their own dates.
package struct Archive: Sendable {
    /// `/archives/`.
    package static let base = URLPath("/archives/")

    package struct Year: Sendable {
        package let year: Int
        /// `/archives/2021/`.
        package let path: URLPath
        /// Newest first.
        package let posts: [Int]
        /// Latest first.
        package let months: [Month]
    }

    package struct Month: Sendable {
        package let year: Int
        /// 1 to 12.
        package let month: Int
        /// `/archives/2021/03/`.
        package let path: URLPath
        /// Newest first.
        package let posts: [Int]
    }

    /// Latest first; only those with posts.
    package let years: [Year]

    /// Sorts posts into years and months. `order` holds all of them, newest first.
    ///
    /// A date with an offset keeps its own day, so a month may be several runs of `order`.
    init(_ posts: [Post], order: [Int]) {
        var byMonth: [Int: [Int]] = [:]
        var byYear: [Int: [Int]] = [:]
        for index in order {
            let date = posts[index].date
            let year = date.year
            byYear[year, default: []].append(index)
            byMonth[year * 12 + date.month - 1, default: []].append(index)
        }
        years = byYear.sorted { $0.key > $1.key }.map { year, indices in
            let path = Self.path(ofYear: year)
            let months = stride(from: 12, through: 1, by: -1).compactMap { month -> Month? in
                guard let posts = byMonth[year * 12 + month - 1] else { return nil }
                return Month(
                    year: year, month: month,
                    path: Self.path(ofMonth: month, year), posts: posts)
            }
            return Year(year: year, path: path, posts: indices, months: months)
        }
    }

    /// `/archives/2021/`.
    static func path(ofYear year: Int) -> URLPath { base.appending(folder: digits(year, 4)) }

    /// `/archives/2021/03/`.
    static func path(ofMonth month: Int, _ year: Int) -> URLPath {
        path(ofYear: year).appending(folder: digits(month, 2))
    }
}

/// How much of the archive a list shows.
package enum ArchiveScope: Sendable, Hashable {
    case all
    case year(Int)
    /// Year and month, 1 to 12.
    case month(Int, Int)
}

/// A number with leading zeros: `digits(3, 2)` gives `03`.
func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return text.utf8.count >= width
        ? text : String(repeating: "0", count: width - text.utf8.count) + text
}
