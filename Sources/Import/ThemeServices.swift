import Content

/// Comments and counters of visits that other themes and galley's own have, found anywhere in a
/// configuration by the names of their tables.
struct ThemeServices {
    private let configuration: OldConfiguration

    init(_ configuration: OldConfiguration) {
        self.configuration = configuration
    }

    /// Sets the parameters of the theme.
    func add(to settings: inout Settings) {
        add("giscus", ["repo", "repo_id", "category", "category_id"], "repo_id", to: &settings)
        add("utterances", ["repo", "issue_term", "label"], "repo", to: &settings)
        if settings.value("theme.params.utterances", "repo") == nil {
            add("utteranc", ["repo", "issue_term", "label"], "repo", to: &settings)
        }
        add("waline", ["server"], "server", to: &settings)
        add("umami", ["id"], "id", to: &settings)
        for name in ["disqus", "gitalk", "valine", "twikoo", "gitment", "livere", "cusdis"] {
            if let found = find(name) {
                settings.note(
                    "Comments of \(name) (\(configuration.origin(found.path))) are not taken over: the "
                        + "theme has giscus, utterances and waline.")
            }
        }
    }

    /// Other names of a parameter.
    private static let synonyms: [String: [String]] = [
        "server": ["serverurl", "server_url", "server"],
        "id": ["website_id", "websiteid", "data_website_id", "website-id", "id"],
        "repo_id": ["repo_id", "repoid", "repo-id"],
        "category_id": ["category_id", "categoryid", "category-id"],
        "issue_term": ["issue_term", "issueterm", "issue-term"],
    ]

    private func add(
        _ name: String, _ keys: [String], _ required: String, to settings: inout Settings
    ) {
        guard let found = find(name) else { return }
        func text(_ key: String) -> (String, String)? {
            for other in Self.synonyms[key] ?? [key] {
                for (written, value) in found.table where written.lowercased() == other {
                    if let text = value.scalar { return (text, written) }
                }
            }
            return nil
        }
        guard text(required) != nil else { return }
        let table = "theme.params." + (name == "utteranc" ? "utterances" : name)
        for key in keys {
            guard let (text, written) = text(key) else { continue }
            settings.set(table, key, text, configuration.origin(found.path + [written]))
        }
    }

    /// The first table of that name that is not switched off, and that says something.
    private func find(_ name: String) -> (path: [String], table: [String: Value])? {
        find(name, in: configuration.root, [])
    }

    private func find(
        _ name: String, in table: [String: Value], _ path: [String]
    ) -> (path: [String], table: [String: Value])? {
        for key in table.keys.sorted() {
            guard case .table(let inner)? = table[key] else { continue }
            let isOff = inner.contains {
                ["enable", "enabled"].contains($0.key.lowercased()) && $0.value == .boolean(false)
            }
            let says = inner.contains { item in
                !["enable", "enabled"].contains(item.key.lowercased()) && item.value.scalar != nil
            }
            if key.lowercased() == name, !isOff, says { return (path + [key], inner) }
            if path.count < 4, let found = find(name, in: inner, path + [key]) { return found }
        }
        return nil
    }
}
