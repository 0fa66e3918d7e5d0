import Addresses
import Content
import Diagnostics
import Text

/// The addresses of a library's posts, pages and assets, and the problems of those addresses.
///
/// If the pattern of all posts is wrong, they get the addresses of their files, so that a preview
/// can show them.
struct ContentAddresses {
    private(set) var posts: [URLPath] = []
    private(set) var pages: [URLPath] = []
    /// nil: the asset belongs to a bundle whose text is not published, or has no valid address.
    private(set) var assets: [URLPath?] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The errors of the pattern, which leave all posts without an address.
    private(set) var patternDiagnostics: [Diagnostic] = []
    /// The indices of posts and pages without an address; in the lists above they have that of
    /// their file.
    private(set) var unaddressed: (posts: Set<Int>, pages: Set<Int>) = ([], [])

    private let configuration: Configuration
    private let languages: LanguageFolders
    private var pattern = PermalinkPattern.standard
    /// Unknown tokens of the pattern: neither built in nor a key of any post.
    private var unknownTokens: Set<String> = []
    private let pagePatterns: PagePatterns
    private var check = AddressCheck()
    /// For each bundle with a second text, the folder of its address.
    private var bundles: [SourcePath: URLPath] = [:]

    init(_ library: Library, _ configuration: Configuration) {
        self.configuration = configuration
        languages = LanguageFolders(library, site: configuration.site.language)
        diagnostics = languages.diagnostics
        pagePatterns = PagePatterns(configuration)
        switch PermalinkPattern.parse(configuration.posts.permalink) {
        case .success(let parsed): pattern = parsed
        case .failure(let flaw):
            report(flaw, of: configuration.posts.permalink, "posts.permalink")
        }
        for flawed in pagePatterns.flawed { report(flawed.flaw, of: flawed.text, flawed.key) }
        unknownTokens = reportUnknownTokens(of: pattern, library.posts)
        posts.reserveCapacity(library.posts.count)
        for (index, post) in library.posts.enumerated() {
            let path = address(of: post)
            if path == nil { unaddressed.posts.insert(index) }
            posts.append(languages.address(path ?? fallback(post.source), of: post.source))
        }
        if library.pages.contains(where: { $0.within != nil }) {
            for (post, path) in zip(library.posts, posts) {
                if let bundle = post.bundle { bundles[bundle] = path.folder }
            }
        }
        for (index, page) in library.pages.enumerated() {
            let path = address(of: page)
            if path == nil { unaddressed.pages.insert(index) }
            pages.append(languages.address(path ?? fallback(page.source), of: page.source))
        }
    }

    /// Removes texts that were left out of the library.
    mutating func leaveOut(posts: Set<Int>, pages: Set<Int>) {
        self.posts = self.posts.enumerated().filter { !posts.contains($0.offset) }.map(\.element)
        self.pages = self.pages.enumerated().filter { !pages.contains($0.offset) }.map(\.element)
        unaddressed = ([], [])
    }

    /// The addresses that unpublished texts would have; drops texts without one.
    func paths(ofUnpublishedIn library: Library) -> [(text: UnpublishedText, path: URLPath)] {
        // Problems of their addresses are reported when they are published.
        var quiet = self
        let hasPages = library.unpublished.contains { text in
            if case .page(let page) = text { page.within != nil } else { false }
        }
        if hasPages {
            for (post, path) in zip(library.posts, posts) {
                if let bundle = post.bundle { quiet.bundles[bundle] = path.folder }
            }
        }
        var found: [(UnpublishedText, URLPath)] = []
        for case .post(let post) in library.unpublished {
            guard let path = quiet.address(of: post) else { continue }
            if let bundle = post.bundle { quiet.bundles[bundle] = path.folder }
            found.append((.post(post), languages.address(path, of: post.source)))
        }
        for case .page(let page) in library.unpublished {
            guard let path = quiet.address(of: page) else { continue }
            found.append((.page(page), languages.address(path, of: page.source)))
        }
        return found
    }

    /// Whether a list's text is in another language than the list.
    func isOfOtherLanguage(_ text: ListText) -> Bool { languages.folder(of: text.source) != nil }

    /// Assigns the assets their addresses, once it is settled which texts exist.
    mutating func placeAssets(of library: Library) {
        let bundles = BundleFolders(library, configuration, languages, posts: posts, pages: pages)
        for asset in library.assets {
            let path = asset.isStatic ? asset.path : bundles.path(of: asset)
            assets.append(path.flatMap { address(of: asset, at: $0)?.withoutIndexName })
        }
    }

    private mutating func address(of asset: Asset, at path: URLPath) -> URLPath? {
        // The folders of a bundle's file are its text's, which are checked already.
        let folders = path == asset.path ? [] : path.string.split(separator: "/").dropLast()
        return checked(
            path, "the file '\(asset.source)'", at: Place(file: asset.source),
            known: folders.map { String($0) })
    }

    private mutating func address(of page: Page) -> URLPath? {
        let owner = "the page '\(page.source)'"
        if let permalink = page.head.permalink {
            return written(permalink, PermalinkText(page), owner)
        }
        // The page for missing addresses, in place of galley's own.
        if page.segments == ["404"], page.head.slug == nil, !page.source.isHTML { return .notFound }
        let place = page.head.places["slug"] ?? Place(file: page.source)
        if page.within == nil, let pattern = pagePatterns.pattern(of: page) {
            return patterned(page, pattern, owner, at: place)
        }
        let folder = page.within.flatMap { bundles[$0] } ?? .root
        let path = folder.string + page.segments.joined(separator: "/")
        // A page in HTML keeps its file name, except an index.
        let isFile = page.source.isHTML && page.source.stem != "index" && page.head.slug == nil
        let end = isFile ? "." + page.source.fileExtension : page.segments.isEmpty ? "" : "/"
        let known = page.segments + folder.string.split(separator: "/").map { String($0) }
        return checked(
            lowercased(URLPath(path + end), configuration.pages.lowercase), owner, at: place,
            known: known)
    }

    /// The address of a page by a pattern of `[pages]`; nil, with a report, without one.
    private mutating func patterned(
        _ page: Page, _ pattern: PagePatterns.Match, _ owner: String, at place: Place
    ) -> URLPath? {
        let text = PermalinkText(page, below: pattern.depth)
        if text.path.isEmpty, let path = pattern.ofFolder {
            return checked(path, owner, at: place, known: page.segments)
        }
        switch pattern.pattern.expand(text, configuration) {
        case .path(let path):
            let path = pattern.address(path, of: page)
            return checked(
                lowercased(path, configuration.pages.lowercase), owner, at: place,
                known: page.segments)
        case .lacks(let name), .empty(let name):
            diagnostics.append(
                .error(
                    .planMissingKey,
                    "The page '\(page.source)' has no '\(name)', which its permalink needs",
                    at: Place(file: page.source),
                    notes: [
                        Diagnostic.Note(
                            "the pattern is '\(pattern.text)'",
                            at: configuration.places[pattern.key])
                    ],
                    fixes: [
                        Diagnostic.Fix("add '\(name)', or a 'permalink', to the front matter")
                    ]))
            return nil
        }
    }

    private func lowercased(_ path: URLPath, _ isWanted: Bool) -> URLPath {
        isWanted ? URLPath(path.string.lowercased()) : path
    }

    /// The address of a post; nil, with a report, without one. For a token of ``unknownTokens``,
    /// which are reported for all posts, it is the address of the file.
    private mutating func address(of post: Post) -> URLPath? {
        let owner = "the post '\(post.source)'"
        if let permalink = post.head.permalink {
            return written(permalink, PermalinkText(post), owner)
        }
        switch pattern.expand(PermalinkText(post), configuration) {
        case .path(let path):
            return checked(
                lowercased(path, configuration.posts.lowercase), owner,
                at: post.head.places["slug"] ?? Place(file: post.source),
                known: [post.slug, post.pathSlug].flatMap { $0.split(separator: "/") }
                    .map { String($0) })
        case .lacks(let name):
            if unknownTokens.contains(name) { return fallback(post.source) }
            diagnostics.append(
                .error(
                    .planMissingKey,
                    "The post '\(post.source)' has no '\(name)', which its permalink needs",
                    at: Place(file: post.source),
                    notes: [
                        Diagnostic.Note(
                            "the pattern is '\(configuration.posts.permalink)'",
                            at: configuration.places["posts.permalink"])
                    ],
                    fixes: [
                        Diagnostic.Fix("add '\(name)', or a 'permalink', to the front matter")
                    ]))
        case .empty(let name):
            diagnostics.append(
                .error(
                    .planBadAddress,
                    "The address of \(owner) is empty where it has ':\(name)'",
                    at: post.head.places[name] ?? Place(file: post.source),
                    fixes: [Diagnostic.Fix("give the post a 'permalink' of its own")]))
        }
        return nil
    }

    /// The address in front matter's `permalink`; nil, with a report, if it is invalid.
    private mutating func written(
        _ permalink: String, _ text: PermalinkText, _ owner: String
    ) -> URLPath? {
        let place = text.head.places["permalink"] ?? Place(file: text.source)
        if PermalinkPattern.isTemplate(permalink) {
            diagnostics.append(
                .error(
                    .planBadAddress,
                    "The permalink '\(permalink)' of \(owner) is a template of another generator",
                    at: place, explanation: Self.known(PermalinkPattern.tokenNames),
                    fixes: [.init("write it with tokens, such as '/:year/:slug/', or write it out")]
                ))
            return nil
        }
        let reason: String
        switch WrittenAddress(permalink: permalink, configuration.site.address) {
        case .path(let path):
            guard path.string.utf8.contains(UInt8(ascii: ":")) else {
                return checked(path, owner, at: place)
            }
            return expanded(path, text, owner, at: place)
        case .notAFile: reason = "has a query or a fragment"
        case .elsewhere: reason = "leads out of the site"
        }
        diagnostics.append(
            .error(
                .planBadAddress, "The permalink '\(permalink)' of \(owner) \(reason)", at: place,
                fixes: [Diagnostic.Fix("write a path such as '/about/'")]))
        return nil
    }

    /// The address from the tokens in a text's own `permalink`; nil, with a report, for a token
    /// that is unknown or for which the text has no value.
    private mutating func expanded(
        _ path: URLPath, _ text: PermalinkText, _ owner: String, at place: Place
    ) -> URLPath? {
        let pattern = PermalinkPattern(ofOwn: path, text.head)
        switch pattern.expand(text, configuration) {
        case .path(let path): return checked(path, owner, at: place)
        case .lacks(let name):
            let keys = text.head.params.keys.sorted()
            let isKnown = PermalinkPattern.tokenNames.contains(name) || keys.contains(name)
            let known = PermalinkPattern.tokenNames + keys
            diagnostics.append(
                .error(
                    isKnown ? .planMissingKey : .planUnknownToken,
                    isKnown
                        ? "The permalink of \(owner) has ':\(name)', for which it has no value"
                        : "':\(name)' in the permalink of \(owner) is no token and no key of it",
                    at: place,
                    explanation: isKnown ? nil : Self.known(known),
                    fixes: Self.meant(name, isKnown ? [] : known)
                        .map { [Diagnostic.Fix("did you mean ':\($0)'?")] }
                        ?? [Diagnostic.Fix("write the address out")]))
        case .empty(let name):
            diagnostics.append(
                .error(
                    .planBadAddress, "The address of \(owner) is empty where it has ':\(name)'",
                    at: place, fixes: [Diagnostic.Fix("write the address out")]))
        }
        return nil
    }

    /// The path, or nil if it is impossible; its problems are reported.
    ///
    /// - Parameter known: segments whose inadvisable names were reported when they were loaded.
    private mutating func checked(
        _ path: URLPath, _ owner: String, at place: Place,
        known: @autoclosure () -> [String] = []
    ) -> URLPath? {
        guard let flaw = check.flaw(of: path) else { return path }
        if flaw.isError || !known().contains(where: { PathSegment.flaw($0) == flaw }) {
            diagnostics.append(flaw.diagnostic(of: owner, at: place))
        }
        return flaw.isError ? nil : path
    }

    /// The source path below content as a folder: a name that certainly is valid on a disk.
    private func fallback(_ source: SourcePath) -> URLPath {
        let below = source.relative(to: configuration.build.content) ?? source.string
        return URLPath("/\(below)/")
    }

    /// - Parameter key: of the pattern: `posts.permalink`.
    private mutating func report(
        _ flaw: PermalinkPattern.Flaw, of pattern: String, _ key: String
    ) {
        let reason =
            switch flaw {
            case .start: "must begin with '/'"
            case .end: "must end in '/' or '.html'"
            case .segment(let segment): "has the part '\(segment)', which no address can have"
            case .template: "is a template of another generator"
            }
        let fix: Diagnostic.Fix =
            switch flaw {
            case .start: Diagnostic.Fix("write '/\(pattern)'")
            case .end: Diagnostic.Fix("write '\(pattern)/'")
            case .segment, .template: Diagnostic.Fix("write a path such as '/:year/:slug/'")
            }
        patternDiagnostics.append(
            .error(
                .planBadPermalink, "The permalink pattern '\(pattern)' \(reason)",
                at: configuration.places[key],
                explanation: flaw == .template ? Self.known(PermalinkPattern.tokenNames) : nil,
                fixes: [fix]))
    }

    private static func known(_ names: [String]) -> String {
        "Known are \(names.map { ":" + $0 }.joined(separator: ", ")), and parts of the folders, as in "
            + "':sections[1:]'."
    }

    /// The known name that an unknown one may mean: `categories` also for `categories[0]`.
    private static func meant(_ name: String, _ known: [String]) -> String? {
        let bare = String(name.prefix { $0 != "[" })
        return known.contains(bare) ? bare : nearestName(to: bare, in: known)
    }

    /// Reports unknown tokens, neither built in nor a key of any post, and returns their names.
    private mutating func reportUnknownTokens(
        of pattern: PermalinkPattern, _ posts: [Post]
    ) -> Set<String> {
        let keys = pattern.keys.filter {
            $0 != "series" && $0 != "lang" && ForeignToken($0) == nil
        }
        if keys.isEmpty || posts.isEmpty { return [] }
        var used: Set<String> = []
        for post in posts { used.formUnion(post.head.params.keys) }
        let unknown = keys.filter { !used.contains($0) }
        for name in unknown {
            let known = PermalinkPattern.tokenNames + used.sorted()
            let meant = Self.meant(name, known)
            patternDiagnostics.append(
                .error(
                    .planUnknownToken,
                    "':\(name)' is no token of permalinks and no post has a key '\(name)'",
                    at: configuration.places["posts.permalink"],
                    explanation: Self.known(known),
                    fixes: meant.map { [Diagnostic.Fix("did you mean ':\($0)'?")] } ?? []))
        }
        return Set(unknown)
    }
}

extension Diagnostic.ID {
    package static let planBadPermalink = Diagnostic.ID("plan/bad-permalink")
    package static let planUnknownToken = Diagnostic.ID("plan/unknown-token")
    package static let planMissingKey = Diagnostic.ID("plan/missing-key")
}

extension URLPath {
    /// Where servers look for the page that they show at missing addresses.
    fileprivate static let notFound = URLPath("/404.html")
}
