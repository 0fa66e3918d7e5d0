/// Files that nobody means to publish, by their names: backups, what editors and systems leave behind,
/// settings of tools, keys and passwords.
enum UnwantedFiles {
    /// Whether a file or a folder of this name is one of them.
    static func contains(_ name: String) -> Bool {
        if names.contains(name) || keys.contains(name) { return true }
        if name.hasSuffix("~") || name.hasPrefix(".#") { return true }
        if name.utf8.count > 1, name.hasPrefix("#"), name.hasSuffix("#") { return true }
        if name.hasPrefix(".env") || name.hasPrefix(".git") { return true }
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return endings.contains(name[dot...].lowercased())
    }

    /// Names at the top of a site whose content folder is the site itself: galley's own, and what
    /// builds and tests a site.
    static let ofSite: Set<String> = [
        "ci", "scripts", "theme", "galley.lock", "package.json", "package-lock.json", "yarn.lock",
        "pnpm-lock.yaml", "Gemfile", "Gemfile.lock", "Makefile", "Rakefile", "Dockerfile",
    ]

    private static let names: Set<String> = [
        ".DS_Store", "Thumbs.db", "desktop.ini", "node_modules", ".hg", ".svn", ".idea", ".vscode",
    ]
    private static let keys: Set<String> = [
        "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "id_ecdsa_sk", "id_ed25519_sk", ".ssh",
        ".netrc",
        ".npmrc", ".htpasswd",
    ]
    private static let endings: Set<String> = [
        ".bak", ".orig", ".rej", ".swp", ".swo", ".pem", ".p12", ".pfx",
    ]
}
