import Addresses
import Content
import Text

/// The result of a permalink pattern for one text.
enum PermalinkExpansion: Hashable {
    case path(URLPath)
    /// The text has no value for the token with that name.
    case lacks(String)
    /// The value of the token with that name leaves nothing for an address.
    case empty(String)
}

extension PermalinkPattern {
    /// The address of a text.
    ///
    /// `/:year/:month/:slug/` gives `/2021/08/hello/` for a post of 12 August 2021, by the date's
    /// own offset. A part is dropped if it consists of a category or section that the text lacks:
    /// `/:category/:slug/` gives `/hello/`.
    ///
    /// - Parameter names: maps titles and terms to segments; nil: as the configuration says.
    func expand(
        _ text: PermalinkText, _ configuration: Configuration, names: NameMapping? = nil
    ) -> PermalinkExpansion {
        let names = names ?? NameMapping(configuration.terms)
        var path = ""
        var dropped: String?
        for part in parts {
            switch part {
            case .literal(let text): path += text
            case .token(let token):
                guard let value = value(of: token, text, configuration, names) else {
                    return .lacks(token.name)
                }
                if value.isEmpty {
                    guard token.mayBeAbsent else { return .empty(token.name) }
                    dropped = token.name
                }
                path += value
            }
        }
        if let dropped {
            path = path.droppingEmptySegments
            let name = path.utf8.split(separator: UInt8(ascii: "/")).last
            if name?.elementsEqual(".html".utf8) ?? true { return .empty(dropped) }
        }
        return .path(URLPath(path).withoutIndexName)
    }

    /// nil: the text lacks it; empty: it has one without any character for an address.
    private func value(
        of token: Token, _ text: PermalinkText, _ configuration: Configuration,
        _ names: NameMapping
    ) -> String? {
        switch token {
        case .year: text.date.map { digits($0.year, 4) }
        case .month: text.date.map { digits($0.month, 2) }
        case .day: text.date.map { digits($0.day, 2) }
        case .hour: text.date.map { digits($0.hour, 2) }
        case .minute: text.date.map { digits($0.minute, 2) }
        case .second: text.date.map { digits($0.second, 2) }
        case .shortMonth: text.date.map { String($0.month) }
        case .shortDay: text.date.map { String($0.day) }
        case .slug: text.slug
        case .path: text.path
        case .title: names.title(text.title)
        case .slugOrTitle: text.head.slug == nil ? PathSegment.ofHugo(text.title) : text.slug
        case .hugoTitle: PathSegment.ofHugo(text.title)
        case .postTitle: PathSegment.ofHexo(text.title).lowercased()
        case .category: category(text.head, configuration.posts, names)
        case .categories: categories(text.head, configuration.posts, names)
        case .section:
            text.folders(below: configuration.build.content).first.map(PathSegment.segment) ?? ""
        case .sections(let slice):
            slice.some(of: text.folders(below: configuration.build.content))
                .map(PathSegment.segment).joined(separator: "/")
        case .key(let name):
            value(of: name, text.head, names) ?? ForeignToken(name)?.value(text, configuration)
        }
    }

    private func category(
        _ head: FrontMatter, _ posts: Configuration.Posts, _ names: NameMapping
    ) -> String {
        let paths = head.categories.filter { !$0.isEmpty }
        let chosen = posts.categoryToken == .first ? paths.first : paths.last
        return chosen.map { $0.map(names.term).joined(separator: "/") }
            ?? names.term(posts.defaultCategory)
    }

    /// Each name once: `A/B/C` for the paths A/B and A/C.
    private func categories(
        _ head: FrontMatter, _ posts: Configuration.Posts, _ names: NameMapping
    ) -> String {
        var found: [String] = []
        for name in head.categories.joined().map(names.term) where !found.contains(name) {
            found.append(name)
        }
        return found.isEmpty ? names.term(posts.defaultCategory) : found.joined(separator: "/")
    }

    /// A scalar of the front matter as one segment; nil without one.
    private func value(of name: String, _ head: FrontMatter, _ names: NameMapping) -> String? {
        if name == "series" { return head.series.map(names.term) }
        if name == "lang" { return head.language.map(oneSegment) }
        if let written = head.writtenTexts[name] { return oneSegment(written) }
        switch head.params[name] {
        case .string(let text)?: return oneSegment(text)
        case .integer(let number)?: return String(number)
        case .number(let number)?: return String(number)
        case .boolean(let isTrue)?: return isTrue ? "true" : "false"
        case .date(let date)?:
            return "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))"
        case .null?, .list?, .table?, nil: return nil
        }
    }

    private func oneSegment(_ text: String) -> String {
        PathSegment.segment(text).replacing("/", with: "-")
    }
}

/// Maps titles and terms to segments in the addresses of posts.
struct NameMapping: Sendable {
    let title: @Sendable (String) -> String
    let term: @Sendable (String) -> String

    init(
        title: @escaping @Sendable (String) -> String, term: @escaping @Sendable (String) -> String
    ) {
        self.title = title
        self.term = term
    }

    /// A category has the same segment as its own page: `CI~CD` for `CI/CD`, `CI--CD` for `CI-CD`.
    init(_ terms: Configuration.Terms) {
        self.init(title: { PathSegment.ofTitle($0) }, term: { terms.segment($0) })
    }
}

extension PermalinkPattern.Token {
    /// As written after the `:`.
    var name: String {
        switch self {
        case .key(let name): return name
        case .sections(let slice): return slice.name
        default: return Self.named.first { $0.value == self }?.key ?? ""
        }
    }

    /// Whether its part of the address is dropped for a text without a value.
    fileprivate var mayBeAbsent: Bool {
        switch self {
        case .category, .categories, .section, .sections: true
        default: false
        }
    }
}

extension String {
    /// `/a/b/` for `/a//b/`.
    fileprivate var droppingEmptySegments: String {
        let slash = UInt8(ascii: "/")
        let segments = utf8.split(separator: slash).map { String(Substring($0)) }
        let end = utf8.last == slash && !segments.isEmpty ? "/" : ""
        return "/" + segments.joined(separator: "/") + end
    }
}
