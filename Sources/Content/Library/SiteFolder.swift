import Addresses
import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder of a site on the disk; nothing else in this target reads it.
package struct SiteFolder: Sendable {
    /// As given, without a trailing `/`: `.` or `/home/me/blog`.
    package let path: String

    package init(path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The kind of a folder's entry, links not followed.
    package enum Kind: Sendable, Hashable {
        case file
        case folder
        case link
        /// A pipe, a socket or a device: reading it could block forever.
        case other
    }

    /// One entry of a folder.
    package struct Entry: Sendable, Hashable {
        /// As on the disk, normalized to neither NFC nor NFD.
        package let name: String
        package let kind: Kind
        /// False: the name on the disk is not UTF-8, and `name` cannot be opened.
        package let isUTF8: Bool
    }

    /// The path to open a source with: `/home/me/blog/content/a.md`. A path that is already
    /// absolute, such as of a file named by the user, stays as it is.
    package func absolute(_ source: SourcePath) -> String {
        if source.string.isEmpty { return path }
        if source.string.utf8.first == UInt8(ascii: "/") { return source.string }
        return path == "/" ? "/" + source.string : path + "/" + source.string
    }

    /// The bytes of a file.
    ///
    /// Throws if it is missing, not readable, or not a file.
    package func read(_ source: SourcePath) throws(SiteFolderError) -> [UInt8] {
        var bytes: [UInt8] = []
        try readBlocks(source) { block in
            bytes.append(contentsOf: block)
            return true
        }
        return bytes
    }

    /// The digest of a file, of any size, in constant memory.
    ///
    /// - Parameter first: receives the first ``ContentDigest/blockSize`` bytes, so that a caller
    ///   who needs the beginning of the file need not read it again.
    package func digest(
        of source: SourcePath, first: (ArraySlice<UInt8>) -> Void = { _ in }
    ) throws(SiteFolderError) -> ContentDigest {
        var digest = ContentDigest()
        var isFirst = true
        try readBlocks(source) { block in
            if isFirst { first(block) }
            isFirst = false
            digest.absorb(block)
            return true
        }
        return digest
    }

    /// The first ``ContentDigest/blockSize`` bytes of a file, or all of a smaller one.
    package func firstBlock(of source: SourcePath) throws(SiteFolderError) -> [UInt8] {
        var bytes: [UInt8] = []
        try readBlocks(source) { block in
            bytes = Array(block)
            return false
        }
        return bytes
    }

    /// The kind of the entry at a path, links followed; nil: nothing, or a broken link.
    package func kind(of source: SourcePath) -> Kind? {
        var status = stat()
        guard stat(absolute(source), &status) == 0 else { return nil }
        return kind(mode: status.st_mode)
    }

    /// The absolute path on the disk with all links resolved; nil if it does not exist.
    package func resolved(_ source: SourcePath) -> String? {
        guard let resolved = realpath(absolute(source), nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }

    /// The entries of a folder except `.` and `..`, sorted by the bytes of their names, so that the
    /// order of the disk never matters.
    package func entries(of folder: SourcePath) throws(SiteFolderError) -> [Entry] {
        guard let stream = opendir(absolute(folder)) else { throw failure(folder) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            guard let name = nameBytes(of: entry) else { continue }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            let text = String(decoding: name, as: UTF8.self)
            let isUTF8 = text.utf8.elementsEqual(name)
            let kind = isUTF8 ? kind(of: entry, at: folder.appending(text)) : .other
            entries.append(Entry(name: text, kind: kind, isUTF8: isUTF8))
        }
        guard errno == 0 else { throw failure(folder) }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Whether a folder is an output of galley, by its mark or its home page.
    package func isOutput(_ folder: SourcePath) -> Bool {
        let (mark, home) = (
            folder.appending(OutputMark.fileName), folder.appending("index.html")
        )
        if kind(of: mark) == .file { return true }
        guard kind(of: home) == .file, let page = try? firstBlock(of: home) else { return false }
        return OutputMark.isGalleys(page)
    }

    /// The name of an entry, read in place: Swift imports it as a tuple of 256 numbers, and a
    /// short entry may end before the tuple does. The bytes belong to the stream until the next
    /// `readdir`, so they are copied.
    private func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8]? {
        guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return nil }
        let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
        var count = 0
        while start[count] != 0 { count += 1 }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// The kind from the folder, or (some file systems lack it) from the entry itself.
    private func kind(of entry: UnsafeMutablePointer<dirent>, at source: SourcePath) -> Kind {
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_LNK): return .link
        case Int(DT_UNKNOWN):
            var status = stat()
            guard lstat(absolute(source), &status) == 0 else { return .other }
            return kind(mode: status.st_mode)
        default: return .other
        }
    }

    private func kind(mode: mode_t) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The result of reading a file with a limit.
    package enum Bounded {
        case bytes([UInt8])
        /// It is larger; its size.
        case larger(Int)
    }

    /// The bytes of a file no larger than `limit`, in as few calls as possible.
    package func read(_ source: SourcePath, atMost limit: Int) throws(SiteFolderError) -> Bounded {
        let (descriptor, size) = try openFile(source)
        defer { close(descriptor) }
        if size > limit { return .larger(size) }
        var bytes: [UInt8] = []
        // One byte more than expected shows whether the file grew since it was measured.
        var room = size + 1
        var isAtEnd = false
        while !isAtEnd {
            var code: Int32 = 0
            bytes.append(addingCapacity: room) { free in
                free.withUnsafeMutableBufferPointer { free, count in
                    let got = Foundation.read(descriptor, free.baseAddress, free.count)
                    code = got < 0 ? errno : 0
                    count = max(got, 0)
                    isAtEnd = got == 0
                }
            }
            if code != 0, code != EINTR {
                throw SiteFolderError(path: absolute(source), code: code)
            }
            if bytes.count > limit { return .larger(bytes.count) }
            isAtEnd = isAtEnd || bytes.count == size
            room = max(size + 1 - bytes.count, 4096)
        }
        return .bytes(bytes)
    }

    /// Opens a file and returns its size. The caller closes it.
    private func openFile(
        _ source: SourcePath
    ) throws(SiteFolderError) -> (descriptor: Int32, size: Int) {
        // Not blocking: the file may have become a pipe since the scan.
        let descriptor = open(absolute(source), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(source) }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        guard isKnown, kind(mode: status.st_mode) == .file else {
            let code = isKnown ? EISDIR : errno
            close(descriptor)
            throw SiteFolderError(path: absolute(source), code: code)
        }
        return (descriptor, max(Int(status.st_size), 0))
    }

    /// Passes block after block of a file as long as more is wanted; each but the last is
    /// ``ContentDigest/blockSize`` bytes.
    private func readBlocks(
        _ source: SourcePath, _ wantsMore: (ArraySlice<UInt8>) -> Bool
    ) throws(SiteFolderError) {
        let (descriptor, fileSize) = try openFile(source)
        defer { close(descriptor) }
        let size = min(fileSize + 1, ContentDigest.blockSize)
        var block = [UInt8](repeating: 0, count: size)
        while true {
            var filled = 0
            var isAtEnd = false
            while filled < block.count, !isAtEnd {
                let count = block.withUnsafeMutableBytes {
                    Foundation.read(
                        descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
                }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw failure(source)
                }
                isAtEnd = count == 0
                filled += count
                // The file grew since it was measured.
                if filled == block.count, block.count < ContentDigest.blockSize {
                    let more = min(block.count, ContentDigest.blockSize - block.count)
                    block.append(contentsOf: repeatElement(0, count: more))
                }
            }
            if filled > 0, !wantsMore(block[..<filled]) { return }
            if isAtEnd { return }
        }
    }

    private func failure(_ source: SourcePath) -> SiteFolderError {
        SiteFolderError(path: absolute(source), code: errno)
    }
}

/// A refusal of the file system: the path, and the system's error.
package struct SiteFolderError: Error, Hashable, CustomStringConvertible {
    /// As it was opened.
    package let path: String
    /// An `errno`.
    package let code: Int32

    package init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    /// `/home/me/blog/content: Permission denied`.
    package var description: String {
        path + ": " + String(cString: strerror(code))
    }
}
