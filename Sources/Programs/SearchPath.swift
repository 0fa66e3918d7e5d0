import Foundation

/// The search path for programs.
package enum SearchPath {
    /// The absolute folders of `PATH`: with a relative one, an article's folder could provide
    /// programs.
    package static let current: [String] = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").filter { $0.hasPrefix("/") }.map(String.init)
    }()

    /// The folder of rustup's toolchains, which `rustfmt` in `PATH` only points to.
    package static let rustupHome: String? = {
        let environment = ProcessInfo.processInfo.environment
        if let home = environment["RUSTUP_HOME"] { return home }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        let path = home + "/.rustup"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// The absolute path of a program; a name with a slash must be absolute itself.
    package static func find(_ name: String, in folders: [String] = current) -> String? {
        let candidates = name.hasPrefix("/") ? [name] : folders.map { $0 + "/" + name }
        if name.contains("/"), !name.hasPrefix("/") { return nil }
        return candidates.first { access($0, X_OK) == 0 && !isFolder($0) }
    }

    /// Size and time of a program's file: if they are the same, so is its version.
    package static func identity(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if os(Linux)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        return "\(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
