import Addresses

/// A generator whose sites galley takes over.
package enum Generator: String, CaseIterable, Sendable {
    case hexo, hugo, jekyll, zola

    /// `Hexo`.
    package var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// The folder that the generator writes by itself.
    var output: String {
        switch self {
        case .hexo, .hugo, .zola: "public"
        case .jekyll: "_site"
        }
    }

    /// The generator of a site, by its files; nil: none is recognized.
    ///
    /// Hexo and Jekyll share a name of a configuration: Hexo's has `source/` beside it, or keys that
    /// only Hexo has.
    package static func recognized(in files: OldFiles) -> Generator? {
        if let bytes = files.bytes(SourcePath("_config.yml")) {
            let keys = OldConfiguration(reading: "_config.yml", bytes)
            let isHexo =
                files.hasFolder(SourcePath("source/_posts")) || keys.value("source_dir") != nil
                || keys.value("new_post_name") != nil || keys.value("public_dir") != nil
            return isHexo ? .hexo : .jekyll
        }
        if files.hasFolder(SourcePath("_posts")), files.has(SourcePath("Gemfile")) {
            return .jekyll
        }
        let names = HugoConfiguration.names
        for name in names where files.has(SourcePath(name)) {
            guard name == "config.toml" else { return .hugo }
            let bytes = files.bytes(SourcePath(name)) ?? []
            let isZola = OldConfiguration(reading: name, bytes).value("base_url") != nil
            return isZola ? .zola : .hugo
        }
        if files.hasFolder(SourcePath("config/_default")) { return .hugo }
        return files.hasFolder(SourcePath("source/_posts")) ? .hexo : nil
    }

    /// The folders below a site in which a generator's configuration is, for a hint.
    package static func folders(in files: OldFiles) -> [SourcePath] {
        let names = Set(["_config.yml"] + HugoConfiguration.names)
        let found = files.paths.filter { names.contains($0.name) && !$0.folder.string.isEmpty }
        return Set(
            found.map { path in
                path.folder.string.hasSuffix("config/_default")
                    ? path.folder.folder.folder : path.folder
            }
        ).sorted()
    }
}
