import Addresses
import Diagnostics
import Images

/// Facts about a copied file, from its first bytes.
struct AssetFacts: Sendable, Hashable {
    /// For a picture.
    var imageSize: ImageSize?
    /// Whether it is a template of another generator.
    var isTemplate = false
    /// Whether it certainly is one, so that readers would see its tags.
    var isUnrendered = false
    /// Whether its front matter has a key that hides it from readers.
    var isHidden = false
    /// Whether such a key, like `draft`, keeps a text out of the site rather than out of lists.
    var isUnpublished = false
}

/// A copied file after loading: its facts, and its digest where that was asked for.
struct LoadedAsset: Sendable {
    let source: SourcePath
    /// nil: it was not asked for.
    let digest: ContentDigest?
    let facts: AssetFacts
    /// Its flaw, if it is published.
    let flaw: Flaw?

    /// A reason why no reader can use it.
    enum Flaw: Sendable, Hashable {
        /// Its name is that of a known picture format, but its size cannot be determined.
        case brokenImage
        /// A pointer of Git LFS instead of the file itself.
        case pointer
        /// It has front matter that hides it, which would be copied too.
        case hidden
    }

    /// Throws ``SiteFolderError`` if the file cannot be read.
    ///
    /// - Parameter isDigested: whether all of it is read, for its digest.
    init(
        _ source: SourcePath, from folder: SiteFolder, isDigested: Bool
    ) throws(SiteFolderError) {
        self.source = source
        let ending = Self.ending(of: source)
        let isKnown = Self.isKnown(ending) || source.isMarkdown
        var facts = AssetFacts()
        var isPointer = false
        func look(_ block: ArraySlice<UInt8>) {
            isPointer = block.starts(with: Self.pointerStart)
            if isKnown { facts = Self.facts(ending, block, isMarkdown: source.isMarkdown) }
        }
        if isDigested {
            digest = try folder.digest(of: source, first: look)
        } else {
            digest = nil
            if isKnown {
                look(try folder.firstBlock(of: source)[...])
            } else if case .bytes(let bytes) = try folder.read(
                source, atMost: Self.longestPointer)
            {
                look(bytes[...])
            }
        }
        self.facts = facts
        // An SVG file may leave its size to the page.
        let isBroken =
            ImageHead.extensions.contains(ending) && facts.imageSize == nil && ending != "svg"
        flaw = facts.isHidden ? .hidden : isPointer ? .pointer : isBroken ? .brokenImage : nil
    }

    /// The beginning of a Git LFS pointer (https://github.com/git-lfs/git-lfs, docs/spec.md).
    private static let pointerStart = Array("version https://git-lfs.github.com/spec/v1\n".utf8)

    /// A larger file is no pointer, by the same page.
    private static let longestPointer = 1024

    /// Extensions of files that other generators make from templates, and galley without.
    private static let ofTemplates: Set<String> = ["xml", "json", "txt", "rss", "atom"]

    private static func isKnown(_ ending: String) -> Bool {
        ImageHead.extensions.contains(ending) || ofTemplates.contains(ending)
            || TemplateText.endings.contains(ending) || ofTexts.contains(ending)
    }

    /// Extensions of texts that other generators read, including the empty one.
    private static let ofTexts: Set<String> = [
        "", "mdx", "rmd", "qmd", "textile", "org", "txt", "text", "rst", "adoc", "asciidoc", "wiki",
        "mdc", "mdtxt", "rmarkdown", "markdn", "haml", "pug", "erb", "ejs", "njk", "liquid",
        "xhtml",
    ]

    /// - Parameter block: the first bytes of the file.
    private static func facts(
        _ ending: String, _ block: ArraySlice<UInt8>, isMarkdown: Bool
    ) -> AssetFacts {
        var facts = AssetFacts()
        if ofTemplates.contains(ending) {
            facts.isTemplate = TemplateText.isTemplate(block)
        } else if ImageHead.extensions.contains(ending) {
            facts.imageSize = ImageHead.size(in: block)
        }
        if TemplateText.endings.contains(ending) {
            facts.isUnrendered = TemplateText.isUnrendered(block, ending: ending)
        }
        let mayBeText =
            isMarkdown || ofTexts.contains(ending) || TemplateText.endings.contains(ending)
        if ending != "json", mayBeText {
            let hiding = hiding(block, isPlain: ["", "txt", "text"].contains(ending))
            facts.isHidden = hiding != .none
            facts.isUnpublished = hiding == .fromAll
        }
        return facts
    }

    private enum Hiding {
        case none
        /// The text has no page, or lists do not name it.
        case fromLists
        case fromAll

        init(isHidden: Bool) { self = isHidden ? .fromAll : .none }
    }

    /// Whether front matter hides the text after it. A plain text may have keys without meaning it.
    private static func hiding(_ block: ArraySlice<UInt8>, isPlain: Bool) -> Hiding {
        var bytes = Array(block.prefix(1 << 16))
        if case .text(let text)? = UTF16Text(bytes) { bytes = text }
        switch FrontMatterBlock.find(in: bytes) {
        case .none: return .none
        case .doubtful:
            return Hiding(isHidden: !isPlain && StrayKeys.find(in: bytes, from: 0) != nil)
        case .unclosed(let fence):
            return Hiding(isHidden: StrayKeys.find(in: bytes, from: fence.upperBound) != nil)
        case .object, .block: break
        }
        let rules = HeadRules(zone: .utc, categories: .path)
        let (head, problems) = readHead(of: bytes, file: SourcePath(""), rules: rules)
        guard let head else {
            let ids: Set<Diagnostic.ID> = [.frontMatterPassword, .frontMatterWrongType]
            return Hiding(
                isHidden: problems.contains { ids.contains($0.id) }
                    || StrayKeys.find(in: bytes, from: 0) != nil)
        }
        if head.isDraft || head.expires != nil || head.publishDate != nil { return .fromAll }
        return head.isUnlisted || !head.makesPage ? .fromLists : .none
    }

    /// `png` of `a/B.PNG`.
    private static func ending(of source: SourcePath) -> String {
        let name = source.name.lowercased()
        return name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    }

    /// The warning about a file that no reader can use.
    var problem: Diagnostic? {
        switch flaw {
        case .brokenImage:
            .warning(
                .contentBrokenImage, "'\(source)' is not a picture that galley can read",
                at: Place(file: source),
                explanation: "Its first bytes are not those of a PNG, JPEG, GIF, WebP or SVG file, "
                    + "or end before its width and height.")
        case .pointer:
            .warning(
                .contentPointer, "'\(source)' is a pointer of Git LFS, not the file itself",
                at: Place(file: source),
                explanation: "It would be published as these few lines of text.",
                fixes: [.init("run 'git lfs pull' before the build")])
        case .hidden where source.isInside(ContentRules.statics):
            .error(
                .contentHiddenFile, "'\(source)' has front matter that hides it, and is left out",
                at: Place(file: source),
                explanation: "Files of 'static' are copied as they are, so all could read it.",
                fixes: [
                    .init("move it to the content folder where it is a text of the site"),
                    .init("name it in 'include' under [build] to publish it as it is"),
                ])
        case .hidden:
            .error(
                .contentHiddenFile,
                "'\(source)' has front matter that hides it, and is not of a kind that galley reads",
                at: Place(file: source),
                explanation: "Its copy would show what is hidden, so the file is left out.",
                fixes: [
                    .init("name it '.md' where it is Markdown"),
                    .init("remove the key that hides it to publish the file as it is"),
                ])
        case nil: nil
        }
    }
}

extension Diagnostic.ID {
    static let contentBrokenImage = Diagnostic.ID("content/broken-image")
    package static let contentHiddenFile = Diagnostic.ID("content/hidden-file")
    static let contentPointer = Diagnostic.ID("content/lfs-pointer")
}
