import Addresses
import Diagnostics
import Markdown

/// What several keys of a table say together, and what a single one must be beyond its type.
extension ConfigurationSection {
    mutating func finish(_ site: inout Configuration.Site) {
        if site.title.isEmpty, case .string? = values["title"] {
            refuse("title", "'site.title' must not be empty")
        }
        let language = LanguageTag(site.language)
        if !language.isWritten {
            refuse(
                "language",
                "'site.language' must be a language tag such as 'zh-CN', not '\(site.language)'",
                nearest: language.meant)
        }
    }

    mutating func check(_ build: Configuration.Build) {
        checkOutput(of: build)
        if build.theme.isEmpty || build.theme.contains("/") || build.theme.hasPrefix(".") {
            refuse(
                "theme", "'build.theme' must be the name of a theme, not '\(build.theme)'",
                id: .configurationBadPath, explanation: "Themes are in themes/NAME.")
        }
    }

    /// The output is exchanged whole, so it must not hold the site or its content.
    private mutating func checkOutput(of build: Configuration.Build) {
        let parts = build.output.split(separator: "/").filter { $0 != "." }
        let isAbsolute = build.output.hasPrefix("/")
        let output = SourcePath(parts.joined(separator: "/"))
        let holdsSite = parts.isEmpty || !isAbsolute && parts.allSatisfy { $0 == ".." }
        let holdsContent = !isAbsolute && build.content.isInside(output)
        let isInContent =
            !isAbsolute && !build.content.string.isEmpty && output.isInside(build.content)
        if holdsSite || holdsContent || isInContent {
            refuse(
                "output", "'build.output' must be a folder of its own, not '\(build.output)'",
                id: .configurationBadPath,
                explanation: "A build exchanges the whole folder for the new one.")
        }
    }

    mutating func check(_ settings: Configuration.DiagnosticSettings) {
        if !settings.baseline.isEmpty { _ = inner(settings.baseline, "baseline") }
        if !settings.manual.isEmpty, SiteAddress(settings.manual) == nil {
            refuse("manual", "'diagnostics.manual' must be an absolute http or https URL")
        }
    }

    mutating func finish(_ snippets: inout Configuration.Snippets) {
        readLanguages(into: &snippets.levels, except: ["tools"])
        if !snippets.baseline.isEmpty { _ = inner(snippets.baseline, "baseline") }
    }
}
