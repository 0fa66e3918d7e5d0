import Text

/// Who wrote the content of an output folder: a build replaces the whole folder, so it must be
/// galley's.
enum OutputOrigin: Sendable, Hashable {
    /// The folder does not exist, or a build would delete nothing in it.
    case nobody
    case galley
    /// The names at its top, sorted; those of folders end in `/`.
    case others([String])
}

/// The files by which builds recognize their own outputs, and those that they keep.
enum OutputFiles {
    /// At the top of an output whose home page does not show that galley wrote it.
    static let mark = DiskPath(OutputMark.fileName)
    static let markText = Array(
        "Written by galley build, which replaces this folder as a whole. Keep no other files here.\n"
            .utf8)

    /// Files that a build keeps from the old output: files for Git and for hosts, which people put
    /// there by hand. A folder with nothing else counts as empty.
    static let kept = [".gitignore", ".gitkeep", ".nojekyll", "CNAME"].map(DiskPath.init)
    /// Files of an output that are not part of the site.
    static let unlisted: Set = [mark.description, ".gitignore", ".gitkeep"]
    /// Files that desktops write into every folder that they show.
    static let ofDesktops = [".DS_Store", "Thumbs.db", "desktop.ini"].map(DiskPath.init)

    static let homePage = DiskPath("index.html")
}

extension OpenFolder {
    /// Who wrote the content of the folder, as far as the folder itself shows.
    ///
    /// galley did if its mark is there, or a home page with galley's generator: every theme with
    /// the head of `paper` writes that, and so did the builds before the mark existed.
    func origin() throws(Errno) -> OutputOrigin {
        let harmless = Set(OutputFiles.kept + OutputFiles.ofDesktops)
        let others = try entries().filter { $0.isFolder || !harmless.contains($0.name) }
        if others.isEmpty { return .nobody }
        if try isMarked() { return .galley }
        return .others(others.map { $0.name.description + ($0.isFolder ? "/" : "") }.sorted())
    }

    /// Writes the mark, unless the folder is known as galley's without it.
    func mark() throws(Errno) {
        if try isMarked() { return }
        let file = try create(OutputFiles.mark, mode: StagedTree.fileMode)
        try file.append(OutputFiles.markText)
        try file.finish()
    }

    private func isMarked() throws(Errno) -> Bool {
        if try status(OutputFiles.mark)?.kind == .file { return true }
        guard try status(OutputFiles.homePage)?.kind == .file,
            let page = try? file(OutputFiles.homePage).start()
        else { return false }
        return OutputMark.isGalleys(page)
    }
}
