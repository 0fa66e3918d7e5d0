import Addresses
import Diagnostics
import Templates
import Text

/// What is wrong with the files of a theme, whatever they say.
enum ThemeFileCheck {
    /// An error for each layout, partial and TOML file that is not UTF-8, at its first such byte:
    /// layouts are written into pages byte for byte. O(bytes).
    static func encoding(of files: [ThemeFile]) -> [Diagnostic] {
        files.filter { $0.isTemplate || $0.isLookedUpByKey }.compactMap { file in
            guard let offset = UTF8Check.firstInvalid(in: file.bytes[...]) else { return nil }
            let byte = String(file.bytes[offset], radix: 16, uppercase: true)
            return .error(
                .themeInvalidUTF8, "the file must be UTF-8, and the byte 0x\(byte) is none of it",
                at: Place(file: file.source, range: offset..<offset + 1),
                fixes: [Diagnostic.Fix("save the file as UTF-8")])
        }
    }

    private static let folders = ["layouts", "partials", "assets", "strings"]

    /// A warning for each file of the site's `theme/` and of the theme that it names that no page
    /// can show. Those of themes below it do not concern it; nor do files beside the
    /// folders of a theme, such as a README.
    static func unused(
        _ files: [ThemeFile], _ library: TemplateLibrary, _ assets: [ThemeAsset]
    ) -> [Diagnostic] {
        let published = Set(
            assets.filter { library.usedFields.contains($0.recordField) }
                .map { "assets/" + $0.name } + ["assets/" + ThemeAsset.redirectScript])
        return files.filter { !$0.isInherited }.compactMap { file in
            if file.isTemplate {
                return library.usedTemplates.contains(file.templateName)
                    ? nil : unusedTemplate(file)
            }
            guard let slash = file.path.firstIndex(of: "/") else { return nil }
            let folder = String(file.path[..<slash])
            switch folder {
            case "assets": return published.contains(file.path) ? nil : unusedAsset(file)
            case "strings":
                return file.isOfStrings
                    ? nil : unused(file, "words are in files such as 'strings/en.toml'")
            case "layouts", "partials":
                let name = String(file.path.prefix { $0 != "." })
                return unused(file, "a template has the ending '.mustache': '\(name).mustache'")
            default:
                return nearestName(to: folder, in: folders).map {
                    unused(file, "did you mean the folder '\($0)'?")
                }
            }
        }
    }

    private static func unusedTemplate(_ file: ThemeFile) -> Diagnostic {
        let layouts = Theme.layouts.map { "layouts/" + $0 }
        if let nearest = nearestName(to: file.templateName, in: layouts, within: 2) {
            return unused(file, "did you mean '\(nearest).mustache'?")
        }
        return unused(file, "take it in with '{{> \(file.templateName)}}', or remove it")
    }

    private static func unusedAsset(_ file: ThemeFile) -> Diagnostic {
        let field = ThemeAsset(file).recordField
        return unused(
            file, "link to it with '{{\(field).href}}' in a layout, or put it into 'static/'")
    }

    private static func unused(_ file: ThemeFile, _ hint: String) -> Diagnostic {
        .warning(
            .themeUnusedFile, "no page shows '\(file.path)'", at: Place(file: file.source),
            explanation: "No layout takes it in or links to it.", fixes: [Diagnostic.Fix(hint)])
    }
}
