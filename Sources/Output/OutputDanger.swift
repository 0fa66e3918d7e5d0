import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Diagnostic.ID {
    static let outputHoldsSources = Diagnostic.ID("output/holds-sources")
    static let outputHoldsRepository = Diagnostic.ID("output/holds-repository")
}

extension OutputFolder {
    /// Whether a build would delete what is not its own: an error when the output is, or holds, one
    /// of the paths (the site's folder, its content, theme, configuration), the home folder, or a
    /// Git repository's data.
    ///
    ///     output "." or "content"   ->  error: output folder '.' holds 'content', which …
    ///
    /// Paths are compared as the system resolves them, and by identity, so that links, bind mounts
    /// and file systems that fold case hide nothing. One that does not exist is still compared.
    /// What lies above the output is no danger: `public` may be inside the content folder.
    package func check(protecting paths: [String], at place: Place? = nil) -> Diagnostic? {
        for path in paths where holds(path) {
            return danger(.outputHoldsSources, "holds '\(path)'", place)
        }
        if let home = getenv("HOME"), holds(String(cString: home)) {
            return danger(.outputHoldsSources, "holds the home folder", place)
        }
        if (try? FileStatus.following(path + "/.git")) != nil {
            return danger(.outputHoldsRepository, "holds a Git repository", place)
        }
        return nil
    }

    private func danger(_ id: Diagnostic.ID, _ what: String, _ place: Place?) -> Diagnostic {
        .error(
            id, "output folder '\(given)' \(what), which each build would delete", at: place,
            explanation: """
                A build replaces the whole output folder: what no page, listing or asset of the \
                site owns is gone afterwards.
                """,
            fixes: [.init("give the output a folder of its own, such as 'public'")])
    }

    /// Whether the other path is this folder or lies in it.
    private func holds(_ other: String) -> Bool {
        guard !other.isEmpty, var above = (try? Self.resolve(other)).map({ $0[...] }) else {
            return false
        }
        let own = (try? FileStatus.following(path)).flatMap { $0 }
        while !above.isEmpty {
            if above.utf8.elementsEqual(path.utf8) { return true }
            if let own, let status = (try? FileStatus.following(String(above))).flatMap({ $0 }),
                own.inode == status.inode, own.device == status.device
            {
                return true
            }
            above = above[..<(above.utf8.lastIndex(of: UInt8(ascii: "/")) ?? above.startIndex)]
        }
        return false
    }
}
