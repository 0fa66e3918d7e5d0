import Addresses
import Content
import Diagnostics

extension RouteTable {
    /// Adds the redirects of `[redirects]`, after everything else has its address; returns a warning
    /// for each that cannot be one.
    mutating func addRedirects(_ configuration: Configuration) -> [Diagnostic] {
        let site = configuration.site.address
        var diagnostics: [Diagnostic] = []
        for (old, new) in configuration.redirects.sorted(by: { $0.key < $1.key }) {
            let reason: String
            switch (WrittenAddress(old, site), target(new, site)) {
            case (.path(let from), let to?):
                if content(at: to) == nil {
                    reason = "leads to '\(to)', where this site has nothing"
                } else if from == to || !add(ifFree: Route(from, .redirect(to: to))) {
                    reason = "is at an address that the site itself has"
                } else {
                    continue
                }
            case (.path, nil): reason = "must lead to a path of this site, not '\(new)'"
            case (.notAFile, _): reason = "has a query or a fragment, which no file can have"
            case (.elsewhere, _): reason = "must be a path of this site"
            }
            diagnostics.append(
                .warning(
                    .planBadRedirect, "The redirect '\(old)' \(reason)",
                    at: configuration.places["redirects.\(old)"],
                    fixes: [.init("correct it, or remove the line")]))
        }
        return diagnostics
    }

    /// The path as written, which may name a file; nil: it is not one of this site.
    private func target(_ text: String, _ site: SiteAddress) -> URLPath? {
        let path = URLPath(text)
        if text.hasPrefix("/"), content(at: path) != nil { return path }
        guard case .path(let path) = WrittenAddress(text, site) else { return nil }
        return path
    }
}

extension Diagnostic.ID {
    package static let planBadRedirect = Diagnostic.ID("plan/bad-redirect")
}
