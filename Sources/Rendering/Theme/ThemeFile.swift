import Addresses
import CTheme

/// One file of a theme.
package struct ThemeFile: Sendable {
    /// Below the theme's folder: `layouts/post.mustache`.
    package let path: String
    /// Where it was read, as diagnostics show it.
    package let source: SourcePath
    package let bytes: [UInt8]
    /// Whether it comes from a theme that the site's theme extends, which has more than one needs.
    let isInherited: Bool

    package init(path: String, source: SourcePath, bytes: [UInt8], isInherited: Bool = false) {
        self.path = path
        self.source = source
        self.bytes = bytes
        self.isInherited = isInherited
    }

    /// The theme `paper` as it ships inside the program, sorted by path.
    package static let builtIn: [ThemeFile] = {
        // The C side's table is constant data with the lifetime of the program.
        guard let files = theme_files() else { return [] }
        return (0..<theme_file_count()).map { index in
            let file = files[index]
            let path = file.path.map { String(cString: $0) } ?? ""
            return ThemeFile(
                path: path, source: SourcePath("paper/" + path),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)),
                isInherited: true)
        }
    }()

    /// Whether it holds words: `strings/zh-CN.toml`.
    var isOfStrings: Bool { path.hasPrefix("strings/") && path.hasSuffix(".toml") }

    /// Whether the files of this path of all themes count, each key on its own: words and
    /// parameters.
    var isLookedUpByKey: Bool { isOfStrings || path == Self.settingsPath }

    /// Whether it is a layout or a partial.
    var isTemplate: Bool { path.hasSuffix(Self.templateEnding) }

    /// What `{{> NAME}}` calls it: its path without `.mustache`.
    var templateName: String {
        isTemplate ? String(path.dropLast(Self.templateEnding.count)) : path
    }

    private static let templateEnding = ".mustache"

    /// What a theme says of itself.
    package static let settingsPath = "theme.toml"

    /// The name of the theme inside the program.
    package static let builtInName = "paper"
}

extension [ThemeFile] {
    /// The files of this theme with those of `base` that it does not have itself.
    ///
    /// Words and parameters are looked up one by one, so the files of `strings/` and theme.toml are
    /// kept of both, own ones first.
    package func over(_ base: [ThemeFile]) -> [ThemeFile] {
        let own = Set(map(\.path))
        return self + base.filter { !own.contains($0.path) || $0.isLookedUpByKey }
    }
}
