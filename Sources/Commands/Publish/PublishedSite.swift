import Addresses
import Content
import Diagnostics
import Output
import Planning
import Publishing
import Rendering

/// A site as the publisher sees it: what galley wrote where, what guards ask about it, and what its
/// host has to know.
struct PublishedSite {
    private let site: Site
    private let folder: SiteFolder
    let facts: SiteFacts

    /// - Parameter diagnostics: of the build, for what guards count.
    init(
        _ site: Site, _ session: SiteSession, _ diagnostics: [Diagnostic]
    ) async throws {
        let folder = session.folder
        self.site = site
        self.folder = folder
        let library = site.library
        let ledger = try SiteLedger(site, of: folder)
        let ends = try await ledger.ends(of: session)
        let counts = FoundCounts(diagnostics)
        let drafts =
            library.posts.filter { $0.isDraft || $0.isFuture }.map(\.source)
            + library.pages.filter(\.isDraft).map(\.source)
        var sources: [OutputPath: SourcePath] = [:]
        for route in site.plan.routes {
            switch route.content {
            case .post(let index): sources[route.output] = library.posts[index].source
            case .page(let index): sources[route.output] = library.pages[index].source
            default: continue
            }
        }
        facts = SiteFacts(
            address: site.configuration.site.address,
            texts: library.posts.count + library.pages.count, drafts: drafts,
            brokenLinks: counts.brokenLinks, failedSnippets: counts.failedSnippets,
            ledger: ledger.committed, gone: ledger.comparison(ends)?.gone ?? [],
            ends: ends, sources: sources)
    }

    var address: SiteAddress { facts.address }

    var outputPath: String {
        BuildOutput(site: folder, configuration: site.configuration).path
    }

    /// Files that lie in the output because somebody put them there, and not by the site.
    var carriedOver: Set<OutputPath> {
        OutputFolder.carriedForHosts.subtracting(site.plan.routes.lazy.map(\.output))
    }

    /// What galley wrote each file as.
    var written: [OutputPath: WrittenKind] {
        var written: [OutputPath: WrittenKind] = [:]
        for route in site.plan.routes {
            switch route.content {
            case .post, .page, .home, .archive, .taxonomy, .term, .notFound, .search, .redirect:
                written[route.output] = .page
            case .feed(.json, _): written[route.output] = .jsonFeed
            case .feed: written[route.output] = .xmlFeed
            case .sitemap: written[route.output] = .sitemap
            case .robots: written[route.output] = .robots
            case .searchFile, .redirectScript, .asset, .themeAsset: continue
            }
        }
        return written
    }

    /// The files of redirects and headers for the target's host, and what there is to say of them.
    func hostFiles(
        for settings: PublishSettings.Target, _ reading: SiteReading
    ) -> ([SiteFile], [Diagnostic]) {
        guard let host = Host(rawValue: settings.host.rawValue) else { return ([], []) }
        var sources = reading.policySources
        sources.add(declared: site.declaredSources(for: settings))
        let policy = SecurityPolicy(sources)
        let redirects = site.plan.routes.compactMap { route -> (from: URLPath, to: URLPath)? in
            // Hosts compare without regard to case, and would send readers round in a circle.
            guard case .redirect(let target) = route.content, !route.isOtherSpelling else {
                return nil
            }
            return (route.path, target)
        }
        let rules = HostRules(
            site: address, redirects: redirects, policy: policy, tree: reading.tree)
        var diagnostics: [Diagnostic] = []
        if !policy.weaknesses.isEmpty {
            diagnostics.append(
                .warning(
                    .publishWeakPolicy,
                    "the Content-Security-Policy must allow inline code, for pages have "
                        + policy.weaknesses.joined(separator: " and "),
                    explanation: "Raw HTML of an article, or the theme, brings them.",
                    fixes: [.init("move them into a file of the theme's assets")]))
        }
        if let address = sources.unnamed.min() {
            let others = sources.unnamed.count - 1
            diagnostics.append(
                .warning(
                    .publishUnnamedHost,
                    "the Content-Security-Policy cannot name the host of '\(address)'"
                        + (others > 0 ? " and of \(others) more" : ""),
                    explanation: "Browsers load nothing from there.",
                    fixes: [.init("correct the address")]))
        }
        if let length = rules.longestHeader(for: host), length > HostRules.longestLine {
            diagnostics.append(
                .warning(
                    .publishLongHeader,
                    "the Content-Security-Policy makes a line of \(length) characters, over the "
                        + "\(HostRules.longestLine) that hosts read",
                    explanation:
                        "It names every host that pages load from, and every inline script.",
                    fixes: [
                        .init("keep pictures and scripts on the site itself"),
                        .init("move inline scripts and styles into files"),
                    ]))
        }
        if host == .cloudflare, redirects.count > 2000 {
            diagnostics.append(
                .warning(
                    .publishHostLimit,
                    "Cloudflare Pages reads 2,000 redirects, and the site has \(redirects.count)",
                    explanation: "The pages that galley writes for the rest send readers on too."))
        }
        return (rules.files(for: host), diagnostics)
    }
}

extension Site {
    /// What the theme and galley.toml declare for the policy of a target, by directive.
    func declaredSources(for settings: PublishSettings.Target) -> [String: Set<String>] {
        var declared = theme.policy
        declared.add(configuration.policy)
        declared.add(settings.policy)
        return Dictionary(
            declared.sources.map { ($0.key.name, $0.value) }, uniquingKeysWith: { $0.union($1) })
    }
}

extension Diagnostic.ID {
    static let publishLongHeader = Diagnostic.ID("publish/long-header")
    static let publishWeakPolicy = Diagnostic.ID("publish/weak-policy")
    static let publishUnnamedHost = Diagnostic.ID("publish/unnamed-host")
    static let publishHostLimit = Diagnostic.ID("publish/host-limit")
}
