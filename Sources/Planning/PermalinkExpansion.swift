import Addresses
import Content
import Text

/// What a permalink pattern gives for one post.
enum PermalinkExpansion: Hashable {
    case path(URLPath)
    /// The post has no value for the token of that name.
    case lacks(String)
    /// The value of the token of that name leaves nothing for an address.
    case empty(String)
}

extension PermalinkPattern {
    /// The address of a post; `content` is the folder that `:section` starts below.
    ///
    /// `/:year/:month/:slug/` gives `/2021/08/hello/` for a post of 12 August 2021, by the date's
    /// own offset.
    func expand(_ post: Post, content: SourcePath) -> PermalinkExpansion {
        var path = ""
        for part in parts {
            switch part {
            case .literal(let text): path += text
            case .token(let token):
                guard let text = text(of: token, post, content: content) else {
                    return .lacks(token.name)
                }
                if text.isEmpty { return .empty(token.name) }
                path += text
            }
        }
        return .path(URLPath(path).withoutIndexName)
    }

    private func text(of token: Token, _ post: Post, content: SourcePath) -> String? {
        switch token {
        case .year: digits(post.date.year, 4)
        case .month: digits(post.date.month, 2)
        case .day: digits(post.date.day, 2)
        case .hour: digits(post.date.hour, 2)
        case .minute: digits(post.date.minute, 2)
        case .second: digits(post.date.second, 2)
        case .shortMonth: String(post.date.month)
        case .shortDay: String(post.date.day)
        case .slug: post.slug
        case .path: post.pathSlug
        case .title: PathSegment.ofTitle(post.title)
        case .category:
            post.head.categories.first { !$0.isEmpty }
                .map { $0.map(oneSegment).joined(separator: "/") }
        case .section: section(of: post.source, content: content)
        case .key(let name): value(of: name, post.head)
        }
    }

    private func section(of source: SourcePath, content: SourcePath) -> String? {
        guard let below = source.relative(to: content), below.utf8.contains(UInt8(ascii: "/"))
        else { return nil }
        return below.split(separator: "/").first.map { PathSegment.segment(String($0)) }
    }

    /// A scalar of the front matter as one segment; nil where there is none.
    private func value(of name: String, _ head: Head) -> String? {
        if name == "series" { return head.series.map(oneSegment) }
        if name == "lang" { return head.language.map(oneSegment) }
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

extension PermalinkPattern.Token {
    /// As it is written after the `:`.
    var name: String {
        if case .key(let name) = self { return name }
        return Self.named.first { $0.value == self }?.key ?? ""
    }
}

extension URLPath {
    /// The folder where it names the folder's own page: `/a/` for `/a/index.html`.
    var withoutIndexName: URLPath {
        string.hasSuffix("/index.html") ? URLPath(base) : self
    }
}
