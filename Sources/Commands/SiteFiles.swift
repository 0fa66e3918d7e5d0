import Addresses
import Rendering

/// The names of what galley knows in a site's folder, other than what galley.toml names.
enum SiteFiles {
    static let configuration = SourcePath("galley.toml")
    /// Every published address, written by `galley publish --accept` alone.
    static let ledger = SourcePath("galley.lock")
    /// The findings that are known, where galley.toml names no other file.
    static let baseline = SourcePath("galley.baseline.json")
    /// Whatever galley keeps between runs; may be deleted at any time.
    static let state = SourcePath(".galley")
    /// Single files that override those of any theme.
    static let themeOverrides = SourcePath("theme")
    /// Which of them were taken from the theme, and what its files were then.
    static let ejected = themeOverrides.appending(EjectedFiles.fileName)
    static let themes = SourcePath("themes")
}
