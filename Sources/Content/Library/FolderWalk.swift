import Addresses
import Diagnostics

/// A walk over a folder and all below it that stays inside, follows links and always ends.
///
/// A link to a folder is followed unless it leads out of the top, to a folder that the link itself
/// lies in, or stands inside a folder that was reached by a link: the last rule keeps a few links
/// that point at each other from making more paths than there are atoms.
struct FolderWalk {
    /// The files, in no order.
    private(set) var files: [SourcePath] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let folder: SiteFolder
    private let top: SourcePath
    /// The top with its links resolved; what lies elsewhere is outside.
    private let realTop: String?
    private let takes: (SourcePath) -> Bool
    private var open: [(path: SourcePath, isLinked: Bool)]

    /// A walk that takes what `takes` says yes to; it enters no folder that is not taken.
    init(_ folder: SiteFolder, top: SourcePath, takes: @escaping (SourcePath) -> Bool) {
        self.folder = folder
        self.top = top
        self.takes = takes
        realTop = folder.resolved(top)
        open = [(top, false)]
    }

    /// Throws when a folder cannot be read.
    mutating func run() throws(SiteFolderError) {
        while let (path, isLinked) = open.popLast() {
            for entry in try folder.entries(of: path) {
                let child = path.appending(entry.name)
                guard takes(child) else { continue }
                guard entry.isUTF8 else {
                    diagnostics.append(
                        .error(
                            .badFileName, "Name of a file in '\(path)' is not UTF-8",
                            at: Place(file: child), fixes: [.init("Rename the file")]))
                    continue
                }
                switch entry.kind {
                case .file: files.append(child)
                case .folder: open.append((child, isLinked))
                case .link: follow(child, isLinked: isLinked)
                case .other: refuse(child)
                }
            }
        }
    }

    private mutating func follow(_ link: SourcePath, isLinked: Bool) {
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
                    fixes: [.init("Put the file itself there")]))
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
                open.append((link, true))
            }
        default: refuse(link)
        }
    }

    /// Whether a resolved path is a resolved folder or lies below it.
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
