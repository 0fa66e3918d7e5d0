import Addresses
import Content
import Crypto
import Diagnostics
import Templates
import Text

/// How the site looks: layouts ready to be rendered, words in the site's language, assets.
package struct Theme: Sendable {
    let library: TemplateLibrary
    /// What its layouts were checked by.
    let schema: TemplateSchema
    let strings: ThemeStrings
    let stringsValue: TemplateValue
    /// `theme` as layouts see it: the theme's default parameters under the site's own values.
    let parameters: TemplateValue
    let showContents: Bool
    let contentsMinimum: Int
    /// Those that some layout links to, under their digest-named addresses, in the order of
    /// ``assetPaths``. Nobody can link to another, whose address holds a digest.
    package let assets: [ThemeAsset]
    /// All of them, as layouts see them.
    let allAssets: [ThemeAsset]

    /// What a Content-Security-Policy must allow for the parameters that are set.
    package let policy: PolicyAdditions

    /// The ids that its layouts give to elements, but for those with tags of templates in them.
    package let elementIDs: Set<String>

    /// The script of redirect pages, which keeps the fragment of an address.
    package let redirectScript: [UInt8]

    /// The addresses that the plan must know.
    package var assetPaths: [URLPath] { assets.map(\.path) }

    /// Layouts that a theme must have; each is rendered with the root record.
    static let layouts = [
        "home", "post", "page", "archive", "term", "taxonomy", "search", "404", "redirect",
    ]

    /// Puts a theme together from its files, looked up already.
    ///
    /// - Parameters:
    ///   - files: the site's own over the theme's over those of the theme it extends.
    ///   - language: BCP 47; `zh-CN`, then `zh`, then any of that language, then `en`.
    ///   - parameters: `[theme.params]`, checked against theme.toml by name and type.
    ///   - place: where a key of galley.toml is.
    /// - Returns: nil where an error affects every page.
    package static func load(
        _ files: [ThemeFile], language: String, parameters: [String: Value],
        place: (String) -> Place?
    ) -> (Theme?, [Diagnostic]) {
        // Without its parameters every layout would be wrong, and nothing else is.
        if !files.contains(where: { $0.path == ThemeFile.settingsPath }) {
            return (nil, [.error(.themeMissingFile, "the theme has no 'theme.toml'")])
        }
        var diagnostics = ThemeFileCheck.encoding(of: files) + checkSettings(files)
        let strings = loadStrings(files, language, &diagnostics)
        let values = loadParameters(files, parameters, place, &diagnostics)
        let policy = loadPolicy(files, values, &diagnostics)
        let sources = files.filter(\.isTemplate).map { file in
            TemplateSource(
                name: file.templateName, file: file.source.string, bytes: file.bytes)
        }
        let redirectScript = files.first { $0.path == "assets/" + ThemeAsset.redirectScript }
        let assets = files.filter {
            $0.path.hasPrefix("assets/") && $0.path != redirectScript?.path
        }
        .map(ThemeAsset.init)
        let schema = schema(strings, ThemeParameters(values), assets)
        let (library, problems) = TemplateLibrary.load(
            sources,
            layouts: layouts.map { TemplateLayout("layouts/" + $0, root: .record(RootField.self)) },
            schema: schema)
        diagnostics += problems.map(diagnostic)
        if diagnostics.hasErrors { return (nil, diagnostics) }
        diagnostics += ThemeFileCheck.unused(files, library, assets)
        let theme = Theme(
            library: library, schema: schema, strings: strings, stringsValue: strings.value,
            parameters: ThemeParameters(values).value,
            showContents: values["toc"] != .boolean(false),
            contentsMinimum: values["toc_minimum"].flatMap(integer) ?? 3,
            assets: assets.filter { library.usedFields.contains($0.recordField) },
            allAssets: assets, policy: policy,
            elementIDs: ElementIDs.all(in: files.filter(\.isTemplate)),
            redirectScript: redirectScript?.bytes ?? [])
        return (theme, diagnostics)
    }

    /// Every record that layouts may meet.
    static func schema(
        _ strings: ThemeStrings, _ parameters: ThemeParameters, _ assets: [ThemeAsset]
    ) -> TemplateSchema {
        TemplateSchema(
            [
                TemplateRecordType(RootField.self), TemplateRecordType(SiteField.self),
                TemplateRecordType(AssetField.self), TemplateRecordType(IconField.self),
                TemplateRecordType(FeedField.self),
                TemplateRecordType(SearchField.self), TemplateRecordType(ImageField.self),
                TemplateRecordType(MenuField.self), TemplateRecordType(PageField.self),
                TemplateRecordType(ListField.self), TemplateRecordType(PostField.self),
                TemplateRecordType(DateField.self), TemplateRecordType(CrumbsField.self),
                TemplateRecordType(TermField.self), TemplateRecordType(YearField.self),
                TemplateRecordType(ContentsField.self), TemplateRecordType(OriginalField.self),
                TemplateRecordType(AuthorField.self),
                TemplateRecordType(LinkField.self), TemplateRecordType(PagerField.self),
                TemplateRecordType(RedirectField.self), strings.recordType,
                ThemeAsset.recordType(assets), TemplateRecordType(SeriesPostField.self),
            ] + parameters.recordTypes)
    }

    private static func diagnostic(_ problem: TemplateProblem) -> Diagnostic {
        let place = Place(file: SourcePath(problem.file), range: problem.range)
        return Diagnostic(
            problem.severity == .error ? .error : .warning, .themeTemplate, problem.message,
            at: place, explanation: problem.layout.map { "while putting '\($0)' together" },
            fixes: problem.hint.map { [Diagnostic.Fix($0)] } ?? [])
    }
}

extension Diagnostic.ID {
    package static let themeTemplate = Diagnostic.ID("theme/template")
    package static let themeMissingFile = Diagnostic.ID("theme/missing-file")
    package static let themeStrings = Diagnostic.ID("theme/strings")
    package static let themeParameter = Diagnostic.ID("theme/parameter")
    package static let themeUnknownKey = Diagnostic.ID("theme/unknown-key")
    package static let themeInvalidUTF8 = Diagnostic.ID("theme/invalid-utf8")
    package static let themeUnusedFile = Diagnostic.ID("theme/unused-file")
}
