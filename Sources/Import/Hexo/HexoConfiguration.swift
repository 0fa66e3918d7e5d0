import Addresses
import Content

/// Hexo's `_config.yml`, and the configuration of its theme.
struct HexoConfiguration: Sendable {
    private(set) var site = OldConfiguration()
    private(set) var theme = OldConfiguration()
    let source: SourcePath
    let permalink: String
    /// Names in the file names of posts: `:title.md`.
    let newPostName: String
    let defaultCategory: String
    let perPage: Int

    init(_ files: OldFiles) {
        for name in ["_config.yml", "_config.yaml"] {
            if let bytes = files.bytes(SourcePath(name)) { site.add(SourcePath(name), bytes) }
        }
        if let name = site.text("theme") {
            let places = [
                "_config.\(name).yml", "source/_data/\(name).yml", "source/_data/_config.yml",
                "source/_data/\(name).yaml", "themes/\(name)/_config.yml",
            ]
            for place in places {
                if let bytes = files.bytes(SourcePath(place)) {
                    theme.add(SourcePath(place), bytes)
                }
            }
        }
        let named = SourcePath(site.text("source_dir") ?? "source")
        source =
            files.hasFolder(named)
            ? named : SourcePath(files.hasFolder(SourcePath("_posts")) ? "" : named.string)
        permalink = site.text("permalink") ?? ":year/:month/:day/:title/"
        newPostName = site.text("new_post_name") ?? ":title.md"
        defaultCategory = site.text("default_category") ?? "uncategorized"
        perPage = site.number("per_page") ?? 10
    }

    /// The posts on a page of a kind of list: `index`, `archive`, `tag` or `category`.
    func perPage(of list: String) -> Int {
        site.number(list + "_generator", "per_page") ?? perPage
    }

    var posts: SourcePath { source.appending("_posts") }

    /// The name of a folder of lists, such as `tag_dir`.
    func folder(_ key: String, _ standard: String) -> String { site.text(key) ?? standard }
}
