import Addresses
import Content
import Preview

/// Which parts of a site have to be read again after some files changed.
struct TouchedParts: Sendable, Hashable {
    /// galley.toml or the baseline, and with it everything.
    var configuration = false
    var theme = false
    /// Files came or went.
    var list = false
    /// Texts and assets that are known and may have other bytes.
    var texts: Set<SourcePath> = []
    var assets: Set<SourcePath> = []

    var isEmpty: Bool {
        !configuration && !theme && !list && texts.isEmpty && assets.isEmpty
    }

    static let everything: TouchedParts = {
        var parts = TouchedParts()
        parts.configuration = true
        return parts
    }()

    init() {}

    /// - Parameters:
    ///   - configuration: nil while it is missing: then everything may matter.
    ///   - isFile: whether a file is at a path now.
    init(
        _ changes: FileChanges, _ configuration: Configuration?, _ files: LoadedFiles,
        isFile: (SourcePath) -> Bool
    ) {
        guard !changes.isEverything, let configuration else {
            self.configuration = true
            return
        }
        let assets = Set(files.list.assets + files.list.statics)
        for path in changes.paths {
            if path == SiteFiles.configuration
                || path == BaselineFile.path(configuration.diagnostics)
            {
                self.configuration = true
            } else if path.isInside(SiteFiles.themes) || path.isInside(SiteFiles.themeOverrides) {
                theme = true
            } else if path.isHTML, path.isInside(configuration.build.content) {
                // Its front matter decides whether it is a text or a file.
                list = true
                self.texts.insert(path)
            } else if files.isKnown(path), isFile(path) {
                self.texts.insert(path)
            } else if assets.contains(path), isFile(path) {
                self.assets.insert(path)
            } else if path.isInside(configuration.build.content)
                || path.isInside(SourcePath("static"))
            {
                list = true
                self.texts.insert(path)
            }
        }
    }
}
