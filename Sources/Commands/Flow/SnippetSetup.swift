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
    /// The address of the page that explains ids; empty: not known.
    let manual: String
    /// What is known of the site, its snippets among it.
    let baseline: BaselineFile

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
        let (defaults, unknown) = SnippetDefaults.of(snippets.levels)
        settings.defaults = defaults
        for name in unknown {
            let isUnlabelled = name == snippets.levels.unlabelled
            refuse(
                isUnlabelled ? "unlabelled" : name,
                isUnlabelled
                    ? "'\(name)' in 'snippets.unlabelled' is the name of no language"
                    : "'snippets.\(name)' is the name of no language",
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
        self.baseline = BaselineFile(folder, configuration, named: baseline)
        self.settings = settings
        manual = configuration.diagnostics.manual
        self.diagnostics = diagnostics + self.baseline.diagnostics
    }

    /// Changes when verdicts may have changed though content and configuration did not.
    func identity(of folder: SiteFolder) -> String {
        let baseline = String(decoding: self.baseline.text ?? [], as: UTF8.self)
        let tools = Toolbox(overrides: settings.tools).identity
        return [Self.cache(of: folder).identity, tools, baseline].joined(separator: "\u{0}")
    }

    /// Where tools' words are kept between runs.
    static func cache(of folder: SiteFolder) -> VerdictCache {
        VerdictCache(folder: folder.absolute(SiteFiles.state.appending("cache")))
    }
}

extension Diagnostic.ID {
    static let snippetToolMissing = Diagnostic.ID("snippet/tool-missing")
}
