import Text

/// Who wrote what lies in an output folder: a build replaces the whole folder, so it must be galley's.
enum OutputOrigin: Sendable, Hashable {
    /// There is no folder, or nothing in it that a build would delete.
    case nobody
    case galley
    /// The names at its top, sorted; those of folders end in `/`.
    case others([String])
}

/// The files by which builds tell their own outputs from other folders, and those that they keep.
enum OutputFiles {
    /// Stands at the top of an output whose home page does not say that galley wrote it.
    static let mark = DiskPath(OutputMark.fileName)
    static let markText = Array(
        "Written by galley build, which replaces this folder as a whole. Keep no other files here.\n"
            .utf8)

    /// What a build takes over from the old output: files for Git and for hosts, which people put
    /// there by hand. A folder with nothing else counts as empty.
    static let kept = [".gitignore", ".gitkeep", ".nojekyll", "CNAME"].map(DiskPath.init)
    /// What of an output is no part of the site.
    static let unlisted: Set = [mark.description, ".gitignore", ".gitkeep"]
    /// What desktops write into every folder that they show.
    static let ofDesktops = [".DS_Store", "Thumbs.db", "desktop.ini"].map(DiskPath.init)

    static let homePage = DiskPath("index.html")
}

extension OpenFolder {
    /// Who wrote what is in the folder, as far as the folder itself says.
    ///
    /// galley did where its mark is there, or a home page with galley's generator: every theme that
    /// takes over the head of `paper` writes that, and so did the builds before there was a mark.
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
