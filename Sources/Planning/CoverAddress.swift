import Addresses

/// Addresses of pictures in front matter.
extension SiteLinks {
    /// The address of a picture in front matter as the text would write it: `/img/a.png` for
    /// `img/a.png` where that is only there from the root of the site, as Hugo and Hexo have it. nil
    /// for a path of the author's computer, which is reported.
    package func picture(
        _ written: String, from source: SourcePath, at page: URLPath
    ) -> String? {
        switch target(of: written, from: source, at: page) {
        case .special:
            return isOfComputer(written) || LinkScheme.isOfProgram(written) ? nil : written
        case .missing:
            let rooted = "/" + written
            if case .route = target(of: rooted, from: source, at: page) { return rooted }
            return written
        case .external, .route, .samePage: return written
        }
    }

    /// Whether a cover of front matter may be a picture with an address: not `#`, `data:…`, `a.pdf` or a
    /// page of the site.
    package func isShareable(
        _ written: String, from source: SourcePath, at page: URLPath
    ) -> Bool {
        guard let cover = picture(written, from: source, at: page) else { return false }
        switch target(of: cover, from: source, at: page) {
        case .samePage, .special: return false
        case .route(let target, _, _):
            guard let index = index(of: target), case .asset = routes[index].content else {
                return false
            }
            return !Self.isOther(target.string)
        case .external(let url): return !Self.isOther(url.prefix { $0 != "?" && $0 != "#" })
        case .missing: return true
        }
    }

    private static func isOther(_ address: some StringProtocol) -> Bool {
        let address = address.lowercased()
        return otherEndings.contains { address.hasSuffix($0) }
    }

    /// Of files that are surely no pictures.
    private static let otherEndings = [
        ".pdf", ".html", ".htm", ".md", ".txt", ".mp4", ".webm", ".mov", ".mp3", ".zip", ".json",
        ".xml", ".css", ".js", ".doc", ".docx", ".ppt", ".pptx",
    ]
}
