import Addresses
import Content
import Diagnostics
import Rendering

/// Finds a theme's files: the site's `theme/`, its `themes/NAME/`, the theme that one extends, and
/// the theme inside the program. A site overrides one file by having it.
struct ThemeFiles {
    let folder: SiteFolder
    let configuration: Configuration

    /// All files by their path in the theme, or an error where no such theme is; and a warning for
    /// each file that the site took from the theme, where the theme's own has changed since.
    func look() throws -> ([ThemeFile], [Diagnostic]) {
        let own = try read(SiteFiles.themeOverrides)
        let (originals, problems) = try originals()
        let hasRecord = folder.kind(of: SiteFiles.ejected) == .file
        let ejected = EjectedFiles(hasRecord ? try folder.read(SiteFiles.ejected) : [])
        let changed = ejected.diagnostics(own: own, originals: originals)
        return (own.over(originals), problems + changed)
    }

    /// The files of the theme without the site's own over them.
    func originals() throws -> ([ThemeFile], [Diagnostic]) {
        var files: [ThemeFile] = []
        var name: String? = configuration.build.theme
        var seen: Set<String> = []
        while let next = name {
            let own = try read(SiteFiles.themes.appending(next))
            guard seen.insert(next).inserted else {
                return (files, [unknown("the theme '\(next)' extends itself")])
            }
            if own.isEmpty {
                guard next == ThemeFile.builtInName else {
                    return (files, [unknown("there is no theme '\(next)'")])
                }
                break
            }
            files = files.over(own)
            name = extended(own)
        }
        return (files.over(ThemeFile.builtIn), [])
    }

    private func unknown(_ summary: String) -> Diagnostic {
        .error(
            .themeUnknown, summary, at: configuration.places["build.theme"],
            fixes: [
                Diagnostic.Fix(
                    "put it into 'themes/', or use '\(ThemeFile.builtInName)', which galley brings")
            ])
    }

    /// `extends = "NAME"` of theme.toml; a fault in that file is reported when it is loaded.
    private func extended(_ files: [ThemeFile]) -> String? {
        guard let file = files.first(where: { $0.path == "theme.toml" }),
            case .string(let name)? = readTOML(file.bytes, file: file.source).table["extends"]
        else { return nil }
        return name
    }

    /// All files below a folder of the site, sorted; none where it is not there.
    private func read(_ top: SourcePath) throws -> [ThemeFile] {
        guard folder.kind(of: top) == .folder else { return [] }
        var files: [ThemeFile] = []
        var waiting = [top]
        while let next = waiting.popLast() {
            for entry in try folder.entries(of: next) where !entry.name.hasPrefix(".") {
                let path = next.appending(entry.name)
                switch folder.kind(of: path) {
                case .folder where entry.kind == .folder: waiting.append(path)
                case .file:
                    files.append(
                        ThemeFile(
                            path: path.relative(to: top) ?? "", source: path,
                            bytes: try folder.read(path)))
                default: continue
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }
}

extension Diagnostic.ID {
    static let themeUnknown = Diagnostic.ID("theme/unknown")
}
