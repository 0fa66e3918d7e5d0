import Addresses
import Content
import Diagnostics
import Foundation
import Languages
import Rendering
import Snippets
import Text

/// What a site's configuration means for the checking of its snippets.
struct SnippetSetup: Sendable {
    let settings: SnippetSettings
    let diagnostics: [Diagnostic]
    /// The baseline's file, under the site's folder or absolute; nil: there is none.
    let baselineFile: SourcePath?
    /// What it holds; nil where it is not there.
    let baselineText: [UInt8]?

    /// - Parameter baseline: the file that `--baseline` names, over the configured one.
    init(_ folder: SiteFolder, _ configuration: Configuration, baseline: String? = nil) {
        let snippets = configuration.snippets
        var settings = SnippetSettings()
        var diagnostics: [Diagnostic] = []
        func refuse(_ key: String, _ summary: String, nearest: String?) {
            diagnostics.append(
                .error(
                    .configurationBadValue, summary, at: configuration.places["snippets." + key],
                    fixes: nearest.map { [.init("did you mean '\($0)'?")] } ?? []))
        }
        let (defaults, unknown) = SnippetDefaults.of(snippets.wishes)
        settings.defaults = defaults
        for name in unknown {
            refuse(
                name, "'snippets.\(name)' is the name of no language",
                nearest: Language.nearest(to: name))
        }
        for name in snippets.require {
            if let language = Language.named(name) {
                settings.required.insert(language.name)
            } else {
                refuse(
                    "require", "'\(name)' in 'snippets.require' is the name of no language",
                    nearest: Language.nearest(to: name))
            }
        }
        settings.tools = snippets.tools
        let known = Tool.all.map(\.name)
        for name in snippets.tools.keys.sorted() where !known.contains(name) {
            if Tool.retired.contains(name) {
                diagnostics.append(
                    .warning(
                        .configurationBadValue,
                        "'snippets.tools.\(name)' has no effect: galley reads its language itself",
                        at: configuration.places["snippets.tools.\(name)"],
                        fixes: [.init("remove the line")]))
                continue
            }
            refuse(
                "tools.\(name)", "'snippets.tools.\(name)' is the name of no tool",
                nearest: nearestName(to: name, in: known))
        }
        let file = baseline ?? (snippets.baseline.isEmpty ? nil : snippets.baseline)
        baselineFile = file.map { SourcePath($0) }
        baselineText = baselineFile.flatMap { file in
            FileManager.default.contents(atPath: Self.path(of: file, in: folder)).map(Array.init)
        }
        if let file = baselineFile, let bytes = baselineText {
            settings.baseline = Baseline(bytes)
            if settings.baseline == nil {
                diagnostics.append(
                    .error(
                        .snippetBaselineUnreadable, "'\(file)' is not a galley baseline file",
                        at: Place(file: file),
                        explanation: "galley check --write-baseline does not overwrite it.",
                        fixes: [
                            .init(
                                "name another file, with --baseline or 'baseline' under [snippets]"),
                            .init("remove it, and run galley check --write-baseline"),
                        ]))
            }
        }
        self.settings = settings
        self.diagnostics = diagnostics
    }

    /// Where a baseline lies: an absolute path is taken as it is.
    static func path(of file: SourcePath, in folder: SiteFolder) -> String {
        file.string.hasPrefix("/") ? file.string : folder.absolute(file)
    }

    /// The verdicts of a build that runs no tool.
    func cachedVerdicts(of folder: SiteFolder) -> SnippetVerdicts {
        let cache = Self.cache(of: folder)
        let toolbox = Toolbox(overrides: settings.tools, versions: cache.versions)
        let judge = SnippetJudge(
            toolbox: toolbox, answers: cache.answers, baseline: settings.baseline)
        let examiner = SnippetExaminer(settings, hasDigests: settings.baseline != nil)
        return .cached(examiner, judge)
    }

    /// Changes when verdicts may have changed though content and configuration did not.
    func identity(of folder: SiteFolder) -> String {
        let baseline = settings.baseline.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        let tools = Toolbox(overrides: settings.tools).identity
        return [Self.cache(of: folder).identity, tools, baseline].joined(separator: "\u{0}")
    }

    /// Where tools' words are kept between runs.
    static func cache(of folder: SiteFolder) -> VerdictCache {
        VerdictCache(folder: folder.absolute(SiteFiles.state.appending("cache")))
    }
}

extension Diagnostic.ID {
    static let snippetBaselineUnreadable = Diagnostic.ID("snippet/baseline-unreadable")
    static let snippetToolMissing = Diagnostic.ID("snippet/tool-missing")
}
