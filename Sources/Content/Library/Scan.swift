import Addresses
import Diagnostics
import Foundation

/// The source files of a site by their role, each list sorted by the bytes of its paths.
package struct SourceList: Sendable, Hashable {
    /// Markdown under the posts' folder.
    package var posts: [SourcePath] = []
    /// Markdown in a `_drafts` folder.
    package var drafts: [SourcePath] = []
    /// Markdown elsewhere.
    package var pages: [SourcePath] = []
    /// `_index.md` files, and `_index.zh.md` with a language.
    package var listTexts: [SourcePath] = []
    /// Files of content that are not Markdown.
    package var assets: [SourcePath] = []
    /// The files of `static/`.
    package var statics: [SourcePath] = []
    /// Files and folders that are not meant to be published, such as backups and keys; folders end
    /// in `/`.
    package var leftOut: [String] = []
    /// Texts that `[build] exclude` leaves out, which may be targets of links.
    package var excludedTexts: [SourcePath] = []
    /// All other files that it leaves out.
    package var excludedFiles: [SourcePath] = []

    package init() {}
}

/// Finds the source files of a site: the stage before ``load(_:from:_:now:)``. Reads folders, and
/// the beginnings of HTML files, which are texts if they begin with front matter.
///
/// The content folder may be a symbolic link; one inside it that leads outside is an error and is
/// not followed. A missing content folder is an error in the site's configuration rather than of
/// the file system.
///
/// Throws if a folder cannot be read.
package func scan(
    _ folder: SiteFolder, _ configuration: Configuration
) throws(SiteFolderError) -> (SourceList, [Diagnostic]) {
    var list = SourceList()
    var diagnostics: [Diagnostic] = []
    let rules = ContentRules(configuration, folder)
    let exclusions = Exclusions(rules)
    if folder.kind(of: rules.content) == .folder {
        var walk = FolderWalk(
            folder, top: rules.content, passesOutputs: rules.content == SourcePath("")
        ) {
            exclusions.taking($0, rules.taking(of: $0))
        }
        try walk.run()
        diagnostics += walk.diagnostics
        list.leftOut += walk.leftOut.sorted()
        for file in walk.files.sorted() { try list.add(file, rules, folder) }
        for file in walk.excluded.sorted() { list.add(excluded: file, folder) }
        diagnostics += missingPostsFolder(folder, configuration, rules)
    } else {
        diagnostics.append(
            .error(
                .noContentFolder, "Content folder '\(rules.content)' is not there",
                at: configuration.places["build.content"],
                fixes: [.init("create it, or set 'content' under [build] to the folder")]))
    }
    let statics = ContentRules.statics
    if folder.kind(of: statics) == .folder {
        var walk = FolderWalk(folder, top: statics) {
            exclusions.taking($0, rules.takingStatic(of: $0))
        }
        try walk.run()
        diagnostics += walk.diagnostics
        list.leftOut += walk.leftOut.sorted()
        list.statics = walk.files.sorted()
        list.excludedFiles += walk.excluded.sorted()
    }
    diagnostics += exclusions.problems(at: configuration.places["build.exclude"])
    return (list, diagnostics.sortedByPlace())
}

/// Records which patterns of `[build] exclude` match something; one without a match is a typo, and
/// the file it was meant for is published.
private final class Exclusions {
    private let rules: ContentRules
    private var unmatched: [(index: Int, text: String)]

    init(_ rules: ContentRules) {
        self.rules = rules
        unmatched = rules.namedExclusions
    }

    /// Records what matches a path that the walk reaches.
    func taking(_ path: SourcePath, _ taking: FolderWalk.Taking) -> FolderWalk.Taking {
        if unmatched.isEmpty { return taking }
        let isEntered: Bool
        switch taking {
        case .take, .include, .enter, .exclude: isEntered = true
        case .pass, .leaveOut: isEntered = false
        }
        let matched = rules.excluding(path, isEntered: isEntered)
        unmatched.removeAll { matched.contains($0.index) }
        return taking
    }

    func problems(at place: Place?) -> [Diagnostic] {
        unmatched.map {
            .warning(
                .contentUnusedExclude, "The pattern '\($0.text)' under 'exclude' matches no file",
                at: place,
                explanation: "Patterns with '/' are counted from the folder of the site.",
                fixes: [.init("correct the pattern, or remove it")])
        }
    }
}

/// A named posts' folder that is missing would make a blog without posts.
private func missingPostsFolder(
    _ folder: SiteFolder, _ configuration: Configuration, _ rules: ContentRules
) -> [Diagnostic] {
    guard let place = configuration.places["posts.folder"],
        folder.kind(of: rules.posts) != .folder
    else { return [] }
    return [
        .warning(
            .noPostsFolder, "Posts folder '\(rules.posts)' is not there", at: place,
            explanation: "'folder' under [posts] is taken from the content folder.")
    ]
}

extension SourceList {
    /// HTML is a text if it begins with front matter, otherwise a file.
    fileprivate mutating func add(
        _ file: SourcePath, _ rules: ContentRules, _ folder: SiteFolder
    ) throws(SiteFolderError) {
        guard try Self.isText(file, folder) else { return assets.append(file) }
        switch rules.role(of: file) {
        case (.listText, _): listTexts.append(file)
        case (_, _?): drafts.append(file)
        case (.post, nil): posts.append(file)
        case (.page, nil): pages.append(file)
        }
    }

    fileprivate mutating func add(excluded file: SourcePath, _ folder: SiteFolder) {
        let isText = (try? Self.isText(file, folder)) ?? false
        if isText { excludedTexts.append(file) } else { excludedFiles.append(file) }
    }

    private static func isText(
        _ file: SourcePath, _ folder: SiteFolder
    ) throws(SiteFolderError) -> Bool {
        try file.isHTML
            ? FrontMatterBlock.begins(folder.firstBlock(of: file)) : file.isMarkdown
    }
}

extension SourcePath {
    /// Whether it is read as Markdown, by its extension.
    package var isMarkdown: Bool { Self.markdownEndings.contains(fileExtension) }

    private static let markdownEndings: Set<String> = [
        "md", "markdown", "mkd", "mdown", "mkdown", "mkdn", "mdwn", "mdtext",
    ]

    /// The extensions of texts, likeliest first; HTML is a text if it begins with front matter.
    static let textEndings = ["md", "html", "htm"] + markdownEndings.subtracting(["md"]).sorted()
}

extension Diagnostic.ID {
    package static let noContentFolder = Diagnostic.ID("content/no-folder")
    package static let noPostsFolder = Diagnostic.ID("content/no-posts-folder")
    package static let contentUnusedExclude = Diagnostic.ID("content/unused-exclude")
}
