import Content
import Diagnostics
import Languages
import Snippets

extension SnippetDefaults {
    /// What `[snippets]` of galley.toml or of front matter sets, under the languages' one names; and
    /// the names that are of no language.
    package static func of(_ levels: CheckLevels) -> (SnippetDefaults, unknown: [String]) {
        var defaults = SnippetDefaults()
        var unknown: [String] = []
        defaults.all = Setting(levels.all)
        switch levels.unlabelled {
        case "": break
        case "guess": defaults.unlabelled = .guess
        default:
            if let language = Language.named(levels.unlabelled) {
                defaults.unlabelled = .language(language)
            } else {
                unknown.append(levels.unlabelled)
            }
        }
        for name in levels.languages.keys.sorted() {
            guard let language = Language.named(name) else {
                unknown.append(name)
                continue
            }
            defaults.languages[language.name] = levels.languages[name].flatMap { Setting($0) }
        }
        return (defaults, unknown)
    }

    /// What a text's front matter sets.
    package static func of(_ head: FrontMatter) -> (SnippetDefaults, [Diagnostic]) {
        guard let levels = head.snippets else { return (SnippetDefaults(), []) }
        let (defaults, unknown) = of(levels)
        let diagnostics = unknown.map { name in
            Diagnostic.warning(
                .snippetUnknownDefault, "'\(name)' in 'snippets' is the name of no language",
                at: head.places["snippets"],
                fixes: Language.nearest(to: name).map { [.init("did you mean '\($0)'?")] } ?? [])
        }
        return (defaults, diagnostics)
    }
}

extension SnippetDefaults.Setting {
    fileprivate init?(_ setting: CheckLevels.Setting) {
        switch setting.level {
        case .shape?: self = .level(.shape)
        case .parse?: self = .level(.parse)
        case .types?: self = .level(.types)
        case .run?: self = .level(.run)
        case .skip?: self = .skip(setting.reason)
        case nil: return nil
        }
    }
}

extension Diagnostic.ID {
    package static let snippetUnknownDefault = Diagnostic.ID("snippet/unknown-default")
}
