import Addresses
import Content
import Diagnostics
import Markdown
import Planning

/// The links of one text, resolved, and a warning for each that leads nowhere.
struct LinkCheck {
    private let links: SiteLinks
    private let source: SourcePath
    /// The address of the page that shows the text.
    private let path: URLPath
    /// Where each destination leads, by its bytes.
    private(set) var targets: [[UInt8]: LinkTarget] = [:]
    /// The links whose anchors have to be checked.
    private(set) var outgoing: [OutgoingLink] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ links: SiteLinks, source: SourcePath, path: URLPath) {
        self.links = links
        self.source = source
        self.path = path
    }

    /// Reads the links of a document.
    ///
    /// - Parameter place: of all of them, for a document whose own places mean nothing.
    mutating func read(_ written: [Link], of document: Document, at place: Place? = nil) {
        var places = document.places
        for link in written {
            let target = links.target(of: link.destination, from: source, at: path)
            targets[Array(link.destination.utf8)] = target
            switch target {
            case .external:
                guard LocalHost.isHost(of: link.destination), !isNamed(link, in: document) else {
                    continue
                }
                report(
                    link.destination, leadingTo: target, link.use == .followed ? .link : .image,
                    at: place ?? places.place(of: link))
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
                report(
                    link.destination, leadingTo: target, link.use == .picture ? .image : .link,
                    at: place ?? places.place(of: link))
            }
        }
    }

    /// Reads the addresses of a front matter: its cover, `original` and authors.
    mutating func read(_ head: FrontMatter) {
        func place(_ key: String) -> Place { head.places[key] ?? Place(file: source) }
        if let cover = head.cover, !cover.isEmpty { read(cover: cover, at: place("cover")) }
        if let url = head.original?.url, !url.isEmpty {
            read(url, key: "original", at: place("original"))
        }
        for url in head.authors.compactMap(\.url) {
            read(url, key: "authors", at: place("authors"))
        }
    }

    private mutating func read(_ url: String, key: String, at place: Place) {
        let target = links.target(of: url, from: source, at: path)
        report(url, leadingTo: target, .key(key), at: place)
    }

    /// Warns of a cover that leads nowhere, or to no picture that other sites can show.
    private mutating func read(cover written: String, at place: Place) {
        let cover = links.picture(written, from: source, at: path) ?? written
        let target = links.target(of: cover, from: source, at: path)
        if report(cover, leadingTo: target, .cover, at: place) { return }
        if links.isShareable(written, from: source, at: path) { return }
        let isWithin = if case .special = target { true } else { false }
        diagnostics.append(
            .warning(
                .linkNoPicture,
                isWithin
                    ? "the cover has no address of its own, which other sites need to show it"
                    : "the cover '\(written)' is no picture", at: place,
                explanation: isWithin
                    ? nil : "Neither the page nor what other sites show of it has a cover.",
                fixes: [.init("write the address of a picture, or remove the cover")]))
    }

    /// Warns of an address that leads nowhere; gives whether it does.
    @discardableResult
    private mutating func report(
        _ destination: String, leadingTo target: LinkTarget, _ kind: LinkMistakeReport.Kind,
        at place: Place
    ) -> Bool {
        let mistake = links.mistake(
            in: destination, leadingTo: target, from: source, at: path, isPicture: kind.isPicture)
        guard let mistake else { return false }
        var wanted = destination
        if case .missing(let path, _) = target { wanted = path }
        diagnostics.append(
            LinkMistakeReport(
                destination: destination, kind: kind, place: place, wanted: wanted
            ).diagnostic(mistake))
        return true
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
}
