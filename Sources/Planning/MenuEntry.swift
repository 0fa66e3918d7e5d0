import Addresses
import Content
import Diagnostics

/// One entry of the navigation.
package struct MenuEntry: Sendable, Hashable {
    package let name: String
    package let target: LinkTarget

    package init(name: String, target: LinkTarget) {
        self.name = name
        self.target = target
    }

    /// The links of `[[menu]]`, with a warning for each that leads nowhere; nil where the site
    /// leaves the navigation to the theme.
    static func entries(
        _ configuration: Configuration, _ links: SiteLinks
    ) -> ([MenuEntry]?, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let entries = configuration.menu?.enumerated().compactMap { index, item -> MenuEntry? in
            if let scheme = LinkScheme.unsafe(in: item.url) {
                diagnostics.append(unsafe(scheme, item, configuration.places["menu.\(index).url"]))
                return nil
            }
            let target = links.resolve(item.url, from: SourcePath(""), at: .root)
            if case .missing(let path, let nearest) = target {
                let places = configuration.places
                diagnostics.append(
                    .warning(
                        .planMenuLink,
                        "The menu's '\(item.name)' leads to '\(path)', "
                            + "where the site has nothing",
                        at: places["menu.\(index).url"] ?? places["menu.\(index)"]
                            ?? places["menu"],
                        fixes: nearest.map { [Diagnostic.Fix("did you mean '\($0)'?")] } ?? []))
            }
            return MenuEntry(name: item.name, target: target)
        }
        return (entries, diagnostics)
    }

    private static func unsafe(
        _ scheme: String, _ item: Configuration.MenuItem, _ place: Place?
    ) -> Diagnostic {
        .warning(
            .planMenuLink,
            "The menu's '\(item.name)' must not be an address that begins with '\(scheme):'",
            at: place,
            explanation: "It would run code or open a file of the reader, so it is left out.",
            fixes: [.init("Write a path of the site or an address with https")])
    }
}

extension Diagnostic.ID {
    package static let planMenuLink = Diagnostic.ID("plan/menu-link")
}
