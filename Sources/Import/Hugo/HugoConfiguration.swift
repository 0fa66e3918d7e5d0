import Addresses
import Content

/// Hugo's configuration: one file, or the folder `config/_default`.
struct HugoConfiguration: Sendable {
    private(set) var site = OldConfiguration(ignoresCase: true)
    /// The folder of the texts; those of languages may be below it.
    let content: SourcePath
    /// The key of the default language: `zh-cn`.
    let language: String
    /// The folders of languages below ``content``: `["en": "en"]`; empty without such folders.
    let languageFolders: [String: String]
    /// Whether the default language has its folder in addresses too.
    let isLanguageInAddresses: Bool

    /// The names of its files, likeliest first.
    static let names = [
        "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml",
        "config.yml", "config.json",
    ]

    init(_ files: OldFiles) {
        for name in Self.names {
            if let bytes = files.bytes(SourcePath(name)) {
                site.add(SourcePath(name), bytes)
                break
            }
        }
        for (path, relative) in files.below(SourcePath("config/_default")) {
            guard ["toml", "yaml", "yml", "json"].contains(path.fileExtension),
                !relative.contains("/"), let bytes = files.bytes(path)
            else { continue }
            let parts = path.stem.split(separator: ".").map(String.init)
            switch (parts[0], parts.count) {
            case ("hugo", _), ("config", _): site.add(path, bytes)
            case (let name, 1): site.add(path, bytes, below: [name])
            case (let name, _): site.add(path, bytes, below: ["languages", parts[1], name])
            }
        }
        let codes = site.keys(of: ["languages"])
        let language = site.text("defaultContentLanguage")?.lowercased() ?? codes.first ?? "en"
        self.language = language
        let named = site.text("contentDir") ?? "content"
        var folders: [String: String] = [:]
        for code in codes {
            if let folder = site.text("languages", code, "contentDir") { folders[code] = folder }
        }
        if folders.isEmpty, site.value("module", "mounts") != nil || codes.count > 1 {
            // Mounts of modules name them; their folders have the names of the languages.
            for code in codes + [language]
            where files.hasFolder(SourcePath("\(named)/\(code)")) {
                folders[code] = "\(named)/\(code)"
            }
        }
        if folders.isEmpty, files.hasFolder(SourcePath("\(named)/\(language)")),
            files.children(of: SourcePath(named)).count == 1
        {
            folders[language] = "\(named)/\(language)"
        }
        let prefix = named.hasSuffix("/") ? named : named + "/"
        let below = folders.filter { $0.value.hasPrefix(prefix) }
        content = SourcePath(named.hasSuffix("/") ? String(named.dropLast()) : named)
        languageFolders = below.mapValues {
            let name = $0.dropFirst(prefix.count)
            return String(name.hasSuffix("/") ? name.dropLast() : name)
        }.filter { !$0.value.isEmpty }
        isLanguageInAddresses = site.flag("defaultContentLanguageInSubdir") ?? false
    }

    /// The folder of the default language's texts below ``content``; empty without one.
    var folder: String { languageFolders[language] ?? "" }

    /// What addresses of the default language begin with.
    var base: String { isLanguageInAddresses ? "/\(language)/" : "/" }

    /// The folder of the default language, below the site's.
    var texts: SourcePath { folder.isEmpty ? content : content.appending(folder) }

    /// The pattern of a section's texts, and its origin; nil: their paths.
    func permalink(of section: String) -> (pattern: String, origin: String)? {
        let paths = [
            ["languages", language, "permalinks", "page", section],
            ["languages", language, "permalinks", section], ["permalinks", "page", section],
            ["permalinks", section],
        ]
        for path in paths {
            if let pattern = site.value(path)?.scalar { return (pattern, site.origin(path)) }
        }
        return nil
    }

    /// The sections with a pattern.
    var patternedSections: [String] {
        let names = site.keys(of: ["permalinks"]) + site.keys(of: ["permalinks", "page"])
        return names.filter { !["page", "section", "taxonomy", "term"].contains($0) }
    }

    var isUgly: Bool { site.flag("uglyURLs") ?? false }
    var isLowercase: Bool { !(site.flag("disablePathToLower") ?? false) }

    var perPage: (number: Int, origin: String) {
        if let number = site.number("pagination", "pagerSize") {
            return (number, site.origin("pagination", "pagerSize"))
        }
        if let number = site.number("paginate") { return (number, site.origin("paginate")) }
        return (10, "Hugo's default")
    }

    /// Its taxonomies by their names in addresses, with the keys of front matter.
    var taxonomies: [String] {
        let disabled = Set(site.texts("disableKinds").map { $0.lowercased() })
        if disabled.contains("taxonomy") && disabled.contains("term") { return [] }
        guard site.value("taxonomies") != nil else { return ["tags", "categories"] }
        return site.table("taxonomies").compactMap { $0.value.scalar }.sorted()
    }
}
