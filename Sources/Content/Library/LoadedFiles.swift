import Addresses
import Diagnostics

/// The files of a site as they were last read, so that an edit costs one read.
///
/// The version before stays for a text that an edit broke: its page and its place in lists are as
/// they were until it is mended.
package struct LoadedFiles: Sendable {
    package private(set) var list = SourceList()
    /// The texts of the list.
    private var sources: [TextSource] = []
    /// A box, so that copying the table copies no head.
    private final class Box: Sendable {
        let text: LoadedText
        init(_ text: LoadedText) { self.text = text }
    }
    /// As they are on the disk.
    private var current: [SourcePath: Box] = [:]
    /// By path, the last version that was sound, of those that are broken now.
    private var held: [SourcePath: Box] = [:]
    /// Texts that could not be read, and what the system said.
    package private(set) var unreadable: [SourcePath: SiteFolderError] = [:]
    /// The copied files that could be read.
    private var assets: [SourcePath: LoadedAsset] = [:]

    package init() {}

    /// What is wrong with the texts that could be read.
    package var textDiagnostics: [Diagnostic] { current.values.flatMap(\.text.diagnostics) }

    /// What is wrong with the copied files.
    ///
    /// - Parameter library: the one that ``library(_:)`` gave.
    package func assetDiagnostics(of library: Library, _ reader: FileReader) -> [Diagnostic] {
        let shown = Set(library.assets.map(\.source))
        let rules = ContentRules(reader.configuration, reader.folder)
        return assets.values.filter {
            $0.flaw == .hidden
                ? rules.hides($0.source, $0.facts) : $0.flaw != nil && shown.contains($0.source)
        }.compactMap(\.problem)
    }

    /// The library of all files. O(n log n) in texts.
    package func library(_ reader: FileReader) -> Library {
        var library = Library(
            list, sources.compactMap { shown($0.path) }, assets, reader.configuration,
            reader.folder)
        if reader.isOnce { library.inputDigest = inputDigest }
        return library
    }

    /// The digest of all inputs, by path: a moved file is also a change.
    private var inputDigest: ContentDigest {
        var inputs: [(path: SourcePath, digest: ContentDigest)] = []
        for source in sources {
            if let text = current[source.path]?.text { inputs.append((text.path, text.digest)) }
        }
        for file in list.assets + list.statics {
            if let digest = assets[file]?.digest { inputs.append((file, digest)) }
        }
        var digest = ContentDigest()
        for input in inputs.sorted(by: { $0.path < $1.path }) {
            digest.absorb(input.path.string)
            digest.absorb(input.digest)
        }
        return digest
    }

    /// The version of one text that the site is made from.
    package func shown(_ path: SourcePath) -> LoadedText? { (held[path] ?? current[path])?.text }

    /// Whether the version that is shown is not the one on the disk, which is broken.
    package func isHeld(_ path: SourcePath) -> Bool { held[path] != nil }

    package func isKnown(_ path: SourcePath) -> Bool {
        current[path] != nil || unreadable[path] != nil
    }

    /// Whether the time has come at which some text appears or goes.
    package func isOutdated(at now: Int64) -> Bool {
        current.values.contains { $0.text.decidedUntil.map { $0 <= now } ?? false }
    }

    // MARK: Reading

    /// Takes another list of files, and reads those that are new or were touched.
    ///
    /// Throws ``SiteFolderError`` for the first file that cannot be read, if the reader reads once.
    ///
    /// - Parameter touched: files, and folders with all that is in them; nil: everything.
    package mutating func take(
        _ list: SourceList, touched: Set<SourcePath>?, _ reader: FileReader
    ) async throws {
        let again = touched.map { $0.union(self.list.bundles(changedTo: list)) }
        func isTouched(_ path: SourcePath) -> Bool {
            again.map { $0.contains(path) || $0.containsFolder(of: path) } ?? true
        }
        self.list = list
        sources = list.texts(reader.configuration, reader.folder)
        let paths = Set(sources.map(\.path))
        for path in Set(current.keys).union(unreadable.keys) where !paths.contains(path) {
            current[path] = nil
            held[path] = nil
            unreadable[path] = nil
        }
        let wanted = sources.filter { source in
            guard let known = current[source.path] else { return true }
            return isTouched(source.path)
                || known.text.decidedUntil.map { $0 <= reader.now } ?? false
        }
        try await read(wanted, reader)
        let files = list.assets + list.statics
        let left = Set(files)
        for path in assets.keys where !left.contains(path) { assets[path] = nil }
        _ = try await read(assets: files.filter { assets[$0] == nil || isTouched($0) }, reader)
    }

    /// What reading some files again changed.
    package struct Changes: Sendable {
        /// The texts whose bytes are other ones now, as the site shows them.
        package let texts: [LoadedText]
        /// Whether a picture has another size, a file became a template, or the like.
        package let areFactsOther: Bool
    }

    /// Reads some texts and copied files of the list again.
    package mutating func reread(
        _ paths: Set<SourcePath>, assets: Set<SourcePath>, _ reader: FileReader
    ) async throws -> Changes {
        let areFactsOther = try await read(assets: Array(assets), reader)
        let sources = paths.isEmpty ? [] : sources.filter { paths.contains($0.path) }
        let before = sources.map { shown($0.path)?.digest }
        try await read(sources, reader)
        let texts = zip(sources, before).compactMap { source, digest -> LoadedText? in
            guard let text = shown(source.path), text.digest != digest else { return nil }
            return text
        }
        return Changes(texts: texts, areFactsOther: areFactsOther)
    }

    /// Takes the version that a later reading shows of each text that is in both, where `takes`
    /// allows it, and holds the version that is shown now of all others.
    package mutating func follow(_ later: LoadedFiles, where takes: (LoadedText) -> Bool) {
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

    private mutating func read(_ sources: [TextSource], _ reader: FileReader) async throws {
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
                if reader.isOnce { throw error }
                // A watcher soon reports a file that went away in the meantime; one that may not be
                // read is an error of the site until it may.
                guard reader.folder.kind(of: path) != nil else { continue }
                unreadable[path] = error
            }
        }
    }

    /// - Returns: whether their facts are other ones now.
    private mutating func read(
        assets files: [SourcePath], _ reader: FileReader
    ) async throws -> Bool {
        let read = try await parallelMap(files) { file in
            Result { () throws(SiteFolderError) in
                try LoadedAsset(file, from: reader.folder, isDigested: reader.isOnce)
            }
        }
        var areFactsOther = false
        for (file, result) in zip(files, read) {
            if reader.isOnce { _ = try result.get() }
            let (old, new) = (assets[file], try? result.get())
            if old?.facts != new?.facts || old?.flaw != new?.flaw { areFactsOther = true }
            assets[file] = new
        }
        return areFactsOther
    }
}

/// How the files of a site are read.
package struct FileReader: Sendable {
    let folder: SiteFolder
    let configuration: Configuration
    let now: Int64
    /// Whether they are read once, for a build: copied files are digested, and what cannot be read is
    /// an error. A preview reads only the beginnings of copied files.
    let isOnce: Bool

    /// - Parameter now: seconds since 1970.
    package init(
        _ folder: SiteFolder, _ configuration: Configuration, now: Int64, isOnce: Bool
    ) {
        self.folder = folder
        self.configuration = configuration
        self.now = now
        self.isOnce = isOnce
    }
}

extension SourceList {
    /// The folders whose `index` file is in only one of two lists: it decides what the texts next to
    /// it are.
    fileprivate func bundles(changedTo other: SourceList) -> Set<SourcePath> {
        func indexes(_ list: SourceList) -> Set<SourcePath> {
            let files = [
                list.posts, list.drafts, list.pages, list.assets, list.excludedTexts,
                list.excludedFiles,
            ].joined()
            return Set(files.lazy.filter { $0.name.hasPrefix("index.") })
        }
        return Set(indexes(self).symmetricDifference(indexes(other)).map(\.folder))
    }
}

extension Set<SourcePath> {
    /// Whether a folder around a file is in the set.
    fileprivate func containsFolder(of file: SourcePath) -> Bool {
        if isEmpty { return false }
        var folder = file.folder
        while !folder.string.isEmpty {
            if contains(folder) { return true }
            folder = folder.folder
        }
        return false
    }
}
