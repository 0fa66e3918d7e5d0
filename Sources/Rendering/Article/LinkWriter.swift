import Addresses
import Content
import Images
import Markdown
import Planning
import Text

/// Writes the addresses of one text: those of its body, and those of its front matter.
struct LinkWriter: Sendable {
    private let site: Site
    private let source: SourcePath
    /// The address of the page that shows the text.
    private let path: URLPath
    /// Where the text's own links lead, as checking it found: they are written several times.
    private let targets: [[UInt8]: LinkTarget]

    /// - Parameter targets: those of the text's links; an address that is not among them is resolved
    ///   when it is written.
    init(
        site: Site, source: SourcePath, path: URLPath, targets: [[UInt8]: LinkTarget] = [:]
    ) {
        self.site = site
        self.source = source
        self.path = path
        self.targets = targets
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

    /// The address to write for a destination; nil: as it is. O(1).
    func rewritten(_ destination: ArraySlice<UInt8>, _ form: Form) -> [UInt8]? {
        let bytes = Array(destination)
        let text = String(decoding: bytes, as: UTF8.self)
        func url(_ path: URLPath) -> String {
            form == .feed ? site.address.permalink(path).string : site.href(path)
        }
        switch targets[bytes] ?? site.plan.links.target(of: text, from: source, at: path) {
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
    /// but for the first; those of lists all, because the page that shows them is not known here;
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

    // MARK: Front matter

    /// The address of a picture in front matter as the text would write it; nil for a path of the
    /// author's computer.
    func picture(_ written: String) -> String? {
        site.plan.links.picture(written, from: source, at: path)
    }

    /// Whether a cover may be a picture that other sites can show.
    func isShareable(_ written: String) -> Bool {
        site.plan.links.isShareable(written, from: source, at: path)
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
