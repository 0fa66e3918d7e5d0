import Addresses
import Content
import Diagnostics
import Foundation

/// What `galley check` is of: a site, some texts of a site, or files of no site.
struct CheckTarget: Sendable {
    /// The site's folder, or the working folder; absolute.
    let folder: SiteFolder
    /// Whether the folder is that of a site.
    let isSite: Bool
    /// From the folder, or absolute where they are outside of it; nil: all of the site.
    let paths: [SourcePath]?
    /// Standard input, where `-` is among the paths.
    let input: [UInt8]?

    /// What a text from standard input is called.
    static let inputFile = SourcePath("stdin")

    /// Finds the site: the one that is named, else the nearest folder at or above the paths that holds
    /// a galley.toml, up to the top of a Git repository; without one the files are of no site.
    ///
    /// Throws where paths are of several sites, or beside the one that is named.
    init(_ paths: [String], site option: SiteOption) throws(CannotRun) {
        if paths.isEmpty {
            folder = try option.siteFolder()
            (isSite, self.paths, input) = (true, nil, nil)
            return
        }
        let working = FileManager.default.currentDirectoryPath
        let files = paths.filter { $0 != "-" }
        input = files.count == paths.count ? nil : Self.standardInput()
        let absolute = files.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        let site = try option.folder == nil ? Self.site(of: absolute, working) : option.siteFolder()
        isSite = site != nil
        folder = site ?? SiteFolder(path: working)
        var sources: [SourcePath] = []
        for (path, written) in zip(absolute, files) {
            if let relative = Self.relative(path, to: folder.path) {
                sources.append(relative)
            } else if isSite {
                throw CannotRun("'\(written)' is not in the site '\(folder.path)'")
            } else {
                sources.append(SourcePath(path))
            }
        }
        self.paths = sources
    }

    private static func standardInput() -> [UInt8] {
        Array(FileHandle.standardInput.readDataToEndOfFile())
    }

    private static func site(of paths: [String], _ working: String) throws(CannotRun) -> SiteFolder?
    {
        var sites: [String?] = []
        for path in paths.isEmpty ? [working] : paths {
            let site = site(above: path)
            if !sites.contains(site) { sites.append(site) }
        }
        guard sites.count < 2 else {
            let names = sites.map { $0.map { "'\($0)'" } ?? "none" }.joined(separator: " and ")
            throw CannotRun(
                "the paths are of several sites: \(names)", hint: "check those of each site alone")
        }
        return sites.first.flatMap { $0 }.map { SiteFolder(path: $0) }
    }

    private static func site(above path: String) -> String? {
        var folder = path
        while true {
            let here = SiteFolder(path: folder)
            if here.kind(of: SiteFiles.configuration) == .file { return folder }
            if folder == "/" || here.kind(of: SourcePath(".git")) != nil { return nil }
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
    }

    /// A standardized path from a folder; nil where it is outside.
    private static func relative(_ path: String, to folder: String) -> SourcePath? {
        if path == folder { return SourcePath("") }
        let top = folder == "/" ? "/" : folder + "/"
        return path.hasPrefix(top) ? SourcePath(String(path.dropFirst(top.count))) : nil
    }
}
