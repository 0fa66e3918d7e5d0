import Addresses
import Content
import Diagnostics
import Planning
import Testing

/// A site of a few posts in memory, and the plan of it as text.
struct PlanFixture {
    var library = Library()
    var configuration: Configuration
    var themeAssets: [URLPath] = []

    init(url: String = "https://example.org/") throws {
        let address = try #require(SiteAddress(url))
        configuration = Configuration(site: Configuration.Site(title: "Blog", address: address))
        configuration.places["posts.permalink"] = Self.toml(1)
        // Its files are many and the same everywhere: SearchPlanTests has them.
        configuration.search.page = ""
    }

    /// A place in galley.toml, told apart by its offset.
    static func toml(_ offset: Int) -> Place {
        Place(file: SourcePath("galley.toml"), range: offset..<(offset + 1))
    }

    /// Adds `content/posts/NAME.md`; a name that ends in `/index` is a bundle.
    mutating func post(
        _ name: String, _ date: String = "2021-08-12 22:18:10", offset: Int = 0,
        title: String? = nil, slug: String? = nil, _ change: (inout FrontMatter) -> Void = { _ in }
    ) throws {
        let source = SourcePath("content/posts/\(name).md")
        var head = FrontMatter()
        change(&head)
        let isBundle = source.stem == "index"
        let path = isBundle ? String(name.dropLast(6)) : name
        let slug = slug ?? path.split(separator: "/").last.map { String($0) } ?? ""
        library.posts.append(
            Post(
                source: source, head: head, title: title ?? slug,
                date: try moment(date, offset: offset), slug: slug, pathSlug: path,
                bundle: isBundle ? source.folder : nil))
    }

    /// Adds `content/NAME.md` at its own path.
    mutating func page(
        _ name: String, stub: Page.Stub? = nil, _ change: (inout FrontMatter) -> Void = { _ in }
    ) {
        let source = SourcePath("content/\(name).md")
        var head = FrontMatter()
        change(&head)
        let isBundle = source.stem == "index" && name != "index"
        var segments = name.split(separator: "/").map { String($0) }
        if source.stem == "index" { segments.removeLast() }
        library.pages.append(
            Page(
                source: source, head: head, title: name, segments: segments,
                bundle: isBundle ? source.folder : nil, stub: stub))
    }

    /// Adds `content/PATH`, or `static/PATH`.
    mutating func asset(_ path: String, isStatic: Bool = false, isTemplate: Bool = false) {
        library.assets.append(
            Asset(
                source: SourcePath((isStatic ? "static/" : "content/") + path),
                path: URLPath(path), isStatic: isStatic, isTemplate: isTemplate))
    }

    func plan() -> (SitePlan, [Diagnostic]) {
        var library = library
        return Planning.plan(&library, configuration, themeAssets: themeAssets)
    }

    /// What the plan left of the library.
    func plannedLibrary() -> Library {
        var library = library
        _ = Planning.plan(&library, configuration, themeAssets: themeAssets)
        return library
    }

    /// The plan of a site that has nothing to complain about.
    func cleanPlan(sourceLocation: SourceLocation = #_sourceLocation) throws -> SitePlan {
        let (plan, diagnostics) = plan()
        try #require(
            diagnostics.isEmpty, "\(diagnostics.map(\.line))", sourceLocation: sourceLocation)
        return plan
    }

    /// The findings, one line each: severity, id, place and headline.
    func findings() -> [String] { plan().1.map(\.line) }

    /// `2021-08-12 22:18:10` on the clock of an offset in seconds.
    private func moment(_ text: String, offset: Int) throws -> Moment {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        try #require(numbers.count == 3 || numbers.count == 6)
        let clock = numbers.count == 6 ? Array(numbers[3...]) : [0, 0, 0]
        // Days since 1970 in the proleptic Gregorian calendar; March begins the year.
        let year = numbers[0] - (numbers[1] <= 2 ? 1 : 0)
        let month = (numbers[1] + 9) % 12
        let days = 365 * year + year / 4 - year / 100 + year / 400
        let day = days + (153 * month + 2) / 5 + numbers[2] - 1 - 719_468
        let local = day * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
        return Moment(instant: Int64(local - offset), offset: Int32(offset))
    }
}

extension Diagnostic {
    /// `error plan/collision content/posts/a.md:0 headline`.
    var line: String {
        let position = place.map { " \($0.file):\($0.range.lowerBound)" } ?? ""
        return "\(severity.rawValue) \(id)\(position) \(summary)"
    }
}

extension SitePlan {
    /// Every route as `path: content`, in the plan's order.
    var lines: [String] { routes.map { "\($0.path): \($0.content.line)" } }

    /// The lines of routes whose path begins so.
    func lines(below path: String) -> [String] { lines.filter { $0.hasPrefix(path) } }

    func hasRoute(_ path: String) -> Bool { route(at: URLPath(path)) != nil }

    /// Where the site's posts stand.
    var posts: [String] { postPaths.map(\.string) }
}

extension Route.Content {
    /// `home 1/2 [0, 1]`.
    var line: String {
        switch self {
        case .home(let pager): "home \(pager.line)"
        case .archive(.all, let pager): "archive \(pager.line)"
        case .archive(.year(let year), let pager): "archive \(year) \(pager.line)"
        case .archive(.month(let year, let month), let pager):
            "archive \(year)-\(month) \(pager.line)"
        case .taxonomy(let kind): "all \(kind)"
        case .term(let kind, let index, let pager): "\(kind) \(index) \(pager.line)"
        case .post(let index): "post \(index)"
        case .page(let index): "page \(index)"
        case .feed(let format, .site): "\(format)"
        case .feed(let format, .term(let kind, let index)): "\(format) of \(kind) \(index)"
        case .sitemap: "sitemap"
        case .robots: "robots"
        case .notFound: "404"
        case .search: "search"
        case .searchFile(let file): "search \(file.name)"
        case .redirect(let target): "to \(target)"
        case .redirectScript: "script"
        case .asset(let index): "asset \(index)"
        case .themeAsset(let index): "theme \(index)"
        }
    }
}

extension Pager {
    var line: String { "\(number)/\(count) \(Array(posts))" }
}
