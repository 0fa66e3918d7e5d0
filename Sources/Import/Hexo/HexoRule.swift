import Addresses
import Content

/// The addresses that Hexo gives posts, pages and terms.
///
/// https://hexo.io/docs/permalinks
struct HexoRule: Sendable {
    private let configuration: HexoConfiguration
    /// Names of terms in addresses.
    private let terms: [String: String]
    private let isLowercase: Bool

    init(_ configuration: HexoConfiguration, terms: [String: String]) {
        self.configuration = configuration
        self.terms = terms
        isLowercase = configuration.site.number("filename_case") == 1
    }

    func term(_ name: String) -> String {
        let segment = PathSegment.ofHexo(terms[name] ?? name)
        return isLowercase ? segment.lowercased() : segment
    }

    /// nil: the post lacks what the pattern names.
    func address(ofPost post: OldText) -> URLPath? {
        if let own = post.head.permalink {
            return written(own)
        }
        guard let date = post.date else { return nil }
        let path = String(post.relative.dropLast(post.source.fileExtension.count + 1))
        let slug = title(in: path)
        var isWhole = true
        let expanded = configuration.permalink.replacing(/:([A-Za-z_]+)/) { match -> String in
            switch match.output.1 {
            case "title": return slug
            case "name": return slug.split(separator: "/").last.map(String.init) ?? slug
            case "post_title": return PathSegment.ofHexo(post.head.title ?? "").lowercased()
            case "year": return digits(date.year, 4)
            case "month": return digits(date.month, 2)
            case "day": return digits(date.day, 2)
            case "hour": return digits(date.hour, 2)
            case "minute": return digits(date.minute, 2)
            case "second": return digits(date.second, 2)
            case "i_month": return String(date.month)
            case "i_day": return String(date.day)
            case "category":
                return post.head.categories.last.map { $0.map(term).joined(separator: "/") }
                    ?? configuration.defaultCategory
            default:
                let key = String(match.output.1)
                let value =
                    post.head.writtenTexts[key] ?? post.head.params[key]?.scalar
                    ?? configuration.site.text("permalink_defaults", key)
                    ?? (key == "lang" ? post.head.language : nil)
                if value == nil { isWhole = false }
                return value ?? ""
            }
        }
        guard isWhole else { return nil }
        return URLPath(("/" + expanded).collapsingSlashes).withoutIndexName
    }

    func address(ofPage page: OldText) -> URLPath {
        if let own = page.head.permalink { return written(own) }
        let path = String(page.relative.dropLast(page.source.fileExtension.count + 1))
        return URLPath("/\(path).html").withoutIndexName
    }

    private func written(_ permalink: String) -> URLPath {
        var path = permalink.hasPrefix("/") ? permalink : "/" + permalink
        if !path.hasSuffix("/"), !path.hasSuffix(".html"), !path.hasSuffix(".htm") { path += "/" }
        return URLPath(path).withoutIndexName
    }

    /// The part of a path that `new_post_name` calls the title; all of it where the name does not match.
    private func title(in path: String) -> String {
        let name = configuration.newPostName
        let rule = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
        guard rule != ":title", rule.contains(":title"),
            let regex = try? Regex(Self.pattern(rule), as: (Substring, title: Substring).self),
            let match = try? regex.wholeMatch(in: path)
        else { return path }
        return String(match.output.title)
    }

    private static func pattern(_ rule: String) -> String {
        var out = ""
        var rest = rule[...]
        while let colon = rest.firstIndex(of: ":") {
            out += Literal.escaped(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
            let name = rest.prefix { $0.isLetter || $0 == "_" }
            rest = rest[name.endIndex...]
            switch name {
            case "year": out += "\\d{4}"
            case "month", "day": out += "\\d{2}"
            case "i_month", "i_day": out += "\\d{1,2}"
            case "title": out += "(?<title>.+?)"
            default: out += ".+?"
            }
        }
        return out + Literal.escaped(rest)
    }
}

/// Literal text in a pattern.
private enum Literal {
    static func escaped(_ text: Substring) -> String {
        text.map { $0.isLetter || $0.isNumber || $0 == "/" ? String($0) : "\\\($0)" }.joined()
    }
}
