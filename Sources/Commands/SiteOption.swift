import ArgumentParser
import Content
import Foundation

/// `--site DIR`, which every command that needs a site has.
struct SiteOption: ParsableArguments {
    @Option(name: .customLong("site"), help: "The folder with galley.toml (default: here).")
    var folder: String?

    /// The folder that was named, absolute; throws where it holds no galley.toml.
    func siteFolder() throws(CannotRun) -> SiteFolder {
        let named = folder ?? "."
        let path = URL(fileURLWithPath: named).standardizedFileURL.path
        let site = SiteFolder(path: path)
        guard site.kind(of: SiteFiles.configuration) == .file else {
            throw CannotRun(
                "there is no galley.toml in '\(named)'",
                hint: "name the site's folder with --site, or make one with 'galley init DIR'")
        }
        return site
    }
}

/// Something outside the site prevents it: the command ends with exit code 2.
struct CannotRun: Error, CustomStringConvertible {
    let message: String
    let hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    var description: String { message + (hint.map { "\n  fix: \($0)" } ?? "") }
}

extension String {
    /// As a word of a shell's command line: in single quotes where it has more than letters, digits
    /// and `_ - . / ~`.
    var quotedForShell: String {
        let isPlain =
            !isEmpty
            && utf8.allSatisfy {
                ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "_-./~".utf8.contains($0)
            }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
