import Addresses
import Diagnostics
import Text

/// A walk over a folder and everything below it that stays inside, follows links and always ends.
///
/// A link to a folder is followed unless it leads outside the top or to a folder around the link,
/// or is inside a folder that was reached by a link. The last rule keeps a few links to each other
/// from producing an exponential number of paths.
struct FolderWalk {
    /// What to do with a file or folder that the walk reaches.
    enum Taking {
        case take
        /// It is included by name, also in a folder that is not.
        case include
        /// It is not wanted itself; if it is a folder, something in it may be.
        case enter
        /// Not part of the site, and not reported.
        case pass
        /// Not part of the site, but somebody may miss it.
        case leaveOut
        /// The configuration excludes it; its contents are listed separately.
        case exclude
    }

    /// The files, in no order.
    private(set) var files: [SourcePath] = []
    /// Files and folders that somebody may miss; folders end in `/`.
    private(set) var leftOut: [String] = []
    /// Files that the configuration excludes, in no order; problems with them are not reported.
    private(set) var excluded: [SourcePath] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let folder: SiteFolder
    private let top: SourcePath
    /// Whether to skip outputs of galley.
    private let passesOutputs: Bool
    /// The top with its links resolved; anything else is outside.
    private let realTop: String?
    private let taking: (SourcePath) -> Taking
    private var open: [(path: SourcePath, isLinked: Bool, isWanted: Bool)]
    /// Folders of ``excluded`` still to be read.
    private var openExcluded: [SourcePath] = []

    /// A walk that follows the decisions of `taking`; it enters no folder that is passed or left
    /// out.
    init(
        _ folder: SiteFolder, top: SourcePath, passesOutputs: Bool = false,
        taking: @escaping (SourcePath) -> Taking
    ) {
        self.folder = folder
        self.top = top
        self.passesOutputs = passesOutputs
        self.taking = taking
        realTop = folder.resolved(top)
        open = [(top, false, true)]
    }

    /// Throws if a folder cannot be read.
    mutating func run() throws(SiteFolderError) {
        try walk()
        while let path = openExcluded.popLast() {
            for entry in (try? folder.entries(of: path)) ?? [] {
                let child = path.appending(entry.name)
                switch taking(child) {
                case .exclude, .include: exclude(child, entry)
                case .take, .enter, .pass, .leaveOut: continue
                }
            }
        }
    }

    private mutating func exclude(_ path: SourcePath, _ entry: SiteFolder.Entry) {
        guard entry.isUTF8, !entry.name.hasControlCharacter else { return }
        switch entry.kind {
        case .file: excluded.append(path)
        case .folder: openExcluded.append(path)
        case .link, .other: break
        }
    }

    private mutating func walk() throws(SiteFolderError) {
        while let (path, isLinked, isWanted) = open.popLast() {
            let entries = try folder.entries(of: path)
            if passesOutputs, path != top, isOutput(path, entries) {
                leftOut.append(path.string + "/")
                continue
            }
            for entry in entries {
                let child = path.appending(entry.name)
                var isChildWanted = isWanted
                switch taking(child) {
                case .include: isChildWanted = true
                case .enter where entry.kind != .file: isChildWanted = false
                case .take where isWanted: break
                case .exclude:
                    exclude(child, entry)
                    continue
                case .leaveOut where isWanted:
                    leftOut.append(child.string + (entry.kind == .folder ? "/" : ""))
                    continue
                default: continue
                }
                guard entry.isUTF8 else {
                    diagnostics.append(
                        .error(
                            .badFileName, "Name of a file in '\(path)' is not UTF-8",
                            at: Place(file: child), fixes: [.init("rename the file")]))
                    continue
                }
                guard !entry.name.hasControlCharacter else {
                    diagnostics.append(
                        .error(
                            .badFileName, "Name of a file in '\(path)' holds a control character",
                            at: Place(file: child),
                            explanation:
                                "A line break or the like in a name breaks lists of files.",
                            fixes: [.init("rename the file")]))
                    continue
                }
                switch entry.kind {
                case .file: files.append(child)
                case .folder: open.append((child, isLinked, isChildWanted))
                case .link: follow(child, isLinked: isLinked, isWanted: isChildWanted)
                case .other: refuse(child)
                }
            }
        }
    }

    /// Whether a folder, unless it is named, holds a site that galley built. Reads a page for each
    /// folder with an `index.html`.
    private func isOutput(_ path: SourcePath, _ entries: [SiteFolder.Entry]) -> Bool {
        let mayBe = entries.contains {
            $0.name == OutputMark.fileName || $0.name == "index.html"
        }
        guard mayBe, folder.isOutput(path) else { return false }
        if case .include = taking(path) { return false }
        return true
    }

    private mutating func follow(_ link: SourcePath, isLinked: Bool, isWanted: Bool) {
        guard let realTop, let target = folder.resolved(link) else {
            diagnostics.append(
                .error(.brokenLink, "Link '\(link)' leads to nothing", at: Place(file: link)))
            return
        }
        guard holds(realTop, target) else {
            diagnostics.append(
                .error(
                    .linkOutside, "Link '\(link)' leads out of '\(top)'", at: Place(file: link),
                    explanation: "What lies outside could be published by mistake.",
                    fixes: [.init("put the file itself there")]))
            return
        }
        switch folder.kind(of: link) {
        case .file: files.append(link)
        case .folder:
            let here = folder.resolved(link.folder)
            if isLinked || here.map({ holds(target, $0) }) ?? true {
                diagnostics.append(
                    .error(
                        .linkLoop, "Link '\(link)' leads round in a circle", at: Place(file: link),
                        explanation: """
                            It leads to a folder that it lies in, or lies itself in a folder that \
                            was reached by a link.
                            """))
            } else {
                open.append((link, true, isWanted))
            }
        default: refuse(link)
        }
    }

    /// Whether a resolved path is a resolved folder or is below it.
    private func holds(_ folder: String, _ path: String) -> Bool {
        folder == "/" || path == folder || path.hasPrefix(folder + "/")
    }

    private mutating func refuse(_ path: SourcePath) {
        diagnostics.append(
            .warning(
                .notAFile, "Entry '\(path)' is neither a file nor a folder",
                at: Place(file: path)))
    }
}

extension Diagnostic.ID {
    package static let badFileName = Diagnostic.ID("content/bad-file-name")
    package static let brokenLink = Diagnostic.ID("content/broken-link")
    package static let linkOutside = Diagnostic.ID("content/link-outside")
    package static let linkLoop = Diagnostic.ID("content/link-loop")
    package static let notAFile = Diagnostic.ID("content/not-a-file")
}
