import Addresses
import Diagnostics

/// Reads the heads of all texts and the digests of all files: the stage after ``scan(_:_:)``.
///
/// Reads every file once, on all cores; results do not depend on their number. A text with an error
/// is left out and listed in ``Library/hidden``.
///
/// - Parameter now: seconds since 1970; determines which posts are future or expired. Throws
///   ``SiteFolderError`` if a file cannot be read.
package func load(
    _ list: SourceList, from folder: SiteFolder, _ configuration: Configuration, now: Int64
) async throws -> (Library, [Diagnostic]) {
    let reader = FileReader(folder, configuration, now: now, isOnce: true)
    var files = LoadedFiles()
    try await files.take(list, touched: nil, reader)
    let library = files.library(reader)
    let diagnostics = files.textDiagnostics + files.assetDiagnostics(of: library, reader)
    return (library, diagnostics.sortedByPlace())
}

extension SourceList {
    /// The Markdown files, each with its role by its place.
    package func texts(_ configuration: Configuration, _ folder: SiteFolder) -> [TextSource] {
        let rules = ContentRules(configuration, folder)
        func source(_ path: SourcePath) -> TextSource {
            let (role, drafts) = rules.role(of: path)
            return TextSource(path: path, role: role, draftsFolder: drafts)
        }
        let excluded = excludedTexts.map { path in
            var source = source(path)
            source.isExcluded = true
            return source
        }
        return posts.map { TextSource(path: $0, role: .post) } + drafts.map(source)
            + pages.map { TextSource(path: $0, role: .page) }
            + listTexts.map { TextSource(path: $0, role: .listText) } + excluded
    }

    /// The files that are copied, and those that are not because their text is not published: a
    /// draft's images are drafts too.
    fileprivate func assets(
        _ texts: [LoadedText], _ rules: ContentRules, drafts: Bool,
        read: [SourcePath: LoadedAsset]
    ) -> (shown: [Asset], unpublished: [UnpublishedFile]) {
        // For each bundle the text that hides its files; nil without one.
        var owners: [SourcePath: Hidden?] = [:]
        for text in texts {
            guard let bundle = text.bundle else { continue }
            // If a folder has index.md and index.markdown, the shown one counts.
            switch text.outcome {
            case .hidden(.excluded): continue
            case .hidden(.withoutPage(keepsFiles: true)): owners[bundle] = .some(nil)
            case .hidden(let reason):
                let owner = Hidden(source: text.path, reason: reason)
                owners[bundle] = owners[bundle] ?? owner
            default: owners[bundle] = .some(nil)
            }
        }
        let beside = hiddenFoldersBeside(texts, rules)
        func owner(of file: SourcePath) -> Hidden? {
            var folder = file.folder
            while folder != rules.content, !folder.string.isEmpty {
                if let owner = owners[folder] ?? beside[folder] { return owner }
                folder = folder.folder
            }
            let isDraft = !drafts && rules.draftsFolder(of: file) != nil
            return isDraft ? Hidden(source: file, reason: .draft) : nil
        }
        var shown = statics.filter { !rules.hides($0, read[$0]?.facts) }.map {
            Asset($0, below: ContentRules.statics, isStatic: true, read[$0]?.facts)
        }
        var unpublished = excludedFiles.map {
            UnpublishedFile(source: $0, owner: Hidden(source: $0, reason: .excluded))
        }
        for file in assets where !rules.hides(file, read[file]?.facts) {
            if let owner = owner(of: file) {
                unpublished.append(UnpublishedFile(source: file, owner: owner))
            } else {
                shown.append(
                    Asset(file, below: rules.content, isStatic: false, read[file]?.facts))
            }
        }
        return (shown.sorted { $0.source < $1.source }, unpublished)
    }

    /// The folders named like an unpublished text that hold no published one: `posts/a/` next to
    /// the draft `posts/a.md`; each with that text.
    private func hiddenFoldersBeside(
        _ texts: [LoadedText], _ rules: ContentRules
    ) -> [SourcePath: Hidden] {
        var folders: [SourcePath: Hidden] = [:]
        for text in texts where text.bundle == nil && text.hidesFiles {
            if case .hidden(let reason) = text.outcome {
                folders[rules.folderBeside(text.path)] = Hidden(source: text.path, reason: reason)
            }
        }
        if folders.isEmpty { return folders }
        for text in texts where !text.hidesFiles && !text.isExcluded {
            folders[rules.folderBeside(text.path)] = nil
            var folder = text.path.folder
            while !folder.string.isEmpty {
                folders[folder] = nil
                folder = folder.folder
            }
        }
        return folders
    }
}

extension LoadedText {
    /// Whether it is not published, and so its files are not.
    fileprivate var hidesFiles: Bool {
        switch outcome {
        case .hidden(.withoutPage(keepsFiles: true)), .hidden(.excluded): false
        case .hidden: true
        default: false
        }
    }

    fileprivate var isExcluded: Bool {
        if case .hidden(.excluded) = outcome { true } else { false }
    }
}

extension Asset {
    fileprivate init(
        _ source: SourcePath, below top: SourcePath, isStatic: Bool, _ facts: AssetFacts?
    ) {
        let path = source.relative(to: top) ?? source.string
        self.init(
            source: source, path: URLPath("/" + path), isStatic: isStatic,
            imageSize: facts?.imageSize, isTemplate: facts?.isTemplate ?? false,
            isUnrendered: facts?.isUnrendered ?? false)
    }
}

extension Library {
    /// Sorts the loaded texts and files into their lists; leaves ``inputDigest`` empty. O(n log n)
    /// in texts.
    ///
    /// - Parameters:
    ///   - texts: those of the list; a missing text produces nothing.
    ///   - assets: the list's copied files, as far as they could be read.
    init(
        _ list: SourceList, _ texts: [LoadedText], _ assets: [SourcePath: LoadedAsset],
        _ configuration: Configuration, _ folder: SiteFolder
    ) {
        let rules = ContentRules(configuration, folder)
        let texts = texts.hidden(byCascadesBelow: rules.content)
        self.init(texts)
        leftOut = list.leftOut
        let hiddenFiles = (list.assets + list.statics).filter {
            rules.hides($0, assets[$0]?.facts)
        }
        if !hiddenFiles.isEmpty {
            hidden += hiddenFiles.map { Hidden(source: $0, reason: .broken) }
            hidden.sort { $0.source < $1.source }
        }
        (self.assets, unpublishedFiles) = list.assets(
            texts, rules, drafts: configuration.build.drafts, read: assets)
    }

    private init(_ texts: [LoadedText]) {
        self.init()
        var undated: [Post] = []
        let hiddenBundles = Self.hiddenBundles(texts)
        let bundleHeads = Self.bundleHeads(texts)
        for text in texts {
            switch text.outcome {
            case .page(let page) where page.within.flatMap { hiddenBundles[$0] } != nil:
                guard let owner = page.within.flatMap({ hiddenBundles[$0] }) else { continue }
                hidden.append(
                    Hidden(source: text.path, reason: owner.reason, owner: owner.source))
                unpublished.append(.page(page))
            case .post(let post): posts.append(post)
            case .undatedDraft(let post): undated.append(post)
            case .page(let page): pages.append(page.inheriting(from: bundleHeads))
            case .listText(let listText): listTexts.append(listText)
            case .hidden(let reason): hidden.append(Hidden(source: text.path, reason: reason))
            }
        }
        // A draft without a date appears in the preview where its author looks for it, with the
        // newest posts, without reading the clock, which would make two builds differ.
        let newest = posts.map(\.date).max() ?? Moment(instant: 0, offset: 0)
        posts += undated.map { $0.dated(newest) }
        posts.sort { a, b in
            a.date.instant == b.date.instant
                ? a.source < b.source : a.date.instant > b.date.instant
        }
        pages.sort { $0.source < $1.source }
        listTexts.sort { $0.source < $1.source }
        hidden.sort { $0.source < $1.source }
        unpublished += texts.compactMap(\.unpublished)
        decidedUntil = texts.compactMap(\.decidedUntil).min()
    }
}

extension Library {
    /// Why the text of a bundle is not published, and so no other text in it: for bundles with a
    /// text.
    private static func hiddenBundles(_ texts: [LoadedText]) -> [SourcePath: Hidden] {
        var bundles: Set<SourcePath> = []
        for case .page(let page) in texts.lazy.map(\.outcome) {
            if let bundle = page.within { bundles.insert(bundle) }
        }
        if bundles.isEmpty { return [:] }
        var owners: [SourcePath: Hidden] = [:]
        for text in texts where !text.isExcluded {
            guard let bundle = text.bundle, bundles.contains(bundle),
                case .hidden(let reason) = text.outcome
            else { continue }
            owners[bundle] = Hidden(source: text.path, reason: reason)
        }
        // For a text in several languages, one published version is enough.
        for text in texts {
            if case .hidden = text.outcome { continue }
            if let bundle = text.bundle { owners[bundle] = nil }
        }
        return owners
    }

    /// The heads of the published texts of bundles that contain other texts.
    private static func bundleHeads(_ texts: [LoadedText]) -> [SourcePath: [FrontMatter]] {
        var heads: [SourcePath: [FrontMatter]] = [:]
        for case .page(let page) in texts.lazy.map(\.outcome) {
            if let bundle = page.within { heads[bundle] = [] }
        }
        if heads.isEmpty { return heads }
        for text in texts {
            guard let bundle = text.bundle, heads[bundle] != nil else { continue }
            switch text.outcome {
            case .post(let post), .undatedDraft(let post): heads[bundle]?.append(post.head)
            case .page(let page): heads[bundle]?.append(page.head)
            case .listText, .hidden: break
            }
        }
        return heads
    }
}

extension Page {
    /// The page, kept out of every place that its bundle's text is kept out of; for a text in
    /// several languages, that all versions are kept out of.
    fileprivate func inheriting(from bundles: [SourcePath: [FrontMatter]]) -> Page {
        guard let heads = within.flatMap({ bundles[$0] }), !heads.isEmpty else { return self }
        var head = head
        head.isUnlisted = head.isUnlisted || heads.allSatisfy(\.isUnlisted)
        head.isInSitemap = head.isInSitemap && heads.contains(where: \.isInSitemap)
        head.isSearched = head.isSearched && heads.contains(where: \.isSearched)
        head.isInFeeds = head.isInFeeds && heads.contains(where: \.isInFeeds)
        if head == self.head { return self }
        return Page(
            source: source, head: head, title: title, segments: segments, bundle: bundle,
            within: within, isDraft: isDraft, stub: stub, language: language)
    }
}

extension Post {
    fileprivate func dated(_ date: Moment) -> Post {
        Post(
            source: source, head: head, title: title, date: date, slug: slug,
            pathSlug: pathSlug, bundle: bundle, isDraft: isDraft, isFuture: isFuture,
            language: language)
    }
}
