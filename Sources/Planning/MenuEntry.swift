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

    /// The links of `[[menu]]`, with a warning for each broken one; nil if the theme determines the
    /// navigation.
    static func entries(
        _ configuration: Configuration, _ links: SiteLinks
    ) -> ([MenuEntry]?, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let entries = configuration.menu?.enumerated().compactMap { index, item -> MenuEntry? in
            if let scheme = LinkScheme.unsafe(in: item.url) {
                diagnostics.append(unsafe(scheme, item, configuration.places["menu.\(index).url"]))
                return nil
            }
            let site = SourcePath("")
            let target = links.target(of: item.url, from: site, at: .root)
            if let mistake = links.mistake(in: item.url, leadingTo: target, from: site, at: .root) {
                let places = configuration.places
                let place = places["menu.\(index).url"] ?? places["menu.\(index)"] ?? places["menu"]
                diagnostics.append(wrong(mistake, item, target, place))
            }
            return MenuEntry(name: item.name, target: target)
        }
        return (entries, diagnostics)
    }

    private static func wrong(
        _ mistake: LinkMistake, _ item: Configuration.MenuItem, _ target: LinkTarget,
        _ place: Place?
    ) -> Diagnostic {
        var path = item.url
        if case .missing(let wanted, _) = target { path = wanted }
        let nothing = "The menu's '\(item.name)' leads to '\(path)', where the site has nothing"
        switch mistake {
        case .unpublished(let found):
            return .warning(
                .planMenuLink, "The menu's '\(item.name)' leads to \(found.words)", at: place,
                notes: [.init("it is here", at: Place(file: found.cause.source))],
                fixes: [.init(found.fix)])
        case .localPath(let meant), .localAddress(let meant, _):
            return .warning(
                .planMenuLink,
                "The menu's '\(item.name)' leads to the author's own computer", at: place,
                fixes: meant.map { [.init("write '\($0)'")] } ?? [])
        case .letterCase(let meant), .sourceFolder(let meant), .backslash(let meant?):
            return .warning(
                .planMenuLink, nothing, at: place, fixes: [.init("write '\(meant)'")])
        case .missing(let nearest):
            return .warning(
                .planMenuLink, nothing, at: place,
                fixes: nearest.map { [.init("did you mean '\($0)'?")] } ?? [])
        case .backslash(nil):
            return .warning(
                .planMenuLink, nothing, at: place,
                fixes: [.init("write '/' between the parts of the address")])
        }
    }

    private static func unsafe(
        _ scheme: String, _ item: Configuration.MenuItem, _ place: Place?
    ) -> Diagnostic {
        .warning(
            .planMenuLink,
            "The menu's '\(item.name)' must not be an address that begins with '\(scheme):'",
            at: place,
            explanation: "It would run code or open a file of the reader, so it is left out.",
            fixes: [.init("write a path of the site or an address with https")])
    }
}

extension Diagnostic.ID {
    package static let planMenuLink = Diagnostic.ID("plan/menu-link")
}
