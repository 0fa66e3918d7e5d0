import Addresses
import Content
import Diagnostics
import Rendering
import Text

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
        let changed = ejected.diagnostics(
            own: own, originals: originals, file: SiteFiles.ejected)
        return (own.over(originals), problems + changed)
    }

    /// The files of the theme without the site's own over them.
    func originals() throws -> ([ThemeFile], [Diagnostic]) {
        var files: [ThemeFile] = []
        var requested: RequestedTheme? = RequestedTheme(
            name: configuration.build.theme, place: configuration.places["build.theme"])
        var seen: Set<String> = []
        while let next = requested {
            let own = try read(SiteFiles.themes.appending(next.name), isInherited: !seen.isEmpty)
            guard seen.insert(next.name).inserted else {
                return (files, [endless(next)])
            }
            if own.isEmpty {
                guard next.name == ThemeFile.builtInName else {
                    return (files, [try unknown(next)])
                }
                break
            }
            files = files.over(own)
            requested = extended(own)
        }
        return (files.over(ThemeFile.builtIn), [])
    }

    /// A theme by its name, and where that is: in galley.toml, or in another's theme.toml.
    private struct RequestedTheme {
        let name: String
        let place: Place?
    }

    private func endless(_ theme: RequestedTheme) -> Diagnostic {
        .error(
            .themeUnknown, "the theme '\(theme.name)' extends itself", at: theme.place,
            fixes: [Diagnostic.Fix("extend '\(ThemeFile.builtInName)', or leave 'extends' out")])
    }

    private func unknown(_ theme: RequestedTheme) throws -> Diagnostic {
        let isFolder = folder.kind(of: SiteFiles.themes) == .folder
        let names = isFolder ? try folder.entries(of: SiteFiles.themes).map(\.name) : []
        let nearest = nearestName(to: theme.name, in: names + [ThemeFile.builtInName])
        return .error(
            .themeUnknown, "there is no theme '\(theme.name)'", at: theme.place,
            fixes: [
                Diagnostic.Fix(
                    nearest.map { "did you mean '\($0)'?" }
                        ?? """
                        put it into 'themes/', or use '\(ThemeFile.builtInName)', which galley brings
                        """)
            ])
    }

    /// `extends = "NAME"` of theme.toml; a fault in that file is reported when it is loaded.
    private func extended(_ files: [ThemeFile]) -> RequestedTheme? {
        guard let file = files.first(where: { $0.path == ThemeFile.settingsPath }),
            case let toml = readTOML(file.bytes, file: file.source),
            case .string(let name)? = toml.table["extends"]
        else { return nil }
        return RequestedTheme(name: name, place: toml.places["extends"] ?? Place(file: file.source))
    }

    /// All files below a folder of the site, sorted; none where it is not there.
    private func read(_ top: SourcePath, isInherited: Bool = false) throws -> [ThemeFile] {
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
                            bytes: try folder.read(path), isInherited: isInherited))
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
