/// How far a snippet is, or was, checked; each level includes those before it.
package enum CheckLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// A tolerant grammar found nothing broken: brackets balanced, strings and comments ended.
    case shape
    /// The language's own parser accepts it, after wrapping and with elisions filled in.
    case parse
    /// Names and types are known and fit.
    case types
    /// It was run.
    case run

    package static func < (a: CheckLevel, b: CheckLevel) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .shape: 0
        case .parse: 1
        case .types: 2
        case .run: 3
        }
    }

    /// The word for a snippet of this level in the coverage line: `360 parsed`.
    var participle: String {
        switch self {
        case .shape: "shaped"
        case .parse: "parsed"
        case .types: "typed"
        case .run: "ran"
        }
    }
}
