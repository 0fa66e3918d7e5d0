import Addresses
import Content
import Diagnostics

/// The texts of a site as they were last read, so that an edit costs one read.
///
/// The version before stays for a text that was broken by an edit: its page and its place in lists
/// are as they were until it is mended.
struct LiveTexts: Sendable {
    private(set) var list = SourceList()
    /// A box, so that copying the table copies no head.
    private final class Box: Sendable {
        let text: LoadedText
        init(_ text: LoadedText) { self.text = text }
    }
    /// As they are on the disk.
    private var current: [SourcePath: Box] = [:]
    /// By path, the last version that was sound, of those that are broken now.
    private var held: [SourcePath: Box] = [:]
    /// Files that could not be read, and what the system said.
    private var unreadable: [SourcePath: Diagnostic] = [:]

    /// What is wrong with single texts.
    var diagnostics: [Diagnostic] {
        current.values.flatMap(\.text.diagnostics) + unreadable.values
    }

    /// The versions that the site is made from, in the order of the list.
    func shown(_ configuration: Configuration, _ folder: SiteFolder) -> [LoadedText] {
        list.texts(configuration, folder).compactMap { shown($0.path) }
    }

    /// The version of one text that the site is made from.
    func shown(_ path: SourcePath) -> LoadedText? { (held[path] ?? current[path])?.text }

    /// Whether the version that is shown is not the one on the disk, which is broken.
    func isHeld(_ path: SourcePath) -> Bool { held[path] != nil }

    func isKnown(_ path: SourcePath) -> Bool { current[path] != nil || unreadable[path] != nil }

    /// Whether the time has come at which some text appears or goes.
    func isOutdated(at now: Int64) -> Bool {
        current.values.contains { $0.text.decidedUntil.map { $0 <= now } ?? false }
    }

    /// Takes another list of files, and reads those texts that are new or were touched.
    ///
    /// - Parameter touched: nil: all.
    mutating func take(
        _ list: SourceList, touched: Set<SourcePath>?, _ reader: Reader
    ) async throws {
        self.list = list
        let sources = list.texts(reader.configuration, reader.folder)
        let paths = Set(sources.map(\.path))
        for path in Set(current.keys).union(unreadable.keys) where !paths.contains(path) {
            current[path] = nil
            held[path] = nil
            unreadable[path] = nil
        }
        let wanted = sources.filter { source in
            guard let touched, let known = current[source.path] else { return true }
            return touched.contains(source.path)
                || known.text.decidedUntil.map { $0 <= reader.now } ?? false
        }
        try await read(wanted, reader)
    }

    /// Reads some texts of the list again.
    ///
    /// - Returns: those whose bytes are other ones now, as the site shows them.
    mutating func reread(_ paths: Set<SourcePath>, _ reader: Reader) async throws -> [LoadedText] {
        let sources = list.texts(reader.configuration, reader.folder)
            .filter { paths.contains($0.path) }
        let before = sources.map { shown($0.path)?.digest }
        try await read(sources, reader)
        return zip(sources, before).compactMap { source, digest in
            guard let text = shown(source.path), text.digest != digest else { return nil }
            return text
        }
    }

    /// Takes the version that a later reading shows of each text that is in both, where `takes` allows
    /// it, and holds the version that is shown now of all others.
    mutating func follow(_ later: LiveTexts, where takes: (LoadedText) -> Bool) {
        for (path, box) in current {
            let old = held[path] ?? box
            guard let new = later.shown(path) else {
                held[path] = old
                continue
            }
            if new.digest == old.text.digest || takes(new) {
                current[path] = later.current[path]
                held[path] = later.held[path]
            } else {
                held[path] = old
            }
        }
    }

    /// Reads files into heads.
    struct Reader: Sendable {
        let folder: SiteFolder
        let configuration: Configuration
        let now: Int64
    }

    private mutating func read(_ sources: [TextSource], _ reader: Reader) async throws {
        let loader = TextLoader(reader.folder, reader.configuration, now: reader.now)
        let results = try await parallelMap(sources) { source in
            Result { () throws(SiteFolderError) in try loader.load(source) }
        }
        for (source, result) in zip(sources, results) {
            let path = source.path
            switch result {
            case .success(let text):
                unreadable[path] = nil
                if !text.isBroken {
                    held[path] = nil
                } else if held[path] == nil, let old = current[path], !old.text.isBroken {
                    held[path] = old
                }
                current[path] = Box(text)
            case .failure(let error):
                // A file that went away in the meantime is told by the watcher; one that may not be
                // read is an error of the site until it may.
                guard reader.folder.kind(of: path) != nil else { continue }
                unreadable[path] = .unreadable(error, at: Place(file: path))
            }
        }
    }
}

extension Diagnostic {
    /// What the disk refused, while a preview goes on with what it had.
    static func unreadable(_ error: SiteFolderError, at place: Place? = nil) -> Diagnostic {
        .error(
            .previewUnreadable, "\(error)", at: place,
            explanation: "The preview shows what it read before.")
    }
}

extension Diagnostic.ID {
    static let previewUnreadable = Diagnostic.ID("preview/unreadable")
}
