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
        if let path = path(of: subject), let route = site.plan.route(at: path) {
            return Answer(text: describe(route), isFound: true)
        }
        for source in sources(subject) {
            if let answer = answer(source: source) { return answer }
        }
        return unknown(subject)
    }

    /// The post or page that stands at an address.
    func source(at subject: String) -> SourcePath? {
        guard let path = path(of: subject) else { return nil }
        switch site.plan.route(at: path)?.content {
        case .post(let index): return site.library.posts[index].source
        case .page(let index): return site.library.pages[index].source
        default: return nil
        }
    }

    /// A URL, a path with or without base path, or a file of the output, as a path of the site.
    private func path(of subject: String) -> URLPath? {
        let bare = String(subject.prefix { $0 != "#" && $0 != "?" })
        if bare.contains("://") {
            return site.configuration.site.address.path(ofAbsolute: bare)
                .flatMap(known)
        }
        guard let decoded = PercentCoding.decode(bare) else { return nil }
        if decoded.hasPrefix("/") {
            let base = site.configuration.site.address.basePath
            if let path = known(URLPath(decoded)) { return path }
            guard decoded.hasPrefix(base) else { return nil }
            return known(URLPath(String(decoded.dropFirst(base.count - 1))))
        }
        let output = site.configuration.build.output + "/"
        let below = decoded.hasPrefix(output) ? String(decoded.dropFirst(output.count)) : decoded
        return site.plan.routes.first { $0.output.string == below }?.path
    }

    /// The path itself, or the folder of that name.
    private func known(_ path: URLPath) -> URLPath? {
        if site.plan.route(at: path) != nil { return path }
        let string = path.string
        if string.hasSuffix("/index.html") {
            return known(URLPath(String(string.dropLast("index.html".count))))
        }
        let folder = URLPath(string + "/")
        return site.plan.route(at: folder) != nil ? folder : nil
    }

    /// The source files that a subject may name: as given, and below the content folder.
    private func sources(_ subject: String) -> [SourcePath] {
        let isMarked = subject.hasPrefix("./")
        var names = [isMarked ? String(subject.dropFirst(2)) : subject]
        let prefix = folder.path + "/"
        let absolute = URL(fileURLWithPath: subject).standardizedFileURL.path
        if absolute.hasPrefix(prefix) { names.append(String(absolute.dropFirst(prefix.count))) }
        let content = site.configuration.build.content
        return names.map { SourcePath($0) } + names.map { content.appending($0) }
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
        for route in site.plan.routes {
            if case .asset(let index) = route.content, library.assets[index].source == source {
                return made(source, route.path)
            }
        }
        if let asset = library.assets.first(where: { $0.source == source }) {
            return Answer(
                text: "\(asset.source) is not copied: the text that it belongs to is not "
                    + "published, or something else stands at '\(asset.path)'",
                isFound: false)
        }
        guard let hidden = library.hidden.first(where: { $0.source == source }) else {
            return notCopied(source) ?? notContent(source)
        }
        return answer(hidden)
    }

    /// The answer for a file that belongs to a text which is not published; nil: there is no such text.
    private func notCopied(_ source: SourcePath) -> Answer? {
        let owners = site.library.hidden.filter { hidden in
            let text = hidden.source
            let folder = text.folder
            let name = LanguageSuffix.split(text.stem, site: site.configuration.site.language)?.name
            let own = name ?? text.stem
            if own != "index" { return source.isInside(folder.appending(own)) }
            return folder != site.configuration.build.content && source.isInside(folder)
        }
        // The innermost one.
        guard folder.kind(of: source) == .file,
            !site.library.leftOut.contains(where: { isInside($0, source) }),
            let owner = owners.max(by: { $0.source.string.utf8.count < $1.source.string.utf8.count }
            )
        else { return nil }
        let reason = answer(owner)
        return Answer(
            text: "\(source) is not copied, as the text that it belongs to is not published: "
                + reason.text, isFound: false, brokenSource: reason.brokenSource)
    }

    private func answer(_ hidden: Hidden) -> Answer {
        let source = hidden.source
        switch hidden.reason {
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
        case .broken:
            return Answer(
                text: "\(source) has errors and is left out", isFound: false, brokenSource: source)
        }
    }

    /// Why a file or folder that is there is no part of the site; nil: it is not there.
    private func notContent(_ source: SourcePath) -> Answer? {
        guard !source.string.isEmpty, folder.kind(of: source) != nil else { return nil }
        let reason: String
        let build = site.configuration.build
        if let named = site.library.leftOut.first(where: { isInside($0, source) }) {
            reason = "'\(named)' is left out by its name; 'include' under [build] takes it in"
        } else if source == SiteFiles.configuration {
            reason = "it is the configuration"
        } else if source.isInside(SiteFiles.themes) || source.isInside(SiteFiles.themeOverrides) {
            reason = "it belongs to the theme"
        } else if source.isInside(SourcePath(build.output)) {
            reason = "it is output"
        } else if !source.isInside(build.content), !source.isInside(SourcePath("static")) {
            reason = "it lies neither in '\(build.content)' nor in 'static'"
        } else if let part = hiddenPart(of: source) {
            reason =
                "'\(part)' begins with '\(part.prefix(1))'; 'include' under [build] takes it in"
        } else if folder.kind(of: source) == .folder {
            reason = "it is a folder"
        } else {
            reason = "'exclude' under [build] names it"
        }
        return Answer(text: "\(source) makes nothing: \(reason)", isFound: false)
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
            .first { $0.hasPrefix("_") || $0.hasPrefix(".") }
    }

    private func made(_ source: SourcePath, _ path: URLPath) -> Answer {
        let output = SourcePath(site.configuration.build.output).appending(path.outputPath.string)
        return Answer(
            text: "\(source) makes \(site.configuration.site.address.permalink(path)) (\(output))",
            isFound: true)
    }

    private func describe(_ route: Route) -> String {
        let maker: String
        switch route.content {
        case .post(let index): maker = "the post \(site.library.posts[index].source)"
        case .page(let index): maker = "the page \(site.library.pages[index].source)"
        case .asset(let index): maker = "a copy of \(site.library.assets[index].source)"
        case .themeAsset(let index): maker = "the theme's \(site.theme.assets[index].name)"
        case .home(let pager): maker = "page \(pager.number) of \(pager.count) of the home page"
        case .archive(_, let pager):
            maker = "page \(pager.number) of \(pager.count) of an archive, \(pager.total) posts"
        case .taxonomy(let kind): maker = "the index of \(kind.rawValue)"
        case .term(let kind, let index, let pager):
            let term = site.plan.taxonomy(kind).terms[index]
            let posts = pager.posts.map { "\n  " + site.library.posts[$0].source.string }.joined()
            maker =
                "page \(pager.number) of \(pager.count) of '\(term.name)' in \(kind.rawValue):"
                + posts
        case .feed(let format, _): maker = "a feed (\(format.rawValue))"
        case .sitemap: maker = "the sitemap"
        case .robots: maker = "robots.txt"
        case .notFound: maker = "the page for addresses that lead nowhere"
        case .search: maker = "the search page"
        case .searchFile: maker = "a part of the search index"
        case .redirect(let target): maker = "a redirect to \(target)"
        case .redirectScript: maker = "the script of redirects"
        }
        let own = site.plan.ownFiles.first { $0.path == route.path }
        let replaced = own.map { ", in place of \($0.replaced)" } ?? ""
        return "\(site.configuration.site.address.permalink(route.path)) is \(maker)\(replaced)"
    }

    private func unknown(_ subject: String) -> Answer {
        let paths = site.plan.routes.map(\.path.string)
        let near = nearestName(to: subject, in: paths).map { "; did you mean '\($0)'?" } ?? ""
        return Answer(text: "nothing in this site makes '\(subject)'\(near)", isFound: false)
    }
}
