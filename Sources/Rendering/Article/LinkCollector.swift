import Addresses
import Content
import Diagnostics
import Images
import Markdown
import Planning
import Text

/// A link to another part of the site, with the anchor it wants there.
package struct OutgoingLink: Sendable {
    package let target: URLPath
    /// Decoded.
    package let fragment: String
    package let place: Place
}

/// The links of one text: rewritten for the page, and reported where they lead nowhere.
struct LinkCollector: Sendable {
    let site: Site
    let source: SourcePath
    /// The address of the page that the text stands on.
    let path: URLPath
    /// Where the text's own links lead: they are written several times. By their bytes, for as
    /// strings `é` in both its forms is one.
    private var known: [[UInt8]: LinkTarget] = [:]

    init(site: Site, source: SourcePath, path: URLPath) {
        self.site = site
        self.source = source
        self.path = path
    }

    /// The links whose anchors have to be checked, and a warning for each that leads nowhere.
    ///
    /// - Parameter place: where all of them stand, for a text whose own places mean nothing.
    mutating func collect(
        _ document: Document, at place: Place? = nil
    ) -> ([OutgoingLink], [Diagnostic]) {
        var outgoing: [OutgoingLink] = []
        var diagnostics: [Diagnostic] = []
        var places = document.places
        for link in document.links {
            let target = site.plan.links.target(of: link.destination, from: source, at: path)
            known[Array(link.destination.utf8)] = target
            switch target {
            case .external:
                guard LocalHost.isHost(of: link.destination), !isNamed(link, in: document) else {
                    continue
                }
                let problem = problem(
                    link.destination, leadingTo: target, link.use == .followed ? .link : .image,
                    at: place ?? places.place(of: link))
                if let problem { diagnostics.append(problem) }
            case .route(let target, _, let fragment):
                if let fragment, !fragment.isEmpty {
                    outgoing.append(
                        OutgoingLink(
                            target: target, fragment: fragment,
                            place: place ?? places.place(of: link)))
                }
            case .samePage(let fragment):
                if !fragment.isEmpty {
                    outgoing.append(
                        OutgoingLink(
                            target: path, fragment: fragment,
                            place: place ?? places.place(of: link)))
                }
            case .missing, .special:
                let problem = problem(
                    link.destination, leadingTo: target, link.use == .picture ? .image : .link,
                    at: place ?? places.place(of: link))
                if let problem { diagnostics.append(problem) }
            }
        }
        return (outgoing, diagnostics)
    }

    /// Whether the text of a link says that it leads to the reader's own computer.
    private func isNamed(_ link: Link, in document: Document) -> Bool {
        guard link.use == .followed else { return false }
        let tree = document.tree
        if tree[link.node].kind == .link {
            return LocalHost.isNamed(in: tree.plainText(of: link.node))
        }
        // The text of `<a href="…">` ends with the next tag.
        var node = tree[link.node].next
        while node != Tree.none, tree[node].kind != .htmlInline {
            if LocalHost.isNamed(in: tree.plainText(of: node)) { return true }
            node = tree[node].next
        }
        return false
    }

    /// What is wrong with the addresses of a front matter: its cover, `original` and authors.
    func problems(of head: Head) -> [Diagnostic] {
        func place(_ key: String) -> Place { head.places[key] ?? Place(file: source) }
        var problems: [Diagnostic?] = []
        if let cover = head.cover, !cover.isEmpty {
            problems.append(problem(ofCover: cover, at: place("cover")))
        }
        if let url = head.original?.url, !url.isEmpty {
            problems.append(problem(of: url, key: "original", at: place("original")))
        }
        for url in head.authors.compactMap(\.url) {
            problems.append(problem(of: url, key: "authors", at: place("authors")))
        }
        return problems.compactMap(\.self)
    }

    private func problem(of url: String, key: String, at place: Place) -> Diagnostic? {
        let target = site.plan.links.target(of: url, from: source, at: path)
        return problem(url, leadingTo: target, .key(key), at: place)
    }

    /// The warning about a cover that leads nowhere, or to no picture that other sites can show.
    private func problem(ofCover written: String, at place: Place) -> Diagnostic? {
        let cover = picture(written) ?? written
        let target = site.plan.links.target(of: cover, from: source, at: path)
        if let problem = problem(cover, leadingTo: target, .cover, at: place) { return problem }
        if isShareable(written) { return nil }
        let isWithin = if case .special = target { true } else { false }
        return .warning(
            .linkNoPicture,
            isWithin
                ? "the cover has no address of its own, which other sites need to show it"
                : "the cover '\(written)' is no picture", at: place,
            explanation: isWithin
                ? nil : "Neither the page nor what other sites show of it has a cover.",
            fixes: [.init("write the address of a picture, or remove the cover")])
    }

    /// Whether a cover of front matter may be a picture with an address: not `#`, `data:…`, `a.pdf` or a
    /// page of the site.
    func isShareable(_ written: String) -> Bool {
        let links = site.plan.links
        guard let cover = picture(written) else { return false }
        switch links.target(of: cover, from: source, at: path) {
        case .samePage, .special: return false
        case .route(let target, _, _):
            guard case .asset? = site.plan.route(at: target)?.content else { return false }
            return !isOther(target.string)
        case .external(let url): return !isOther(url.prefix { $0 != "?" && $0 != "#" })
        case .missing: return true
        }
    }

    private func isOther(_ address: some StringProtocol) -> Bool {
        let address = address.lowercased()
        return Self.otherEndings.contains { address.hasSuffix($0) }
    }

    /// Of files that are surely no pictures.
    private static let otherEndings = [
        ".pdf", ".html", ".htm", ".md", ".txt", ".mp4", ".webm", ".mov", ".mp3", ".zip", ".json",
        ".xml", ".css", ".js", ".doc", ".docx", ".ppt", ".pptx",
    ]

    /// The warning about an address that leads nowhere; nil: it leads somewhere.
    private func problem(
        _ destination: String, leadingTo target: LinkTarget, _ kind: LinkMistakeReport.Kind,
        at place: Place
    ) -> Diagnostic? {
        let mistake = site.plan.links.mistake(
            in: destination, leadingTo: target, from: source, at: path, isPicture: kind.isPicture)
        guard let mistake else { return nil }
        var wanted = destination
        if case .missing(let path, _) = target { wanted = path }
        return LinkMistakeReport(
            destination: destination, kind: kind, place: place, wanted: wanted
        ).diagnostic(mistake)
    }

    /// Where the HTML of a text is shown, which decides how its links are written.
    enum Form {
        /// On its own page: from the root; anchors of the page itself stay as they are.
        case page
        /// In a list: from the root; anchors lead to the text's page.
        case listing
        /// In a feed: with scheme and host.
        case feed
    }

    /// The address to write for a destination; nil: as it stands. O(1).
    func rewritten(_ destination: ArraySlice<UInt8>, _ form: Form) -> [UInt8]? {
        let bytes = Array(destination)
        let text = String(decoding: bytes, as: UTF8.self)
        func url(_ path: URLPath) -> String {
            form == .feed ? site.address.permalink(path).string : site.href(path)
        }
        switch known[bytes] ?? site.plan.links.target(of: text, from: source, at: path) {
        case .external, .special: return nil
        case .samePage(let fragment):
            return form == .page ? nil : Array((url(path) + "#" + encoded(fragment)).utf8)
        case .route(let target, let query, let fragment):
            var url = url(target)
            if let query { url += "?" + query }
            if let fragment { url += "#" + encoded(fragment) }
            return Array(url.utf8)
        case .missing:
            return form == .feed ? Array(absoluteURL(text).utf8) : nil
        }
    }

    /// How the pictures of the text are written: those of a page wait until the reader comes near,
    /// but for the first; those of lists all, for the page that they stand on is not known here;
    /// those of feeds not, as readers of feeds differ.
    func pictures(_ form: Form) -> PictureSettings {
        let eager =
            switch form {
            case .page: 1
            case .listing: 0
            case .feed: Int.max
            }
        return PictureSettings(eager: eager) { destination in
            imageSize(of: String(decoding: destination, as: UTF8.self))
        }
    }

    /// The size of the site's own picture at an address of the text, as its file said when it was
    /// loaded. O(1).
    func imageSize(of destination: String) -> ImageSize? {
        guard
            case .route(let target, _, _) = site.plan.links.target(
                of: destination, from: source, at: path),
            case .asset(let index)? = site.plan.route(at: target)?.content
        else { return nil }
        return site.library.assets[index].imageSize
    }

    /// The address of a picture in front matter as the text would write it: `/img/a.png` for
    /// `img/a.png` where that is only there from the root of the site, as Hugo and Hexo have it. nil
    /// for a path of the author's computer, which is reported.
    func picture(_ written: String) -> String? {
        let links = site.plan.links
        switch links.target(of: written, from: source, at: path) {
        case .special:
            return links.isOfComputer(written) || LinkScheme.isOfProgram(written) ? nil : written
        case .missing:
            let rooted = "/" + written
            if case .route = links.target(of: rooted, from: source, at: path) { return rooted }
            return written
        case .external, .route, .samePage: return written
        }
    }

    /// An address of front matter, such as a cover's, written as a link of the text would be:
    /// `wave.svg` of a bundle gives `/blog/2021/03/08/sea/wave.svg`.
    func address(_ written: String, absolute: Bool) -> String {
        rewritten(Array(written.utf8)[...], absolute ? .feed : .page)
            .map { String(decoding: $0, as: UTF8.self) } ?? written
    }

    /// What a broken link would be as an absolute one, so that a feed holds no relative link.
    private func absoluteURL(_ text: String) -> String {
        if text.hasPrefix("/") { return site.address.origin + text }
        let base = site.address.permalink(URLPath(path.base)).string
        return base + text
    }

    private func encoded(_ fragment: String) -> String {
        PercentCoding.encode(path: fragment)
    }
}

extension Diagnostic.ID {
    package static let linkMissingAnchor = Diagnostic.ID("link/missing-anchor")
}
