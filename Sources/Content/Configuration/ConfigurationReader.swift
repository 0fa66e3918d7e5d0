import Addresses
import Diagnostics

/// Makes a ``Configuration`` from the tables of `galley.toml`.
struct ConfigurationReader {
    private let root: ConfigurationSection
    private(set) var diagnostics: [Diagnostic] = []

    init(root: [String: Value], places: [String: Place], file: SourcePath) {
        self.root = ConfigurationSection(
            path: "", values: root, places: places, place: Place(file: file))
    }

    /// nil without a title or URL.
    mutating func configuration() -> Configuration? {
        var top = root
        top.checkKeys([
            "site", "build", "posts", "archives", "terms", "menu", "markdown", "highlight", "feeds",
            "search", "theme",
            "snippets",
            "diagnostics", "publish", "security", "serve",
        ])
        diagnostics += top.diagnostics
        // All are read before the first nil, so that one run reports every error.
        let site = site()
        let build = build()
        let posts = posts()
        let archives = archives()
        let terms = terms()
        let menu = menu()
        let markdown = markdown()
        let highlight = highlight()
        let feeds = feeds()
        let search = search()
        let themeParameters = themeParameters()
        let snippets = snippets()
        let publish = publish()
        let security = security()
        let serve = serve()
        let diagnosticSettings = diagnosticSettings(snippets)
        guard let site else { return nil }
        var configuration = Configuration(site: site)
        configuration.build = build
        configuration.posts = posts
        configuration.archives = archives
        configuration.terms = terms
        configuration.menu = menu
        configuration.markdown = markdown
        configuration.highlight = highlight
        configuration.feeds = feeds
        configuration.search = search
        configuration.themeParameters = themeParameters
        configuration.snippets = snippets
        configuration.publish = publish
        configuration.policy = security
        configuration.serve = serve
        configuration.diagnostics = diagnosticSettings
        configuration.places = root.places
        return configuration
    }

    /// Warns that the baseline of `[snippets]` is ignored.
    mutating func leaveOutBaselineOfSnippets() {
        diagnostics.append(
            .warning(
                .configurationBadValue,
                "'snippets.baseline' has no effect, because 'diagnostics.baseline' is set",
                at: root.places["snippets.baseline"], fixes: [.init("remove the line")]))
    }

    /// Reads a table with known keys; an empty one if it is missing.
    ///
    /// - Parameter allowsTables: whether tables in it may have any name.
    mutating func section<Result>(
        _ name: String, keys: [String], allowsTables: Bool = false,
        _ read: (inout ConfigurationSection) -> Result
    ) -> Result {
        var holder = root
        var values: [String: Value] = [:]
        holder.read(name, into: &values)
        diagnostics += holder.diagnostics
        var section = ConfigurationSection(
            path: name, values: values, places: root.places, place: root.place(of: name))
        section.checkKeys(keys + (allowsTables ? section.tableNames : []))
        let result = read(&section)
        diagnostics += section.diagnostics
        return result
    }

    /// `[[menu]]`; nil without one, for the theme's default.
    mutating func menu() -> [Configuration.MenuItem]? {
        guard let value = root.values["menu"] else { return nil }
        guard case .list(let items) = value else {
            var holder = root
            holder.refuse(
                "menu", "'menu' must be tables '[[menu]]'", id: .configurationWrongType)
            diagnostics += holder.diagnostics
            return nil
        }
        return items.enumerated().compactMap { index, item in menuItem(item, at: index) }
    }

    private mutating func menuItem(_ value: Value, at index: Int) -> Configuration.MenuItem? {
        let path = "menu.\(index)"
        let values: [String: Value] = if case .table(let table) = value { table } else { [:] }
        let place = root.places[path] ?? root.place(of: "menu")
        var section = ConfigurationSection(
            path: path, values: values, places: root.places, place: place)
        section.checkKeys(["name", "url"])
        var name = ""
        var url = ""
        section.read("name", into: &name)
        section.read("url", into: &url)
        for key in ["name", "url"] where values[key] == nil {
            section.refuse(
                key, "An entry of 'menu' must have '\(key)'", id: .configurationMissingKey)
        }
        diagnostics += section.diagnostics
        return section.diagnostics.isEmpty ? .init(name: name, url: url) : nil
    }
}
