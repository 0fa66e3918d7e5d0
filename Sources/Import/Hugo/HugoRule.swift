import Addresses
import Content

/// The addresses that Hugo gives texts and terms.
///
/// https://gohugo.io/configuration/permalinks/, https://gohugo.io/content-management/urls/
struct HugoRule: Sendable {
    private let configuration: HugoConfiguration

    init(_ configuration: HugoConfiguration) {
        self.configuration = configuration
    }

    func term(_ name: String) -> String { sanitized(name) }

    /// Hugo's form of a name in an address.
    private func sanitized(_ name: String) -> String {
        let name = PathSegment.ofHugo(name)
        return configuration.isLowercase ? name.lowercased() : name
    }

    /// nil: no page of its own.
    func address(of text: OldText) -> URLPath? {
        if let own = text.head.permalink {
            return own.contains(":") ? expanded(own, text) : written(own)
        }
        let (name, isIndex) = (self.name(of: text), isLeafBundle(text))
        if name == "_index" {
            let path = text.folders.map(sanitized).joined(separator: "/")
            return URLPath((configuration.base + path + "/").collapsingSlashes)
        }
        if let section = text.folders.first, text.folders.count > 1 || !isIndex,
            let (pattern, _) = configuration.permalink(of: section)
        {
            return expanded(pattern, text)
        }
        var folders = text.folders
        var base = name
        if isIndex {
            guard let last = folders.popLast() else { return URLPath(configuration.base) }
            base = last
        }
        let slug = text.head.slug ?? base
        let path = (folders + [slug]).map(sanitized).joined(separator: "/")
        return ending(configuration.base + path)
    }

    private func ending(_ path: String) -> URLPath {
        var path = path.collapsingSlashes
        if configuration.isUgly, path.hasSuffix("/"), path != "/" { path.removeLast() }
        if path.hasSuffix("/") || path.hasSuffix(".html") { return URLPath(path) }
        return URLPath(path + (configuration.isUgly ? ".html" : "/"))
    }

    private func written(_ url: String) -> URLPath? {
        if url.contains("://") { return nil }
        var path = url.hasPrefix("/") ? url : "/" + url
        let name = path.split(separator: "/").last ?? ""
        if !path.hasSuffix("/"), !name.contains(".") { path += "/" }
        return URLPath(path.collapsingSlashes).withoutIndexName
    }

    /// The file's name without its extension and the default language.
    private func name(of text: OldText) -> String {
        let stem = text.stem
        let suffix = "." + configuration.language
        return stem.lowercased().hasSuffix(suffix) ? String(stem.dropLast(suffix.count)) : stem
    }

    private func isLeafBundle(_ text: OldText) -> Bool { name(of: text) == "index" }

    private func expanded(_ pattern: String, _ text: OldText) -> URLPath? {
        var folders = text.folders
        var base = name(of: text)
        if isLeafBundle(text), let last = folders.popLast() { base = last }
        let title = sanitized(text.head.title ?? base)
        let slug = text.head.slug.map(sanitized)
        let date = text.date
        var isWhole = true
        let path = pattern.replacing(/:([a-z]+)(\[[^\]]*\])?/) { match -> String in
            switch match.output.1 {
            case "year": return digits(date?.year ?? 1, 4)
            case "month": return digits(date?.month ?? 1, 2)
            case "day": return digits(date?.day ?? 1, 2)
            case "section": return folders.first.map(sanitized) ?? ""
            case "sections":
                return Self.slice(folders, match.output.2).map(sanitized).joined(separator: "/")
            case "title": return title
            case "slug": return slug ?? title
            case "slugorfilename", "slugorcontentbasename": return slug ?? sanitized(base)
            case "filename", "contentbasename": return sanitized(base)
            default:
                isWhole = false
                return ""
            }
        }
        return isWhole ? ending(configuration.base + path) : nil
    }

    /// The folders that `[1:]` or `[last]` names; all without brackets.
    private static func slice(_ folders: [String], _ brackets: Substring?) -> [String] {
        guard let inner = brackets?.dropFirst().dropLast() else { return folders }
        func bound(_ text: Substring, _ standard: Int) -> Int {
            if text.isEmpty { return standard }
            return text == "last" ? folders.count - 1 : Int(text) ?? standard
        }
        guard let colon = inner.firstIndex(of: ":") else {
            let index = bound(inner, 0)
            return folders.indices.contains(index) ? [folders[index]] : []
        }
        let low = max(0, bound(inner[..<colon], 0))
        let high = min(folders.count, bound(inner[inner.index(after: colon)...], folders.count))
        return low < high ? Array(folders[low..<high]) : []
    }
}
