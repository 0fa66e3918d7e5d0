import Addresses
import Content

/// Jekyll's `_config.yml`, with its collections and defaults.
struct JekyllConfiguration: Sendable {
    private(set) var site = OldConfiguration()
    /// The folder of the texts; empty: the site's own.
    let source: SourcePath
    /// The collections with pages, without the posts: the folder, and the pattern of addresses.
    private(set) var collections: [Collection] = []
    /// Values for texts without their own, by the folder and the kind.
    private let defaults: [Default]

    struct Collection: Sendable {
        let name: String
        /// As in Jekyll, without a style.
        let permalink: String
        let origin: String
    }

    struct Default: Sendable {
        let path: String
        let type: String?
        let values: [String: Value]
    }

    init(_ files: OldFiles) {
        var site = OldConfiguration()
        for name in ["_config.yml", "_config.yaml", "_config.toml"] {
            if let bytes = files.bytes(SourcePath(name)) { site.add(SourcePath(name), bytes) }
        }
        let named = SourcePath(site.text("source").map { $0 == "." ? "" : $0 } ?? "")
        let parents = files.parents(of: "_posts")
        let isThere = named.string.isEmpty ? parents.contains(named) : files.hasFolder(named)
        source =
            isThere ? named : parents.first ?? (files.hasFolder(named) ? named : SourcePath(""))
        var defaults: [Default] = []
        if case .list(let items)? = site.value("defaults") {
            for item in items {
                guard case .table(let entry) = item, case .table(let values)? = entry["values"]
                else {
                    continue
                }
                var scope: [String: Value] = [:]
                if case .table(let table)? = entry["scope"] { scope = table }
                defaults.append(
                    Default(
                        path: scope["path"]?.scalar ?? "", type: scope["type"]?.scalar,
                        values: values))
            }
        }
        self.defaults = defaults
        let style = site.text("permalink") ?? "date"
        for (name, value) in site.table("collections").sorted(by: { $0.key < $1.key }) {
            guard name != "posts", case .table(let table) = value, table["output"] == .boolean(true)
            else { continue }
            let own = table["permalink"]?.scalar
            let pattern = own ?? "/:collection/:path" + Self.suffix(of: style)
            collections.append(
                Collection(
                    name: name, permalink: pattern,
                    origin: site.origin("collections", name) + (own == nil ? "" : ".permalink")))
        }
        self.site = site
    }

    /// What `permalink` says, or what `defaults` say of all posts.
    var postPermalink: (pattern: String, origin: String) {
        let all = defaults.last {
            ($0.type == "posts" || $0.type == nil && $0.path.isEmpty)
                && ["", "_posts", "."].contains($0.path) && $0.values["permalink"]?.scalar != nil
        }
        if let pattern = all?.values["permalink"]?.scalar {
            return (pattern, site.origin("defaults"))
        }
        let configured = site.value("collections", "posts", "permalink")?.scalar
        if let configured { return (configured, site.origin("collections", "posts", "permalink")) }
        return site.text("permalink").map { ($0, site.origin("permalink")) }
            ?? ("date", "Jekyll's default")
    }

    /// The value that `defaults` give a text; the longest path wins.
    ///
    /// - Parameter relative: below the source folder.
    func standard(_ key: String, of relative: String, type: String) -> Value? {
        var found: (length: Int, value: Value)?
        for item in defaults {
            guard item.type == nil || item.type == type, let value = item.values[key] else {
                continue
            }
            let path = item.path.hasPrefix("/") ? String(item.path.dropFirst()) : item.path
            let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
            let isInside =
                bare.isEmpty || bare == "." || relative == bare || relative.hasPrefix(bare + "/")
            if isInside, bare.count >= found?.length ?? 0 { found = (bare.count, value) }
        }
        return found?.value
    }

    /// The pattern of a style's name, or the pattern itself.
    static func pattern(_ permalink: String) -> String {
        switch permalink {
        case "date": "/:categories/:year/:month/:day/:title:output_ext"
        case "pretty": "/:categories/:year/:month/:day/:title/"
        case "ordinal": "/:categories/:year/:y_day/:title:output_ext"
        case "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext"
        case "none": "/:categories/:title:output_ext"
        default: permalink
        }
    }

    /// What a style adds to the addresses of pages and collections.
    static func suffix(of style: String) -> String {
        switch style {
        case "pretty": "/"
        case "date", "ordinal", "weekdate", "none": ":output_ext"
        default: style.hasSuffix("/") ? "/" : style.hasSuffix(":output_ext") ? ":output_ext" : ""
        }
    }

    /// The ending of pages.
    var pageSuffix: String { Self.suffix(of: site.text("permalink") ?? "date") }
}
