import Addresses
import Content
import Text

/// Why an address leads nowhere, as far as known, and the intended address as the text should write
/// it.
package enum LinkMistake: Sendable, Hashable {
    /// A file on the author's computer: `C:\blog\a.png`, `file:///tmp/a.png`.
    case localPath(meant: String?)
    /// Another address that works only on the author's computer: `blob:…`, and
    /// `http://localhost:4000/a/` from a preview. `isOfHost`: the latter kind, which may also be on
    /// purpose.
    case localAddress(meant: String?, isOfHost: Bool)
    /// It exists, but is not published.
    case unpublished(Unpublished)
    /// `\` between the parts of a path.
    case backslash(meant: String?)
    /// The file's name differs in upper and lower case.
    case letterCase(meant: String)
    /// A path from the site's folder or its content folder, rather than the output:
    /// `/static/img/a.png`.
    case sourceFolder(meant: String)
    /// Unknown, with at most a similar address.
    case missing(nearest: String?)
}

extension SiteLinks {
    /// Why an address leads nowhere; nil for one that leads somewhere.
    ///
    /// - Parameters:
    ///   - target: the result of ``target(of:from:at:)`` for the same address.
    ///   - isPicture: whether a picture is expected, so that nothing else may be meant.
    ///
    /// O(path), except the first call, which is O(routes), and the search for a similar address.
    package func mistake(
        in destination: String, leadingTo target: LinkTarget, from source: SourcePath,
        at page: URLPath, isPicture: Bool = false
    ) -> LinkMistake? {
        let parts = DestinationParts(destination)
        switch target {
        case .external:
            guard let path = LocalHost.path(of: destination) else { return nil }
            let decoded = PercentCoding.decode(path) ?? path
            let found = decoded.utf8.count > 1 ? self.path(at: decoded) : nil
            return .localAddress(meant: found.map { Self.spelled($0.string) }, isOfHost: true)
        case .special:
            if LinkScheme.isOfProgram(destination) {
                return .localAddress(meant: nil, isOfHost: false)
            }
            guard isOfComputer(destination) else { return nil }
            let path = PercentCoding.decode(String(parts.path)) ?? String(parts.path)
            return .localPath(meant: meant(byEndOf: path, from: source))
        case .missing(let wanted, _):
            let written = PercentCoding.decode(String(parts.path)) ?? String(parts.path)
            return mistake(
                inPath: written, wanted: wanted, from: source, at: page, isPicture: isPicture)
        case .route, .samePage: return nil
        }
    }

    /// - Parameters:
    ///   - written: decoded, without query and fragment.
    ///   - wanted: its target in the site.
    private func mistake(
        inPath written: String, wanted: String, from source: SourcePath, at page: URLPath,
        isPicture: Bool
    ) -> LinkMistake {
        if written.utf8.contains(UInt8(ascii: "\\")),
            let mistake = backslash(written, from: source, at: page, isPicture: isPicture)
        {
            return mistake
        }
        if isLocal(written) {
            return .localPath(meant: meant(byEndOf: written, from: source))
        }
        if let found = unpublished(written, wanted: wanted, from: source) {
            return .unpublished(found)
        }
        if let meant = otherCase(of: written, wanted: wanted, from: source) {
            return .letterCase(meant: meant)
        }
        if let meant = belowSourceFolder(written) { return .sourceFolder(meant: meant) }
        if let other = onlyFile(named: FileNames.name(of: written)) {
            return .missing(nearest: other)
        }
        let sibling = isPicture ? otherFormat(of: written, from: source, at: page) : nil
        let other =
            sibling
            ?? nearest(to: URLPath(wanted)) { path in
                path != page && (!isPicture || Self.isPicture(path.string))
            }
        return .missing(nearest: other)
    }

    /// The picture with the same name in another format: `a.png` for `a.jpg`.
    private func otherFormat(
        of written: String, from source: SourcePath, at page: URLPath
    ) -> String? {
        guard Self.isPicture(written), let period = written.lastIndex(of: ".") else { return nil }
        let stem = written[...period]
        return Self.pictureExtensions.lazy.map { stem + $0 }.first { other in
            let encoded = PercentCoding.encode(path: other)
            guard case .route = target(of: encoded, from: source, at: page) else { return false }
            return true
        }.map { Self.spelled($0) }
    }

    private static func isPicture(_ path: String) -> Bool {
        guard let period = path.lastIndex(of: ".") else { return false }
        return pictureExtensions.contains(path[path.index(after: period)...].lowercased())
    }

    private static let pictureExtensions = [
        "png", "jpg", "jpeg", "webp", "gif", "svg", "avif", "bmp", "ico",
    ]

    /// A site may have a folder `/home/` of its own, and a broken link into it.
    private func isLocal(_ written: String) -> Bool {
        guard LocalPath.isOne(written) else { return false }
        guard written.utf8.first == UInt8(ascii: "/"), let top = LocalPath.names(of: written).first
        else { return true }
        let folder = "/\(top)/"
        return !routes.contains { $0.path.string.hasPrefix(folder) }
    }

    /// nil: unknown, such as `\\server\share\a.png`.
    private func backslash(
        _ written: String, from source: SourcePath, at page: URLPath, isPicture: Bool
    ) -> LinkMistake? {
        let slashed = written.replacing("\\", with: "/")
        let encoded = PercentCoding.encode(path: slashed)
        let target = target(of: encoded, from: source, at: page)
        if case .route = target { return .backslash(meant: Self.spelled(slashed)) }
        if isLocal(written) { return nil }
        guard case .missing(let wanted, _) = target else { return .backslash(meant: nil) }
        switch mistake(
            inPath: slashed, wanted: wanted, from: source, at: page, isPicture: isPicture)
        {
        case .letterCase(let meant), .sourceFolder(let meant): return .backslash(meant: meant)
        case .missing(let nearest): return .backslash(meant: nearest)
        case .localPath, .localAddress, .backslash: return .backslash(meant: nil)
        case .unpublished(let found): return .unpublished(found)
        }
    }

    // MARK: What was meant

    /// The source paths that a relative address may mean.
    private func sourcePaths(of written: String, from source: SourcePath) -> [String] {
        if written.utf8.first == UInt8(ascii: "/") {
            return [content.appending(String(written.dropFirst())).string]
        }
        return [source.folder, source.folder.appending(source.stem)].map {
            String(Self.collapsed(written, below: "/\($0.string)/").dropFirst())
        }
    }

    private func unpublished(
        _ written: String, wanted: String, from source: SourcePath
    ) -> Unpublished? {
        if unpublished.isEmpty { return nil }
        if let found = unpublished.thing(at: URLPath(wanted)) { return found }
        // Authors also write paths from the folder of the site, of content and of `static/`.
        let whole = LocalPath.names(of: written).joined(separator: "/")
        let rooted = ["", content.string + "/", "static/"].map { $0 + whole }
        return (sourcePaths(of: written, from: source) + rooted).lazy
            .compactMap { unpublished.thing(from: $0) }.first
    }

    /// The unpublished text or file that an address would lead to.
    package func unpublished(at path: URLPath) -> Unpublished? { unpublished.thing(at: path) }

    /// The same for a path below the site's folder.
    package func unpublished(from source: SourcePath) -> Unpublished? {
        unpublished.thing(from: source.string)
    }

    /// The address with the site's spelling, if only the case differs.
    private func otherCase(
        of written: String, wanted: String, from source: SourcePath
    ) -> String? {
        let address = names.path(like: URLPath(wanted).string.trimmingSlash, self)
        let files = sourcePaths(of: written, from: source).lazy
            .compactMap { self.names.source(like: $0, self) }
        return (files.first ?? address?.string.trimmingSlash)
            .map { Self.spelled(respelled(written, as: $0)) }
    }

    /// The written path with the names at its end spelled as in `found`.
    private func respelled(_ written: String, as found: String) -> String {
        let isFolder = written.hasSuffix("/")
        var names = written.trimmingSlash.split(separator: "/", omittingEmptySubsequences: false)
        let others = found.split(separator: "/")
        for (index, other) in zip(names.indices.reversed(), others.reversed()) {
            guard FileNames.key(names[index]) == FileNames.key(other) else { break }
            names[index] = other
        }
        return names.joined(separator: "/") + (isFolder ? "/" : "")
    }

    /// `/img/a.png` for `/static/img/a.png`, and for `img/a.png` if the site has it at its root.
    private func belowSourceFolder(_ written: String) -> String? {
        let names = LocalPath.names(of: written)
        guard names.count > 1 else { return nil }
        let whole = names.joined(separator: "/")
        if let path = path(ofSource: whole) { return Self.spelled(path.string) }
        if written.utf8.first != UInt8(ascii: "/"), let path = self.path(at: "/" + whole) {
            return Self.spelled(path.string)
        }
        guard Self.sourceFolders.contains(String(names[names.startIndex])) else { return nil }
        return path(at: "/" + names.dropFirst().joined(separator: "/"))
            .map { Self.spelled($0.string) }
    }

    /// Folders of sites, in galley and other generators, whose names are not part of addresses.
    private static let sourceFolders: Set<String> = ["static", "public", "source", "content"]

    /// The address that the longest end of a path names, or of the only file with its name:
    /// `/img/a.png` for `C:\blog\static\img\a.png`. O(path).
    private func meant(byEndOf path: String, from source: SourcePath) -> String? {
        let names = LocalPath.names(of: path).suffix(Self.longestEnd)
        for start in names.indices {
            let end = names[start...].joined(separator: "/")
            if start == names.indices.last, !end.contains(".") { break }
            for folder in ["", content.string + "/", "static/"] {
                if let path = self.path(ofSource: folder + end) { return Self.spelled(path.string) }
            }
            if self.path(ofSource: source.folder.appending(end).string) != nil {
                return Self.spelled(end)
            }
            if let path = self.path(at: "/" + end) { return Self.spelled(path.string) }
        }
        return names.last.flatMap { onlyFile(named: $0) }
    }

    /// How many names at the end of a local path are tried.
    private static let longestEnd = 12

    /// The only file of the site with a name, ignoring case.
    private func onlyFile(named name: Substring) -> String? {
        guard name.contains("."), !name.hasPrefix("index.") else { return nil }
        return names.only(named: name, self).map { Self.spelled($0.string) }
    }

    /// A decoded path in Markdown's syntax.
    private static func spelled(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            byte > 0x20 && !"%?#()<>\\".utf8.contains(byte)
        }
        return isPlain ? path : PercentCoding.encode(path: path)
    }
}
