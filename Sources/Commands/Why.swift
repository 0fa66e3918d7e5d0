import Addresses
import Content
import Foundation
import Planning
import Rendering
import Text

/// Answers for an address what makes it, and for a source file what it makes or why nothing.
struct Why {
    let site: Site
    let folder: SiteFolder

    struct Answer {
        let text: String
        let isFound: Bool
        /// The file whose diagnostics say more.
        var brokenSource: SourcePath?
    }

    func answer(_ subject: String) -> Answer {
        let paths = paths(of: subject)
        if let route = paths.lazy.compactMap(site.plan.route).first {
            return Answer(text: describe(route), isFound: true)
        }
        for source in sources(subject) {
            if let answer = answer(source: source) { return answer }
        }
        if let found = paths.lazy.compactMap(site.plan.links.unpublished).first {
            return answer(found)
        }
        return unknown(subject)
    }

    /// The text that makes an address, which may be one that leads on to the text's own.
    func source(at subject: String) -> SourcePath? {
        guard let route = paths(of: subject).lazy.compactMap(site.plan.route).first else {
            return nil
        }
        return text(of: route)
    }

    private func text(of route: Route) -> SourcePath? {
        switch route.content {
        case .post(let index): site.library.posts[index].source
        case .page(let index): site.library.pages[index].source
        case .redirect(let target): site.plan.route(at: target).flatMap(text)
        default: nil
        }
    }

    /// The paths of the site that a URL, a path with or without base path, or a file of the output may
    /// mean.
    private func paths(of subject: String) -> [URLPath] {
        let address = site.configuration.site.address
        let bare = String(subject.prefix { $0 != "#" && $0 != "?" })
        var paths: [URLPath] = []
        if bare.contains("://") {
            if let path = address.path(ofAbsolute: bare) { paths.append(path) }
        } else if let decoded = PercentCoding.decode(bare) {
            if decoded.hasPrefix("/") {
                paths.append(URLPath(decoded))
                if (decoded + "/").hasPrefix(address.basePath) {
                    paths.append(URLPath(String(decoded.dropFirst(address.basePath.count - 1))))
                }
            } else {
                let output = site.configuration.build.output + "/"
                let isOutput = decoded.hasPrefix(output)
                let below = isOutput ? String(decoded.dropFirst(output.count)) : decoded
                paths.append(URLPath(below))
            }
        }
        return paths.flatMap { path in
            [path, path.withoutIndexName] + (path.isFolder ? [] : [URLPath(path.string + "/")])
        }
    }

    /// The source files that a subject may name: as given, and below the content folder.
    private func sources(_ subject: String) -> [SourcePath] {
        let isMarked = subject.hasPrefix("./")
        var names = [isMarked ? String(subject.dropFirst(2)) : subject]
        // An address that nothing makes may be that of a file which is left out.
        if subject.hasPrefix("/") { names = [subject, String(subject.drop { $0 == "/" })] }
        let prefix = folder.path + "/"
        let absolute = URL(fileURLWithPath: subject).standardizedFileURL.path
        if absolute.hasPrefix(prefix) { names.append(String(absolute.dropFirst(prefix.count))) }
        let content = site.configuration.build.content
        let tops = [content, SourcePath("static")]
        return names.map { SourcePath($0) }
            + tops.flatMap { top in names.filter { !$0.hasPrefix("/") }.map { top.appending($0) } }
    }

    private func answer(source: SourcePath) -> Answer? {
        let library = site.library
        if let index = library.posts.firstIndex(where: { $0.source == source }) {
            return made(source, site.plan.postPaths[index])
        }
        if let index = library.pages.firstIndex(where: { $0.source == source }) {
            let path = site.plan.pagePaths[index]
            guard let route = site.plan.route(at: path), route.content != .page(index) else {
                return made(source, path)
            }
            return Answer(
                text: "\(source) makes nothing: it has no text of its own, and \(describe(route))",
                isFound: false)
        }
        if let text = library.listTexts.first(where: { $0.source == source }) {
            let address = site.configuration.site.address.permalink(text.path)
            let isList = site.plan.listText(at: text.path) != nil
            return Answer(
                text: isList
                    ? "\(source) gives the list \(address) its title and text"
                    : "\(source) makes nothing: there is no list at \(address)",
                isFound: isList)
        }
        if let asset = library.assets.first(where: { $0.source == source }) {
            return answer(asset)
        }
        if let hidden = library.hidden.first(where: { $0.source == source }) {
            return answer(hidden)
        }
        guard !source.string.isEmpty, let kind = folder.kind(of: source) else { return nil }
        if kind == .folder { return answer(folder: source) }
        return site.plan.links.unpublished(from: source).map(answer) ?? notContent(source)
    }

    /// A file that is copied, or is not because something else is at its address.
    private func answer(_ asset: Asset) -> Answer {
        let path = site.plan.links.wantedPath(of: asset.source) ?? asset.path
        guard let route = site.plan.route(at: path) else {
            return Answer(
                text: "\(asset.source) is not copied", isFound: false, brokenSource: asset.source)
        }
        if case .asset(let index) = route.content,
            site.library.assets[index].source == asset.source
        {
            return made(asset.source, path)
        }
        return Answer(
            text: "\(asset.source) is not copied: \(describe(route))", isFound: false,
            brokenSource: asset.source)
    }

    /// Something that is not published, by the text or file that keeps it out.
    private func answer(_ found: Unpublished) -> Answer {
        let cause = answer(found.cause)
        switch found.kind {
        case .text: return cause
        case .file(let file) where file == found.cause.source:
            return cause
        case .file(let file):
            return Answer(
                text: "\(file) is not copied, as the text that it belongs to is not published: "
                    + cause.text, isFound: false, brokenSource: cause.brokenSource)
        case .list(let name):
            return Answer(
                text: "\(name) is not listed, as no published text has it: " + cause.text,
                isFound: false, brokenSource: cause.brokenSource)
        }
    }

    private func answer(_ hidden: Hidden) -> Answer {
        let source = hidden.source
        if let owner = hidden.owner {
            let reason = answer(Hidden(source: owner, reason: hidden.reason))
            return Answer(
                text: "\(source) is not published, as the text that it lies beside is not: "
                    + reason.text, isFound: false, brokenSource: reason.brokenSource)
        }
        let isText = site.library.hidden.contains { $0.source == source }
        switch hidden.reason {
        case .draft where !isText:
            return Answer(
                text: "\(source) lies among drafts: it is copied with --drafts only",
                isFound: false)
        case .draft:
            return Answer(
                text: "\(source) is a draft: it is built with --drafts only", isFound: false)
        case .future(let date):
            return Answer(
                text: "\(source) is dated \(date.rfc3339), in the future: "
                    + "it is built with --future, or once that time has come",
                isFound: false)
        case .expired(let date):
            return Answer(text: "\(source) expired at \(date.rfc3339)", isFound: false)
        case .withoutPage:
            return Answer(
                text: "\(source) makes no page, since 'build' or 'headless' in its front matter "
                    + "says so", isFound: false)
        case .cascade(let list):
            return Answer(
                text: "\(source) is left out, since 'cascade' in \(list) hides it",
                isFound: false, brokenSource: list)
        case .excluded:
            return Answer(
                text: "\(source) makes nothing: 'exclude' under [build] names it", isFound: false)
        case .unwanted:
            return Answer(
                text: "\(source) makes nothing: \(reasonToLeaveOut(source))", isFound: false)
        case .broken:
            return Answer(
                text: "\(source) has errors and is left out", isFound: false, brokenSource: source)
        }
    }

    /// Why a file or folder is in ``Library/leftOut``, or lies in what is.
    private func reasonToLeaveOut(_ source: SourcePath) -> String {
        let named = site.library.leftOut.first { isInside($0, source) } ?? source.string
        let path = SourcePath(named.hasSuffix("/") ? String(named.dropLast()) : named)
        if path.name.lowercased() == ".git" {
            return "'\(named)' is a repository, which is never copied"
        }
        let reason = folder.isOutput(path) ? "is an output of galley" : "is left out by its name"
        return "'\(named)' \(reason); 'include' under [build] takes it in"
    }

    /// The folder of a text, or one that is left out.
    private func answer(folder source: SourcePath) -> Answer {
        let texts =
            site.library.posts.map { ($0.source, $0.bundle) }
            + site.library.pages.map { ($0.source, $0.bundle) }
        if let (text, _) = texts.first(where: { $0.1 == source }), let answer = answer(source: text)
        {
            return Answer(text: "\(source)/ is the folder of a text: \(answer.text)", isFound: true)
        }
        let owner = site.library.hidden.first { hidden in
            hidden.source.folder == source && hidden.source.stem == "index"
        }
        if let owner { return answer(owner) }
        if site.plan.links.unpublished(from: source) != nil || isOutside(source) != nil {
            return site.plan.links.unpublished(from: source).map(answer) ?? notContent(source)
        }
        let build = site.configuration.build
        let holds =
            source == build.content || source.isInside(build.content) ? "texts and files" : "files"
        return Answer(
            text: "\(source)/ is a folder, whose \(holds) have addresses of their own: "
                + "ask for one of them", isFound: false)
    }

    /// Why a file that is there is no part of the site.
    private func notContent(_ source: SourcePath) -> Answer {
        let reason = isOutside(source) ?? "no rule takes it in"
        return Answer(text: "\(source) makes nothing: \(reason)", isFound: false)
    }

    /// Why a file or folder is no content by its place and name; nil: it may be.
    private func isOutside(_ source: SourcePath) -> String? {
        let build = site.configuration.build
        if source == SiteFiles.configuration { return "it is the configuration" }
        if source == SiteFiles.ledger { return "it is the record of published addresses" }
        if source.isInside(SiteFiles.themes) || source.isInside(SiteFiles.themeOverrides) {
            return ofTheme(source)
        }
        if build.excludes(source) { return "'exclude' under [build] names it" }
        if source.isInside(SourcePath(build.output)) {
            return "it lies in the output folder, and nothing in the site makes it"
        }
        if !source.isInside(build.content), !source.isInside(SourcePath("static")) {
            return "it lies neither in '\(build.content)' nor in 'static'"
        }
        if let part = hiddenPart(of: source) {
            if part == ".git" { return "it lies in a repository, which is never copied" }
            return "'\(part)' begins with '\(part.prefix(1))'; 'include' under [build] takes it in"
        }
        return nil
    }

    /// What a file of the theme is for.
    private func ofTheme(_ source: SourcePath) -> String {
        let asset = source.string.firstRange(of: "/assets/").flatMap { range in
            site.theme.assets.first { $0.name == source.string[range.upperBound...] }
        }
        guard let asset else { return "it belongs to the theme" }
        let url = site.configuration.site.address.permalink(asset.path)
        return (try? folder.read(source)) == asset.bytes
            ? "it belongs to the theme, whose pages load it from \(url)"
            : "it belongs to a theme, and another file of its name is used: \(url)"
    }

    /// Whether a source is, or lies in, what was left out; folders end in `/`.
    private func isInside(_ leftOut: String, _ source: SourcePath) -> Bool {
        leftOut == source.string || leftOut == source.string + "/"
            || leftOut.hasSuffix("/") && source.string.hasPrefix(leftOut)
    }

    /// The part of a path below content whose name keeps it from being content.
    private func hiddenPart(of source: SourcePath) -> Substring? {
        let content = site.configuration.build.content
        return source.relative(to: content)?.split(separator: "/")
            .first { $0 != "_drafts" && ($0.hasPrefix("_") || $0.hasPrefix(".")) }
    }

    private func made(_ source: SourcePath, _ path: URLPath) -> Answer {
        let output = SourcePath(site.configuration.build.output).appending(path.outputPath.string)
        let route = site.plan.route(at: path)
        return Answer(
            text: "\(source) makes \(site.configuration.site.address.permalink(path)) (\(output))"
                + (route.map { replaced($0) + absences($0) } ?? ""),
            isFound: true)
    }

    private func describe(_ route: Route) -> String {
        let maker: String
        switch route.content {
        case .post(let index): maker = "the post \(site.library.posts[index].source)"
        case .page(let index): maker = "the page \(site.library.pages[index].source)"
        case .asset(let index): maker = "a copy of \(site.library.assets[index].source)"
        case .themeAsset(let index): maker = "the theme's \(site.theme.assets[index].name)"
        case .home(let pager):
            let list = pager.base == .root ? "the home page" : "the list of posts"
            maker = "page \(pager.number) of \(pager.count) of \(list)"
        case .archive(let scope, let pager):
            maker =
                "page \(pager.number) of \(pager.count) of the archive\(scope.words), "
                + "\(pager.total) \(pager.total == 1 ? "post" : "posts")"
        case .taxonomy(let kind): maker = "the index of \(kind.rawValue)"
        case .term(let kind, let index, let pager):
            let posts = pager.posts.map { "\n  " + site.library.posts[$0].source.string }.joined()
            maker =
                "page \(pager.number) of \(pager.count) of \(name(of: index, kind)):" + posts
        case .feed(let format, .site): maker = "a feed (\(format.rawValue))"
        case .feed(let format, .term(let kind, let index)):
            maker = "a feed (\(format.rawValue)) of \(name(of: index, kind))"
        case .sitemap: maker = "the sitemap"
        case .robots: maker = "robots.txt"
        case .notFound: maker = "the page for addresses that lead nowhere"
        case .search: maker = "the search page"
        case .searchFile: maker = "a part of the search index"
        case .redirect(let target):
            maker = "a redirect to \(target)" + (text(of: route).map { ", the text \($0)" } ?? "")
        case .redirectScript: maker = "the script of redirects"
        }
        return "\(site.configuration.site.address.permalink(route.path)) is \(maker)"
            + replaced(route) + absences(route)
    }

    private func name(of term: Int, _ kind: Taxonomy.Kind) -> String {
        "'\(site.plan.taxonomy(kind).terms[term].name)' in \(kind.rawValue)"
    }

    /// What of galley's the author's own file takes the place of.
    private func replaced(_ route: Route) -> String {
        let own = site.plan.ownFiles.first { $0.path == route.path }
        return own.map { ", in place of \($0.replaced)" } ?? ""
    }

    /// Which lists do not name a text, by its front matter.
    private func absences(_ route: Route) -> String {
        let head: FrontMatter
        switch route.content {
        case .post(let index): head = site.library.posts[index].head
        case .page(let index): head = site.library.pages[index].head
        default: return ""
        }
        if head.isUnlisted {
            return "; it is unlisted: no list, feed, sitemap or search index names it"
        }
        var absences: [String] = []
        if !head.isOnHomePage { absences.append("the home page") }
        if !head.isInSitemap { absences.append("the sitemap") }
        if !head.isSearched { absences.append("the search index") }
        return absences.isEmpty ? "" : "; not in \(absences.joined(separator: ", nor in "))"
    }

    private func unknown(_ subject: String) -> Answer {
        let address = site.configuration.site.address
        if subject.contains("://"), address.path(ofAbsolute: subject) == nil {
            return Answer(
                text: "'\(subject)' is no address of this site, which is at "
                    + "\(address.permalink(.root))", isFound: false)
        }
        let paths = site.plan.routes.map(\.path.string)
        let near = nearestName(to: subject, in: paths).map { "; did you mean '\($0)'?" } ?? ""
        return Answer(text: "nothing in this site makes '\(subject)'\(near)", isFound: false)
    }
}

extension ArchiveScope {
    /// ` of 2021-03`; nothing for that of all posts.
    fileprivate var words: String {
        switch self {
        case .all: ""
        case .year(let year): " of \(year)"
        case .month(let year, let month): " of \(year)-\(month < 10 ? "0" : "")\(month)"
        }
    }
}
